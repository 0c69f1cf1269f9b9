import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import type { Store } from "../store/store.ts";

/** Slack tries again for five minutes, Discord replays a session for less: an hour is safe on both. */
const memoryInMilliseconds = 3_600_000;
/** About 15 MB at most. */
const mostRemembered = 100_000;

/**
 * An event has several ids: a mention comes as two events with one timestamp, and a retried delivery keeps its event id.
 */
export interface Once {
  /** True the first time that this process sees any of them. */
  isNew(ids: readonly string[]): boolean;
  /** True when no other process has taken it; so it is when that cannot be known. */
  claim(ids: readonly string[]): Promise<boolean>;
}

export function createOnce(store: Pick<Store, "claim">, adapter: string): Once {
  const seen = new LRUCache<string, true>({
    ...atMost(mostRemembered),
    ttl: memoryInMilliseconds,
    perf: performance,
  });
  return {
    isNew(ids) {
      // What a platform calls an id may hold what a person typed.
      const hashes = ids.map((id) => createHash("sha256").update(id).digest("base64"));
      const isNew = !hashes.some((hash) => seen.has(hash));
      for (const hash of hashes) seen.set(hash, true);
      return isNew;
    },
    async claim(ids) {
      // The store, which platforms share, makes hashes of its own.
      return store.claim(ids.map((id) => `${adapter} ${id}`)).catch(() => true);
    },
  };
}
