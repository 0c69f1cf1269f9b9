import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { Community, Store } from "../store/store.ts";

/** Milliseconds between two attempts, doubled after each, and how many there are: a day's outage is sat out. */
const [firstPause, longestPause, attempts] = [5_000, 600_000, 150] as const;

/** Leaves nothing of a community, if need be when the store is back. */
export async function leave(community: Community, store: Pick<Store, "forget">, log: Log): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await store.forget(community);
    } catch {
      await pause(Math.min(firstPause * 2 ** attempt, longestPause), undefined, { ref: false });
    }
  }
  log.error(
    { adapter: community.adapter },
    "what is kept of a community that the bot has left cannot be deleted",
  );
}
