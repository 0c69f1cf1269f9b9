import type { Log } from "../../../log.ts";
import { describeFault, type Fault } from "./fault.ts";

/** What is wrong at the moment, for the log and for whoever asks how the bot is. */
export interface Trouble {
  /** Why there is no connection; nothing while there is one. */
  readonly reason: () => string | undefined;
  report(what: string, fault?: Fault): void;
  clear(): void;
}

/** An outage of an hour is not worth thousands of lines. */
const quiet = 60_000;

export function createTrouble(log: Log): Trouble {
  let reason: string | undefined;
  const last = new Map<string, number>();
  return {
    reason: () => reason,
    report(what, fault) {
      if (fault !== undefined) reason = `${what}: ${describeFault(fault)}`;
      const now = performance.now();
      if (now - (last.get(what) ?? -Infinity) < quiet) return;
      last.set(what, now);
      log.warn({ adapter: "slack", ...(fault === undefined ? {} : { fault: describeFault(fault) }) }, what);
    },
    clear() {
      reason = undefined;
    },
  };
}
