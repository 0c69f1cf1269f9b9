import { setTimeout as pause } from "node:timers/promises";
import { backOff } from "./backoff.ts";
import type { Connection, Leaving } from "./connection.ts";
import type { Fault } from "./fault.ts";

/** A place that always has an open socket, or is about to. */
export interface Seat {
  isOpen(): boolean;
  /** Closes what is open; call it once `stopping` is aborted, so that nothing takes its place. */
  leave(): Promise<void>;
}

export interface SeatOptions {
  readonly open: () => Promise<Connection | Fault>;
  /** Resolves when what has been received is answered. */
  readonly settled: () => Promise<void>;
  /** `isFirst`: none has been open there before. */
  readonly onOpen: (isFirst: boolean) => void;
  readonly onTrouble: (fault: Fault) => void;
  /** Whether no further attempt makes sense. */
  readonly isFinal: (fault: Fault) => boolean;
  readonly stopping: AbortSignal;
}

/** A socket that lives shorter, in milliseconds, was none; so many of them in a row, and the next one waits. */
const shortestLife = 500;
const mostShortLives: Readonly<Record<Leaving, number>> = {
  warned: 100,
  refreshed: 100,
  closed: 2,
  "switched off": 0,
};
/** How long one that has a successor is kept, in milliseconds, for what Slack still sends to it. */
const grace: Readonly<Record<Leaving, number>> = {
  warned: 15_000,
  refreshed: 300,
  closed: 0,
  "switched off": 0,
};
/** Slack allows ten sockets an app, and there are two seats. */
const mostRetired = 2;

export function takeSeat({ open, settled, onOpen, onTrouble, isFinal, stopping }: SeatOptions): Seat {
  let current: Connection | undefined;
  const retired = new Set<Connection>();

  async function keep(): Promise<void> {
    let failures = 0;
    let shortLives = 0;
    let why: Leaving = "closed";
    while (!stopping.aborted) {
      const next = await open();
      let fault: Fault | undefined;
      if ("kind" in next) {
        fault = next;
      } else {
        // Only now: what was told to go has served until here.
        const previous = current;
        if (previous !== undefined) void retire(previous, grace[why]);
        current = next;
        // Stopped while it was opened.
        if (stopping.aborted) return leave();
        onOpen(previous === undefined);
        const since = performance.now();
        why = await next.leaving;
        const isShort = why === "switched off" || performance.now() - since < shortestLife;
        shortLives = isShort ? shortLives + 1 : 0;
        if (shortLives > mostShortLives[why])
          fault = { kind: "away", reason: why === "switched off" ? "Socket Mode is off" : "Slack closes it" };
      }
      failures = fault === undefined ? 0 : failures + 1;
      if (fault === undefined || stopping.aborted) continue;
      onTrouble(fault);
      if (isFinal(fault) || !(await backOff(failures, fault, stopping))) return;
    }
  }

  async function retire(connection: Connection, milliseconds: number): Promise<void> {
    const [oldest] = retired;
    if (oldest !== undefined && retired.size >= mostRetired) void oldest.close();
    retired.add(connection);
    const over = new AbortController();
    const late = pause(milliseconds, undefined, { signal: over.signal });
    await Promise.race([late, connection.closed]);
    over.abort();
    await settled();
    await connection.close();
    retired.delete(connection);
  }

  async function leave(): Promise<void> {
    await Promise.all([...retired, ...(current === undefined ? [] : [current])].map((one) => one.close()));
  }

  void keep();
  return { isOpen: () => current?.isOpen() ?? false, leave };
}
