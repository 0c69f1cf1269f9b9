/** Lets only so many run at once, and only so many wait; for more, gives nothing. */
export function createQueue({
  atOnce,
  waiting: most,
}: {
  readonly atOnce: number;
  readonly waiting: number;
}) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async <T>(run: () => Promise<T>): Promise<T | undefined> => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= most) return undefined;
    // The place of one that ends goes to the first that waits.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
