import { LRUCache } from "lru-cache";
import type { Directs } from "./workspace.ts";

const mostRemembered = 10_000;

/** Learned from what happens there: Slack tells of a command's channel only that it is a direct message. */
export function createDirects(): Directs {
  const own = new LRUCache<string, true>({ max: mostRemembered });
  return {
    note(channel) {
      own.set(channel, true);
    },
    isShared: (channel) => !own.has(channel),
  };
}
