import { syncBuiltinESMExports } from "node:module";
import pauses from "node:timers/promises";
import { vi } from "vitest";
import { createTimers, type Timer } from "./timers.ts";

// Taken before they are replaced. The first lets everything happen that does not wait for time.
const soon = setImmediate;
const pause = pauses.setTimeout;
const turn = () => new Promise<void>((resolve) => void soon(resolve));

const morning = Date.UTC(2026, 10, 22, 9);

/** Lets milliseconds pass, and what is waited for meanwhile happen. */
export type Pass = (milliseconds: number) => Promise<void>;

/**
 * Runs something in a time of its own, which passes only when it is told to. The library's own timers are not used: to let
 * follow what follows from each, it waits a real millisecond.
 */
export async function outOfTime(run: (pass: Pass) => Promise<void>): Promise<void> {
  vi.useFakeTimers({ now: morning, toFake: ["Date", "performance"] });
  const timers = createTimers(() => performance.now());
  const repeat = (again: () => void, milliseconds: number): Timer => {
    const first = timers.set(() => {
      again();
      if (first.run !== undefined) timers.set(first.run, milliseconds);
    }, milliseconds);
    return first;
  };
  const clear = (timer: Timer | undefined) => timers.clear(timer);
  vi.stubGlobal(
    "setTimeout",
    (once: (...given: unknown[]) => void, milliseconds: number, ...given: unknown[]) =>
      timers.set(() => once(...given), milliseconds),
  );
  vi.stubGlobal("setInterval", repeat);
  vi.stubGlobal("clearTimeout", clear);
  vi.stubGlobal("clearInterval", clear);
  usePause(virtualPause);
  try {
    // A clock that starts at 0 is taken for "no time" by the cache.
    vi.advanceTimersByTime(1_000);
    await run(async (milliseconds) => {
      const end = performance.now() + milliseconds;
      await turn();
      for (let next = timers.next(end); next !== undefined; next = timers.next(end)) {
        vi.advanceTimersByTime(next.at - performance.now());
        next.run?.();
        await turn();
      }
      vi.advanceTimersByTime(end - performance.now());
    });
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    usePause(pause);
  }
}

/** Modules see what is replaced in those of Node only when they are told. */
function usePause(one: (milliseconds?: number) => Promise<unknown>): void {
  Reflect.set(pauses, "setTimeout", one);
  syncBuiltinESMExports();
}

/** As the one of Node, whose value nobody takes here. */
function virtualPause(
  milliseconds = 1,
  _?: unknown,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(new Error("the pause is over", { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end);
  });
}

export const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** What somebody who is gone waits for. */
export const never = <T>() => new Promise<T>(() => {});
