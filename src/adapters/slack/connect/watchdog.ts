import type { Health } from "../../../chat.ts";

/** In milliseconds. Replacing a socket takes a few; after this long without any it is an outage. */
const patience = 5_000;
const rhythm = 1_000;

export interface Watchdog {
  health(reason: string | undefined): Health;
  stop(): void;
}

/** Looks at the sockets themselves, not at what was last heard of them: some die without a word. */
export function startWatchdog(look: () => readonly [open: number, all: number]): Watchdog {
  let lastOpen = performance.now();
  const check = () => {
    if (look()[0] > 0) lastOpen = performance.now();
  };
  const timer = setInterval(check, rhythm).unref();
  return {
    health(reason) {
      check();
      const [open, all] = look();
      const why = open === all || reason === undefined ? "" : `, ${reason}`;
      return {
        ready: performance.now() - lastOpen < patience,
        detail: `${open} of ${all} sockets open${why}`,
      };
    },
    stop: () => clearInterval(timer),
  };
}
