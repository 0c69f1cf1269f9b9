/**
 * Bounds a cache of lru-cache. Its own `max` takes all of its room when it is made: 40 ms and some megabytes for 100,000, at
 * every start. Counting each as one bounds it as well, and it grows with what is in it.
 */
export function atMost(entries: number) {
  return { maxSize: entries, sizeCalculation: () => 1 };
}
