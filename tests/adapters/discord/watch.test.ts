import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { usualPatience, watchOver } from "../../../src/adapters/discord/watch.ts";

let given: string[];
let connected: boolean;
const shard = { id: 0, lastPingTimestamp: -1 };
let timer: NodeJS.Timeout;

beforeEach(() => {
  vi.useFakeTimers();
  given = [];
  connected = true;
  shard.lastPingTimestamp = -1;
  timer = watchOver(
    [shard],
    () => connected,
    usualPatience,
    (why) => given.push(why),
  );
});
afterEach(() => {
  clearInterval(timer);
  vi.useRealTimers();
});

/** Seconds pass, with a heartbeat every 41 s. */
function live(seconds: number): void {
  for (let second = 1; second <= seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    if (second % 41 === 0) shard.lastPingTimestamp = Date.now();
  }
}

test("a connection with heartbeats is left alone", () => {
  live(600);
  expect(given).toEqual([]);
});

test("one without heartbeats is given up after two minutes", () => {
  live(82);
  vi.advanceTimersByTime(115_000);
  expect(given).toEqual([]);
  vi.advanceTimersByTime(13_000);
  expect(given[0]).toBe("no heartbeat for 125 s");
});

test("one that does not come back is given up after a minute", () => {
  live(82);
  connected = false;
  vi.advanceTimersByTime(58_000);
  expect(given).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(given[0]).toMatch(/^no connection for 6\d s$/);
});

test("several may log in one after the other, five seconds apart", () => {
  clearInterval(timer);
  const thirteen = Array.from({ length: 13 }, (_, id) => ({ id, lastPingTimestamp: -1 }));
  timer = watchOver(
    thirteen,
    () => false,
    usualPatience,
    (why) => given.push(why),
  );
  vi.advanceTimersByTime(119_000);
  expect(given).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(given[0]).toMatch(/^no connection for 12\d s$/);
});

test("one that comes back has two minutes for its first heartbeat", () => {
  live(82);
  connected = false;
  vi.advanceTimersByTime(50_000);
  connected = true;
  vi.advanceTimersByTime(110_000);
  expect(given).toEqual([]);
});
