/**
 * Runs only so many at once. Of those that wait, the newest is next: when more comes than can be done, that one is still
 * worth doing, while the oldest first would make all of them late. What has waited for more than `longest` milliseconds, or
 * is the oldest of more than `mostWaiting`, is not run, and gives nothing.
 */
export function newestFirst({
  atOnce,
  mostWaiting,
  longest,
}: {
  readonly atOnce: number;
  readonly mostWaiting: number;
  readonly longest: number;
}) {
  const waiting: { readonly since: number; readonly go: (waited?: number) => void }[] = [];
  let running = 0;

  function wait(): Promise<number | undefined> {
    return new Promise((resolve) => {
      waiting.push({ since: performance.now(), go: resolve });
      if (waiting.length > mostWaiting) waiting.shift()?.go();
    });
  }

  /** The place of one that ends goes to another, or is free. */
  function pass(): void {
    const now = performance.now();
    // The oldest stand in front.
    for (let [oldest] = waiting; oldest !== undefined && now - oldest.since > longest; [oldest] = waiting)
      waiting.shift()?.go();
    const next = waiting.pop();
    if (next === undefined) running -= 1;
    else next.go(now - next.since);
  }

  /** `run` gets the milliseconds that it has waited, and how many run, itself included. */
  return async <T>(run: (waited: number, all: number) => Promise<T>): Promise<T | undefined> => {
    const isFree = running < atOnce;
    if (isFree) running += 1;
    const waited = isFree ? 0 : await wait();
    if (waited === undefined) return undefined;
    try {
      return await run(waited, running);
    } finally {
      pass();
    }
  };
}
