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
    const next = waiting.pop();
    const waited = performance.now() - (next?.since ?? 0);
    if (next !== undefined && waited <= longest) {
      next.go(waited);
      return;
    }
    running -= 1;
    next?.go();
    // All others are older.
    for (const { go } of waiting.splice(0)) go();
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
