import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import { vi } from "vitest";

// Taken before they are replaced. The first lets everything happen that does not wait for time.
const soon = setImmediate;
const pause = timers.setTimeout;
const turn = () => new Promise<void>((resolve) => void soon(resolve));

const morning = Date.UTC(2026, 10, 22, 9);

/** Runs something in a time of its own, which passes only when it is told to. */
export async function outOfTime(run: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ now: morning });
  usePause(virtualPause);
  try {
    // A fake clock starts at 0, which the cache takes for "no time".
    vi.advanceTimersByTime(1_000);
    await run();
  } finally {
    vi.useRealTimers();
    usePause(pause);
  }
}

/** The library leaves this one as it is. Modules see what is replaced in those of Node only when they are told. */
function usePause(one: typeof timers.setTimeout): void {
  timers.setTimeout = one;
  syncBuiltinESMExports();
}

function virtualPause<T = void>(
  milliseconds = 1,
  value?: T,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(new Error("the pause is over", { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve(value as T);
    }, milliseconds);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end);
  });
}

/**
 * Lets milliseconds pass. Timer by timer, and after each whatever follows from it: the library's own way to do so waits a
 * real millisecond each time.
 */
export async function pass(milliseconds: number): Promise<void> {
  let isOver = false;
  setTimeout(() => (isOver = true), milliseconds);
  await turn();
  while (!isOver) {
    vi.advanceTimersToNextTimer();
    await turn();
  }
}

export const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** What somebody who is gone waits for. */
export const never = <T>() => new Promise<T>(() => {});
