import type { Log } from "../log.ts";
import { newestFirst } from "../newest-first.ts";

/** Lets only so many be answered at once, so that those are answered in time; the others wait for their turn. */
export interface Turns {
  /**
   * Resolves when `answer` has, with true; or with false when it has waited for too long, or with too many, and is given up.
   */
  take(answer: (turn: Turn) => Promise<void>): Promise<boolean>;
}

/** What is left to do about something when its turn has come. */
export interface Turn {
  /** Milliseconds. */
  readonly waited: number;
  /** Leave out what an answer can do without. */
  readonly isCrowded: boolean;
  /** Only a word in time, instead of an answer. */
  readonly isLate: boolean;
}

/** For whoever is alone. */
export const alone: Turn = { waited: 0, isCrowded: false, isLate: false };

/** Milliseconds after which an answer is begun no more: both platforms give up after 3 s. */
const longest = 2_200;
/** Milliseconds; what has waited for so long may be too late for an answer. */
const late = 1_800;
/** So many at once are usual on a busy day. */
const few = 50;

/** More at once only make each other late. With 300 ms to the platform and back, these are 600 a second. */
const most = 200;
/** Each waits with all that the platform said about it, some kilobytes. */
const mostWaiting = 2_000;
/** Milliseconds in which the same trouble is not logged again. */
const quiet = 60_000;

/** `onLost` hears of each that is given up. */
export function createTurns(adapter: string, log: Log, onLost: () => void = () => {}): Turns {
  const inTurn = newestFirst({ atOnce: most, mostWaiting, longest });
  let warned = -quiet;

  function lose(): void {
    onLost();
    if (performance.now() - warned < quiet) return;
    warned = performance.now();
    log.warn({ adapter }, "more is asked at once than can be answered in time");
  }

  return {
    async take(answer) {
      const taken = await inTurn(async (waited, all) => {
        await answer({ waited, isCrowded: all > few, isLate: waited > late });
        return true;
      });
      if (taken === undefined) lose();
      return taken ?? false;
    },
  };
}
