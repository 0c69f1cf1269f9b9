import { syncBuiltinESMExports } from "node:module";
import { vi } from "vitest";

// Taken before it is replaced: it lets everything happen that does not wait for time.
const soon = setImmediate;
const turn = () => new Promise<void>((resolve) => void soon(resolve));

const morning = Date.UTC(2026, 10, 22, 9);

/** Runs something in a time of its own, which passes only when it is told to. */
export async function outOfTime(run: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ now: morning });
  // Modules see what is replaced in those of Node only then.
  syncBuiltinESMExports();
  try {
    // A fake clock starts at 0, which the cache takes for "no time".
    vi.advanceTimersByTime(1_000);
    await run();
  } finally {
    vi.useRealTimers();
    syncBuiltinESMExports();
  }
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
