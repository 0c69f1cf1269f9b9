import { LRUCache } from "lru-cache";
import { expect, test } from "vitest";
import { atMost } from "../src/at-most.ts";

test("a cache holds so many and no more; the one used longest ago goes", () => {
  const cache = new LRUCache<string, true>(atMost(2));
  for (const key of ["a", "b", "a", "c"]) cache.set(key, true);
  expect([...cache.keys()]).toEqual(["c", "a"]);
});

test("a large one takes no room before something is in it", () => {
  const before = process.memoryUsage().heapUsed;
  const caches = Array.from({ length: 20 }, () => new LRUCache<string, true>(atMost(100_000)));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(caches.length * 100_000);
});
