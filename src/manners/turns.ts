import type { Log } from "../log.ts";
import { newestFirst } from "../newest-first.ts";

/** Lets only so many be answered at once, so that those are answered in time; the others wait for their turn. */
export interface Turns {
  /**
   * Resolves when `answer` has, or when it has waited for too long, or with too many: then it is lost.
   */
  take(answer: (turn: Turn) => Promise<void>): Promise<void>;
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
export const atOnce: Turn = { waited: 0, isCrowded: false, isLate: false };

interface Limits {
  readonly adapter: string;
  /** Milliseconds after which nobody waits for it any more. */
  readonly longest: number;
  readonly log: Log;
  /** Hears of each that is lost. */
  readonly onLost: () => void;
}

/** Milliseconds after which an answer is begun no more: Slack and Discord give interactions up after 3 s. */
export const longestWait = { interaction: 2_200, message: 30_000 } as const;
/** Milliseconds; an interaction that has waited for so long may be too late for an answer. */
const late = 1_800;
/** So many at once are usual on a busy day. */
const few = 50;

/** More at once only make each other late. With 300 ms to the platform and back, these are 600 a second. */
const most = 200;
/** Each waits with all that the platform said about it, some kilobytes. */
const mostWaiting = 2_000;
/** Milliseconds in which the same trouble is not logged again. */
const quiet = 60_000;

export function createTurns({ adapter, longest, log, onLost }: Limits): Turns {
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
    },
  };
}
