import type { Log } from "../log.ts";

/** Milliseconds in which the same is not said again: with a wrong clock every request is refused. */
const quiet = 60_000;

/**
 * To be called for requests that are signed as they should be, but not of our time: seconds from our time to theirs. A wrong
 * clock refuses everybody, and nothing else would say why.
 */
export function createSkewWarning(adapter: string, log: Log): (seconds: number) => void {
  let told = -Infinity;
  return (seconds) => {
    const now = performance.now();
    if (now - told < quiet) return;
    told = now;
    log.warn(
      { adapter, seconds: Math.round(seconds) },
      "requests are refused because of their time: compare the clock of this machine with another one",
    );
  };
}
