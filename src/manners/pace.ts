import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";

/** `go`: answer. `tell`: too fast, and this person was not told yet. `drop`: too fast, and told. */
type Pace = "go" | "tell" | "drop";

/** How fast answers may be given to a person and in a channel. */
export interface Paces {
  /** Takes one from both. */
  take(person: string, channel: string): Pace;
  /** The same without telling: for answers that nobody waits for. */
  takeUnasked(person: string, channel: string): boolean;
}

interface Limit {
  /** Answers in a burst. */
  readonly burst: number;
  /** Milliseconds in which the whole burst is granted again. */
  readonly refill: number;
}

const perPerson: Limit = { burst: 5, refill: 10_000 };
const perChannel: Limit = { burst: 20, refill: 60_000 };
const mostRemembered = 10_000;

/**
 * Answers that others see, or that cost a request of their own, are limited by a token bucket for each person and each
 * channel; where several processes share the events, each grants its part. Private answers to commands are not limited: they
 * travel in the acknowledgement and disturb nobody.
 */
export function createPaces(processes: () => number): Paces {
  const persons = createBuckets(perPerson, processes);
  const channels = createBuckets(perChannel, processes);
  const told = new LRUCache<string, true>({
    ...atMost(mostRemembered),
    ttl: perChannel.refill,
    perf: performance,
  });
  const takeUnasked = (person: string, channel: string) => persons(person) && channels(channel);
  return {
    takeUnasked,
    take(person, channel) {
      const key = `${channel} ${person}`;
      if (takeUnasked(person, channel)) {
        told.delete(key);
        return "go";
      }
      if (told.has(key)) return "drop";
      told.set(key, true);
      return "tell";
    },
  };
}

/** Whether a token was there to take. A bucket that would be full again is forgotten. */
function createBuckets({ burst: whole, refill }: Limit, processes: () => number): (key: string) => boolean {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({
    ...atMost(mostRemembered),
    ttl: refill,
    perf: performance,
  });
  return (key) => {
    const now = performance.now();
    const burst = Math.max(1, Math.floor(whole / processes()));
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + ((now - at) / refill) * burst);
    const taken = filled >= 1;
    buckets.set(key, { tokens: taken ? filled - 1 : filled, at: now });
    return taken;
  };
}
