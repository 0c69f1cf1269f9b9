import { LRUCache } from "lru-cache";

/** Slack tries again for five minutes, Discord replays a session for less: an hour is safe on both. */
const memoryInMilliseconds = 3_600_000;
/** About 10 MB at most. */
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
    const isNew = !ids.some((id) => seen.has(id));
    for (const id of ids) seen.set(id, true);
    return isNew;
  };
}
