import { setTimeout as pause } from "node:timers/promises";
import type { Health } from "../../chat.ts";
import type { Log } from "../../log.ts";
import type { Loss, Self, Session } from "./session.ts";

/** Stays connected, with one session at a time. */
export interface Connection {
  /**
   * Resolves when people can ask, or with nothing when it was stopped before. An unreachable Discord is tried again.
   * @throws {Error} with a sentence for the operator if only a person can mend it.
   */
  start(): Promise<Self | undefined>;
  /** Resolves when it was stopped. Rejects as `start` does, later on. */
  readonly ended: Promise<void>;
  health(): Health;
  stop(): Promise<void>;
}

/** Milliseconds between two attempts to log in. */
const firstPause = 1_000;
const longestPause = 30_000;
/** Milliseconds in which the same trouble is not logged again. */
const quiet = 60_000;
/** Milliseconds that closing may take while somebody waits for it. */
const patience = 1_000;

/** `onReconnect` hears of each session that follows another. */
export function keepConnected(open: () => Session, log: Log, onReconnect: () => void = () => {}): Connection {
  const stopping = new AbortController();
  const stopped = new Promise<"stopped">((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve("stopped"));
  });
  let session: Session | undefined;
  let name = "";
  let problem: string | undefined;
  let warned = -quiet;
  let finish: (ended: Promise<void>) => void = () => {};
  const ended = new Promise<void>((resolve) => (finish = resolve));

  /** Logs in until it works; nothing when it was stopped before. */
  async function connect(): Promise<{ readonly self: Self; readonly session: Session } | undefined> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const opened = open();
      session = opened;
      const outcome = await Promise.race([opened.login(), stopped]);
      if (outcome === "stopped") return undefined;
      if ("self" in outcome) {
        ({ name } = outcome.self);
        problem = undefined;
        return { self: outcome.self, session: opened };
      }
      drop(opened, outcome.loss);
      const wait = Math.min(firstPause * 2 ** attempt, longestPause);
      // Half of it by chance, so that many bots do not come back together.
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => {});
    }
    return undefined;
  }

  /** @throws {Error} if only a person can mend it. */
  function drop(lostSession: Session, { why, isFinal }: Loss): void {
    problem = isFinal ? why : `cannot be reached (${why})`;
    lostSession
      .close()
      .catch((error: unknown) => log.info({ err: error }, "a lost connection cannot be closed"));
    if (isFinal) throw new Error(why);
    if (performance.now() - warned < quiet) return;
    warned = performance.now();
    log.warn(
      { why },
      `Discord ${problem}. Trying again; check the network, and DISCORD_API_URL if it is set.`,
    );
  }

  async function keep(first: Session): Promise<void> {
    let current = first;
    for (;;) {
      const loss = await Promise.race([current.lost, stopped]);
      if (loss === "stopped") return;
      drop(current, loss);
      const next = await connect();
      if (next === undefined) return;
      onReconnect();
      current = next.session;
    }
  }

  return {
    ended,
    async start() {
      const connected = await connect();
      finish(connected === undefined ? Promise.resolve() : keep(connected.session));
      return connected?.self;
    },
    health() {
      if (stopping.signal.aborted) return { ready: false, detail: "stopped" };
      return session?.isConnected() === true
        ? { ready: true, detail: `connected as ${name}` }
        : { ready: false, detail: problem ?? session?.trouble() ?? "connecting" };
    },
    async stop() {
      stopping.abort();
      await Promise.race([session?.close(), pause(patience, undefined, { ref: false })]);
    },
  };
}
