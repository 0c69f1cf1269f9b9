import type { Log } from "../log.ts";
import type { Store } from "./store.ts";

/**
 * Milliseconds: for what an answer waits for, before that for the first opening, and for what a person wants saved. Both
 * platforms give up after 3 s.
 */
const patience = { starting: 1_500, answering: 400, saving: 1_500 } as const;
/** Milliseconds for which a store that does not answer is left alone: it costs one answer its patience, not all. */
const rest = 2_000;
/** Milliseconds that one look at the clock may count. */
const step = 100;
/** Milliseconds in which the same trouble is not logged again. */
const quiet = 60_000;

export interface Guarding {
  readonly log: Log;
  /** Gets the name of every operation that failed. */
  readonly onError: (operation: keyof Store) => void;
}

/**
 * A store that holds nothing up: what takes too long, and everything for a while after it, rejects. It is opened in the
 * background, and again when that fails.
 */
export function guardStore(open: () => Promise<Store>, { log, onError }: Guarding): Store {
  let opening: Promise<Store> | undefined;
  let starting: Promise<void> | undefined;
  let restsUntil = -Infinity;
  let failing: keyof Store | undefined;
  let told = -Infinity;

  function note(operation: keyof Store, error: unknown): void {
    onError(operation);
    const now = performance.now();
    restsUntil = now + rest;
    failing = operation;
    if (now - told < quiet) return;
    told = now;
    log.warn({ operation, cause: causeOf(error) }, "the store does not answer; the bot goes on without it");
  }

  function whenOpened(): Promise<Store> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  /**
   * A start takes longer than any answer of the store, and much of what comes just then was answered by the process before.
   * So the first opening is waited for, instead of being taken for a store that is down.
   */
  async function start(opened: Promise<Store>): Promise<void> {
    const late = startWaiting(patience.starting);
    await Promise.race([opened, late.over]).catch(() => {});
    late.stop();
  }

  async function use<T>(
    operation: keyof Store,
    milliseconds: number,
    work: (store: Store) => Promise<T>,
  ): Promise<T> {
    if (performance.now() < restsUntil) throw new Error("the store rests");
    const opened = whenOpened();
    starting ??= start(opened);
    if (milliseconds < patience.starting) await starting;
    const late = startWaiting(milliseconds);
    try {
      const done = opened.then(work);
      // However late: it answers again, and every event that is not claimed meanwhile may be answered twice. Only what has
      // failed tells: a disk that is full, or locked by another process, can still be read.
      const recovered = () => (restsUntil = operation === failing ? -Infinity : restsUntil);
      // It may fail when nobody waits any more.
      done.then(recovered, () => {});
      return await Promise.race([done, late.over]);
    } catch (error) {
      note(operation, error);
      throw error;
    } finally {
      late.stop();
    }
  }
  const quickly = <T>(operation: keyof Store, work: (store: Store) => Promise<T>) =>
    use(operation, patience.answering, work);
  const saving = <T>(operation: keyof Store, work: (store: Store) => Promise<T>) =>
    use(operation, patience.saving, work);
  return {
    settings: (...given) => quickly("settings", (store) => store.settings(...given)),
    change: (...given) => saving("change", (store) => store.change(...given)),
    isQuiet: (...given) => quickly("isQuiet", (store) => store.isQuiet(...given)),
    setQuiet: (...given) => saving("setQuiet", (store) => store.setQuiet(...given)),
    vote: (...given) => saving("vote", (store) => store.vote(...given)),
    votes: () => saving("votes", (store) => store.votes()),
    collect: (...given) => saving("collect", (store) => store.collect(...given)),
    questions: () => saving("questions", (store) => store.questions()),
    settle: (...given) => saving("settle", (store) => store.settle(...given)),
    claim: (...given) => quickly("claim", (store) => store.claim(...given)),
    lease: (...given) => saving("lease", (store) => store.lease(...given)),
    processes: () => saving("processes", (store) => store.processes()),
    install: (...given) => saving("install", (store) => store.install(...given)),
    installation: (...given) => saving("installation", (store) => store.installation(...given)),
    clear: (...given) => saving("clear", (store) => store.clear(...given)),
    forget: (...given) => saving("forget", (store) => store.forget(...given)),
    forgetPerson: (...given) => saving("forgetPerson", (store) => store.forgetPerson(...given)),
    tidy: () => saving("tidy", (store) => store.tidy()),
    async close() {
      const store = await opening?.catch(() => undefined);
      await store?.close();
    },
  };
}

/**
 * `over` rejects after so many milliseconds, without those in which this process stood still: what the store has said
 * meanwhile is read only afterwards, and it must not be blamed for that.
 */
function startWaiting(milliseconds: number): { readonly over: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error(`no answer for ${milliseconds} ms`));
    const wait = (left: number) => {
      timer = setTimeout(
        // What has arrived is read between a timer and an immediate.
        () => (left <= step ? setImmediate(giveUp) : wait(left - step)),
        Math.min(step, left),
      );
    };
    wait(milliseconds);
  });
  return { over, stop: () => clearTimeout(timer) };
}

/** In a few words: an error of a database may quote what was to be kept. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? `${String(error.code)} ${error.message}` : error.message;
}
