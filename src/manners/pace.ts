import { LRUCache } from "lru-cache";

/** `go`: answer. `tell`: too fast, and nobody was told yet. `drop`: too fast, and told. */
export type Pace = "go" | "tell" | "drop";

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
 * channel. Private answers to commands are not: they travel in the acknowledgement and disturb nobody.
 */
export function createPace(): (person: string, channel: string) => Pace {
  const persons = createBuckets(perPerson);
  const channels = createBuckets(perChannel);
  return (person, channel) => {
    const own = persons(person);
    return own === "go" ? channels(channel) : own;
  };
}

function createBuckets({ burst, refill }: Limit): (key: string) => Pace {
  const buckets = new LRUCache<string, { tokens: number; at: number; told: boolean }>({
    max: mostRemembered,
  });
  return (key) => {
    const now = performance.now();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now, told: false };
    buckets.set(key, bucket);
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / refill) * burst);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      bucket.told = false;
      return "go";
    }
    if (bucket.told) return "drop";
    bucket.told = true;
    return "tell";
  };
}
