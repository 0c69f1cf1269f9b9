import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startUpkeep, type Upkeep } from "../../src/store/upkeep.ts";

beforeEach(() => void vi.useFakeTimers());
let upkeep: Upkeep | undefined;
afterEach(() => {
  upkeep?.stop();
  vi.useRealTimers();
});

/** A store that several processes share, of which one may tidy. */
function shared({ mayTidy = true, processes = async () => 3 } = {}) {
  const tidied: number[] = [];
  upkeep = startUpkeep({
    processes,
    lease: async () => mayTidy,
    tidy: async () => void tidied.push(Date.now()),
  });
  return { upkeep, tidied };
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

test("the processes are counted from the start, and again and again", async () => {
  let count = 2;
  const { upkeep: running } = shared({ processes: async () => count });
  expect(running.processes()).toBe(1);
  await minutes(0);
  expect(running.processes()).toBe(2);
  count = 5;
  await minutes(0.25);
  expect(running.processes()).toBe(5);
});

test("a store that cannot be reached leaves the last count", async () => {
  const { upkeep: running } = shared({
    processes: async () => {
      throw new Error("away");
    },
  });
  await minutes(1);
  expect(running.processes()).toBe(1);
});

test("one process tidies every ten minutes, the others leave it to that one", async () => {
  const one = shared();
  await minutes(21);
  expect(one.tidied).toHaveLength(2);
  one.upkeep.stop();
  await minutes(21);
  expect(one.tidied).toHaveLength(2);
  const other = shared({ mayTidy: false });
  await minutes(21);
  expect(other.tidied).toHaveLength(0);
});
