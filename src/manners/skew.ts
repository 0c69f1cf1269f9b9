import type { Log } from "../log.ts";

/** Milliseconds in which the same is not said again. */
const quiet = 60_000;

/**
 * For a request that is rightly signed, but for another time: it has to be refused, and whoever runs the bot sees nothing but
 * silence. Says so, once a minute at most.
 */
export function createSkewWarning(log: Log, adapter: string): () => void {
  let told = -Infinity;
  return () => {
    const now = performance.now();
    if (now - told < quiet) return;
    told = now;
    log.warn(
      { adapter },
      "signed requests are refused, because they are more than five minutes off: set the clock of this machine",
    );
  };
}
