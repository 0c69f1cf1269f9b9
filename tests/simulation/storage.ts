import type { Log } from "../../src/log.ts";
import { guardStore } from "../../src/store/guard.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { never, sleep } from "./clock.ts";
import { current } from "./happenings.ts";
import type { Random } from "./random.ts";

export const weathers = ["fine", "slow", "flaky", "down"] as const;

/** The one database of all processes. */
export interface Storage {
  weather: (typeof weathers)[number];
  /** What is in it, past all weather. */
  readonly kept: Store;
  /** As a process has it, until that ends. */
  connect(isAlive: () => boolean, log: Log): Store;
}

/** Milliseconds after which a database gives a statement up: see src/store/postgres.ts. */
const longest = 2_000;
const quick = 15;

export function createStorage(random: Random): Storage {
  const kept = createMemoryStore();
  const storage: Storage = {
    weather: "fine",
    kept,
    connect(isAlive, log) {
      const away = wrapped(kept, (work) => (isAlive() ? pass(work) : never()));
      const open = async () => {
        await pass(async () => {});
        return away;
      };
      const guarded = guardStore(open, { log, onError() {} });
      return wrapped(guarded, async (work, name) => {
        try {
          return await work();
        } catch (error) {
          current.getStore()?.missed.add(name);
          throw error;
        }
      });
    },
  };

  async function pass<T>(work: () => Promise<T>): Promise<T> {
    const fails = () => {
      throw new Error(`the store is ${storage.weather}`);
    };
    switch (storage.weather) {
      case "fine":
        await sleep(random.between(0, quick));
        return work();
      case "slow": {
        const takes = random.between(100, longest + 800);
        if (takes > longest) {
          await sleep(longest);
          return fails();
        }
        const before = random.between(0, takes);
        await sleep(before);
        const done = await work();
        await sleep(takes - before);
        return done;
      }
      case "flaky": {
        await sleep(random.between(0, quick));
        if (random.chance(0.3)) return fails();
        const done = await work();
        // Its confirmation is lost.
        return random.chance(0.3) ? fails() : done;
      }
      case "down":
        if (random.chance(0.5)) await sleep(longest);
        return fails();
    }
  }
  return storage;
}

/** The same store, with something around everything it does. */
function wrapped(store: Store, around: <T>(work: () => Promise<T>, name: keyof Store) => Promise<T>): Store {
  const wrap =
    <A extends readonly unknown[], T>(name: keyof Store, operation: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> =>
      around(() => operation(...given), name);
  return {
    settings: wrap("settings", store.settings),
    change: wrap("change", store.change),
    isQuiet: wrap("isQuiet", store.isQuiet),
    setQuiet: wrap("setQuiet", store.setQuiet),
    vote: wrap("vote", store.vote),
    votes: wrap("votes", store.votes),
    collect: wrap("collect", store.collect),
    questions: wrap("questions", store.questions),
    settle: wrap("settle", store.settle),
    claim: wrap("claim", store.claim),
    lease: wrap("lease", store.lease),
    processes: wrap("processes", store.processes),
    install: wrap("install", store.install),
    installation: wrap("installation", store.installation),
    clear: wrap("clear", store.clear),
    forget: wrap("forget", store.forget),
    forgetPerson: wrap("forgetPerson", store.forgetPerson),
    tidy: wrap("tidy", store.tidy),
    close: wrap("close", store.close),
  };
}
