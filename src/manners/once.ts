import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Slack tries again for five minutes, Discord replays a session for less: an hour is safe on both. */
const memoryInMilliseconds = 3_600_000;
/** About 15 MB at most. */
const mostRemembered = 100_000;

/**
 * True the first time that any of an event's ids is seen. Events have several: a mention comes as two events with one
 * timestamp, and a retried delivery keeps its event id.
 */
export type Once = (ids: readonly string[]) => boolean;

export function createOnce(): Once {
  const seen = new LRUCache<string, true>({
    max: mostRemembered,
    ttl: memoryInMilliseconds,
    perf: performance,
  });
  return (ids) => {
    // As hashes: what a platform calls an id may hold what a person typed.
    const hashes = ids.map((id) => createHash("sha256").update(id).digest("base64"));
    const isNew = !hashes.some((hash) => seen.has(hash));
    for (const hash of hashes) seen.set(hash, true);
    return isNew;
  };
}
