import pLimit from "p-limit";
import type { Log } from "../log.ts";

/** Lets only so many be answered at once, so that those finish in time; the others wait for their turn. */
export interface Turns {
  /**
   * Resolves when `work` has. It gets the milliseconds that it has waited, and decides itself what is still worth saying;
   * what waited for too long, or behind too many, is lost.
   */
  take(work: (waited: number) => Promise<void>): Promise<void>;
}

interface Limits {
  readonly adapter: string;
  /** Milliseconds after which nobody waits for it any more. */
  readonly longest: number;
  readonly log: Log;
  /** Hears of each that is lost. */
  readonly onLost: () => void;
}

/** Milliseconds that an interaction has waited: from then on what can be left out is, only a word is said, or nothing. */
export const waits = { crowded: 100, late: 1_500, gone: 2_500 } as const;
/** Milliseconds for which the answer to a message is worth anything. */
export const longestForMessages = 30_000;

/** More at once only make each other late. With 300 ms to the platform and back, these are 600 a second. */
const atOnce = 200;
/** Each waits with all that the platform said about it, some kilobytes. */
const mostWaiting = 2_000;
/** Milliseconds in which the same trouble is not logged again. */
const quiet = 60_000;

export function createTurns({ adapter, longest, log, onLost }: Limits): Turns {
  const limit = pLimit(atOnce);
  let warned = -quiet;

  function lose(): void {
    onLost();
    if (performance.now() - warned < quiet) return;
    warned = performance.now();
    log.warn({ adapter }, "more is asked at once than can be answered in time");
  }

  return {
    async take(work) {
      if (limit.pendingCount >= mostWaiting) return lose();
      const since = performance.now();
      await limit(async () => {
        const waited = performance.now() - since;
        await (waited > longest ? lose() : work(waited));
      });
    },
  };
}
