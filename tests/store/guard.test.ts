import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { guardStore } from "../../src/store/guard.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { silentLog } from "../chat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const server = { adapter: "chat", id: "1" };
const never = new Promise<never>(() => {});
/** Nothing that is awaited may have a `then`. */
const always = (answer: () => Promise<never>): Store =>
  new Proxy(createMemoryStore(), { get: (_, name) => (name === "then" ? undefined : answer) });
const failing = (error: Error) =>
  always(async () => {
    throw error;
  });
const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const outcomeOf = (work: Promise<unknown>) => work.then(String, ({ message }: Error) => message);

function guard(open: () => Promise<Store>) {
  const warned: object[] = [];
  const failed: string[] = [];
  const log = { ...silentLog, warn: (facts: object) => void warned.push(facts) };
  const store = guardStore(open, { log, onError: (operation) => failed.push(operation) });
  return { store, warned, failed };
}

test("a store that answers is passed on whole", async () => {
  const memory = createMemoryStore();
  const { store, warned, failed } = guard(async () => memory);
  await store.change(server, "c", { mode: "off" });
  await store.setQuiet(server, "p", true);
  await store.vote({ entry: "e", verdict: "helpful" });
  await store.collect(server, "what", "en");
  await store.install(server, "token");
  expect(await store.settings(server, "c")).toEqual({ mode: "off" });
  expect(await store.isQuiet(server, "p")).toBe(true);
  expect(await store.votes()).toHaveLength(1);
  expect(await store.questions()).toHaveLength(1);
  expect(await store.claim(["a"])).toBe(true);
  expect(await store.lease("x", 1)).toBe(true);
  expect(await store.processes()).toBe(1);
  expect(await store.installation(server)).toBe("token");
  await store.settle("what");
  await store.forgetPerson("chat", "p");
  await store.clear(server);
  await store.tidy();
  expect(await memory.questions()).toEqual([]);
  expect(await memory.isQuiet(server, "p")).toBe(false);
  expect(await memory.installation(server)).toBe("token");
  await store.forget(server);
  expect(await memory.installation(server)).toBeUndefined();
  await store.close();
  expect({ warned, failed }).toEqual({ warned: [], failed: [] });
});

test("a store is not blamed for a process that stood still", async () => {
  vi.useRealTimers();
  const memory = createMemoryStore();
  const { store, failed } = guard(async () => ({
    ...memory,
    async claim(ids) {
      // What it says arrives as a file's content or a socket's data do, while nobody reads.
      const said = readFile(import.meta.filename);
      const start = performance.now();
      while (performance.now() - start < 500);
      await said;
      return memory.claim(ids);
    },
  }));
  expect(await store.claim(["a"])).toBe(true);
  expect(failed).toEqual([]);
});

test("a store that is just being opened is waited for, so that a restart answers nothing twice", async () => {
  const memory = createMemoryStore();
  await memory.claim(["before the restart"]);
  const { store, failed } = guard(async () => {
    await pause(1_400);
    return memory;
  });
  const claim = store.claim(["before the restart"]);
  await vi.advanceTimersByTimeAsync(1_401);
  expect(await claim).toBe(false);
  expect(failed).toEqual([]);
});

test("a store that cannot be opened holds up the first answers only, and within their time", async () => {
  const { store } = guard(() => never);
  const claim = outcomeOf(store.claim(["a"]));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await claim).toBe("no answer for 400 ms");
  await vi.advanceTimersByTimeAsync(2_000);
  const next = outcomeOf(store.claim(["b"]));
  await vi.advanceTimersByTimeAsync(450);
  expect(await next).toBe("no answer for 400 ms");
});

describe("a store that does not answer", () => {
  test("is given up for an answer sooner than for what is to be saved, and then rests", async () => {
    let asked = 0;
    const slow = always(() => {
      asked += 1;
      return never;
    });
    const { store, failed } = guard(async () => slow);
    const claim = outcomeOf(store.claim(["a"]));
    const change = outcomeOf(store.change(server, undefined, {}));
    await vi.advanceTimersByTimeAsync(401);
    expect(await claim).toBe("no answer for 400 ms");
    await expect(store.settings(server)).rejects.toThrow("rests");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await change).toBe("no answer for 1500 ms");
    expect(asked).toBe(2);
    expect(failed).toEqual(["claim", "change"]);
  });

  test("is asked again after its rest", async () => {
    let isDown = true;
    const memory = createMemoryStore();
    const { store } = guard(async () => (isDown ? failing(new Error("down")) : memory));
    await expect(store.claim(["a"])).rejects.toThrow("down");
    isDown = false;
    await expect(store.claim(["a"])).rejects.toThrow("rests");
    await vi.advanceTimersByTimeAsync(2_001);
    // It was opened once and stays open.
    await expect(store.claim(["a"])).rejects.toThrow("down");
  });

  test("is asked again as soon as it answers after all", async () => {
    const memory = createMemoryStore();
    const { store } = guard(async () => ({
      ...memory,
      async claim(ids) {
        if (ids.includes("a")) await pause(500);
        return memory.claim(ids);
      },
    }));
    const claim = outcomeOf(store.claim(["a"]));
    await vi.advanceTimersByTimeAsync(401);
    expect(await claim).toBe("no answer for 400 ms");
    await expect(store.claim(["b"])).rejects.toThrow("rests");
    await vi.advanceTimersByTimeAsync(100);
    expect(await store.claim(["b"])).toBe(true);
  });

  test("rests as well when it can be read, but not written to", async () => {
    const memory = createMemoryStore();
    let claims = 0;
    const { store } = guard(async () => ({
      ...memory,
      async claim() {
        claims += 1;
        throw new Error("database is locked");
      },
      async settings() {
        await pause(10);
        return {};
      },
    }));
    const settings = store.settings(server);
    await expect(store.claim(["a"])).rejects.toThrow("locked");
    await vi.advanceTimersByTimeAsync(11);
    await settings;
    await expect(store.claim(["b"])).rejects.toThrow("rests");
    expect(claims).toBe(1);
  });

  test("is opened again when that failed, and not while it is being opened", async () => {
    let opened = 0;
    const memory = createMemoryStore();
    const { store } = guard(async () => {
      opened += 1;
      if (opened === 1) throw new Error("no such host");
      return memory;
    });
    const first = Promise.allSettled([store.claim(["a"]), store.claim(["b"])]);
    await first;
    expect(opened).toBe(1);
    await vi.advanceTimersByTimeAsync(2_001);
    expect(await store.claim(["a"])).toBe(true);
    expect(await store.claim(["b"])).toBe(true);
    expect(opened).toBe(2);
  });

  test("is complained about once a minute, without what was to be kept", async () => {
    const error = Object.assign(new Error("connect refused"), { code: "ECONNREFUSED", detail: "secret" });
    const { store, warned } = guard(async () => failing(error));
    for (let second = 0; second < 130; second += 1) {
      await store.install(server, "xoxb-secret").catch(() => {});
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(warned).toHaveLength(3);
    expect(warned[0]).toEqual({ operation: "install", cause: "ECONNREFUSED connect refused" });
  });

  test("does not keep the bot from stopping", async () => {
    const { store } = guard(() => Promise.reject(new Error("no such host")));
    await store.close();
    expect(await outcomeOf(store.claim(["a"]))).toBe("no such host");
    await store.close();
  });
});
