import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { Community, Store } from "../store/store.ts";

/** Milliseconds between two attempts, doubled after each, and how many there are: a day's outage is sat out. */
const [firstPause, longestPause, attempts] = [5_000, 600_000, 150] as const;
/**
 * Milliseconds in which the store has done, or given up, what was asked of it before. Nobody invites the bot again and
 * decides something within them: the platforms' dialogues take longer.
 */
const settling = 6_000;

type Forgetting = Pick<Store, "forget">;

/** Leaves nothing of a community, if need be when the store is back; and again `after` that, in milliseconds. */
export async function leave(
  community: Community,
  store: Forgetting,
  log: Log,
  after = settling,
): Promise<void> {
  await forget(community, store, log);
  // What somebody decided in the last moment may have been kept behind it.
  void pause(after, undefined, { ref: false }).then(() => forget(community, store, log));
}

async function forget(community: Community, store: Forgetting, log: Log): Promise<void> {
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
