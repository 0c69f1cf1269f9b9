import type { Log } from "../../src/log.ts";
import { guardStore } from "../../src/store/guard.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { never, sleep } from "./clock.ts";
import { current } from "./happenings.ts";
import type { Random } from "./random.ts";

/** The one database of all processes. */
export interface Storage {
  weather: "fine" | "slow" | "flaky" | "down";
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
  return {
    settings: (...given) => around(() => store.settings(...given), "settings"),
    change: (...given) => around(() => store.change(...given), "change"),
    isQuiet: (...given) => around(() => store.isQuiet(...given), "isQuiet"),
    setQuiet: (...given) => around(() => store.setQuiet(...given), "setQuiet"),
    vote: (...given) => around(() => store.vote(...given), "vote"),
    votes: () => around(() => store.votes(), "votes"),
    collect: (...given) => around(() => store.collect(...given), "collect"),
    questions: () => around(() => store.questions(), "questions"),
    settle: (...given) => around(() => store.settle(...given), "settle"),
    claim: (...given) => around(() => store.claim(...given), "claim"),
    lease: (...given) => around(() => store.lease(...given), "lease"),
    processes: () => around(() => store.processes(), "processes"),
    install: (...given) => around(() => store.install(...given), "install"),
    installation: (...given) => around(() => store.installation(...given), "installation"),
    clear: (...given) => around(() => store.clear(...given), "clear"),
    forget: (...given) => around(() => store.forget(...given), "forget"),
    forgetPerson: (...given) => around(() => store.forgetPerson(...given), "forgetPerson"),
    tidy: () => around(() => store.tidy(), "tidy"),
    close: () => around(() => store.close(), "close"),
  };
}
