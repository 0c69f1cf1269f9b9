import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Directs } from "./workspace.ts";

const mostRemembered = 10_000;

/** Learned from what happens there: Slack tells of a command's channel only that it is a direct message. */
export function createDirects(): Directs {
  const own = new LRUCache<string, true>(atMost(mostRemembered));
  return {
    note(channel) {
      own.set(channel, true);
    },
    isShared: (channel) => !own.has(channel),
  };
}
