import type { Log } from "../log.ts";
import type { Store } from "./store.ts";

/** Milliseconds: for what an answer waits for, and for what a person wants saved. Both platforms give up after 3 s. */
const patience = { answering: 400, saving: 1_500 } as const;
/** Milliseconds for which a store that does not answer is left alone: it costs one answer its patience, not all. */
const rest = 2_000;
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
  let restsUntil = -Infinity;
  let told = -Infinity;

  function note(operation: keyof Store, error: unknown): void {
    onError(operation);
    const now = performance.now();
    restsUntil = now + rest;
    if (now - told < quiet) return;
    told = now;
    log.warn({ operation, cause: causeOf(error) }, "the store does not answer; the bot goes on without it");
  }

  async function use<T>(
    operation: keyof Store,
    milliseconds: number,
    work: (store: Store) => Promise<T>,
  ): Promise<T> {
    if (performance.now() < restsUntil) throw new Error("the store rests");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      // The error is made only then: with its stack, it would cost more than all else here.
      timer = setTimeout(() => reject(new Error(`no answer for ${milliseconds} ms`)), milliseconds);
    });
    try {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      const done = opening.then(work);
      // It may fail when nobody waits any more.
      done.catch(() => {});
      return await Promise.race([done, late]);
    } catch (error) {
      note(operation, error);
      throw error;
    } finally {
      clearTimeout(timer);
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

/** In a few words: an error of a database may quote what was to be kept. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? `${String(error.code)} ${error.message}` : error.message;
}
