import { expect, test, vi } from "vitest";
import { createTurns, type Turn } from "../../src/manners/turns.ts";
import { keepLog } from "../adapters/slack/workplace.ts";
import { stopTheClock } from "./happenings.ts";

stopTheClock();

const lasting = (milliseconds: number) => () =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** Turns of which every one is taken, for so long. */
function crowd(milliseconds: number) {
  const { log, logged } = keepLog();
  const count = { lost: 0 };
  const turns = createTurns("test", log, () => (count.lost += 1));
  for (let one = 0; one < 200; one += 1) void turns.take(lasting(milliseconds));
  return { turns, logged, count };
}

test("two hundred have their turn at once, the next when one of them has ended, and hears how long it has waited", async () => {
  const { turns, count } = crowd(700);
  const waited: number[] = [];
  const note = async (turn: Turn) => void waited.push(turn.waited);
  const last = turns.take(note);
  await vi.advanceTimersByTimeAsync(699);
  expect(waited).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await last;
  await turns.take(note);
  expect(waited).toEqual([700, 0]);
  expect(count.lost).toBe(0);
});

test("what has waited for too long is not begun, and lost", async () => {
  const { turns, count, logged } = crowd(2_201);
  const begun = vi.fn<() => Promise<void>>();
  const waiting = [turns.take(begun), turns.take(begun)];
  await vi.advanceTimersByTimeAsync(2_201);
  expect(await Promise.all(waiting)).toEqual([false, false]);
  expect(begun).not.toHaveBeenCalled();
  expect(count.lost).toBe(2);
  expect(logged()).toBe('warn more is asked at once than can be answered in time {"adapter":"test"}');
});

test("of more than two thousand that wait, the oldest is lost", async () => {
  const { turns, count } = crowd(100);
  const begun: string[] = [];
  const take = (name: string) => turns.take(async () => void begun.push(name));
  const oldest = take("oldest");
  for (let one = 1; one < 2_000; one += 1) void take("other");
  expect(count.lost).toBe(0);
  void take("newest");
  await oldest;
  expect(count.lost).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toHaveLength(2_000);
  expect(begun).not.toContain("oldest");
});

test("the newest that waits is next", async () => {
  const { turns } = crowd(100);
  const begun: string[] = [];
  for (const name of ["first", "second", "third"]) void turns.take(async () => void begun.push(name));
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toEqual(["third", "second", "first"]);
});

test("the log tells of it once a minute", async () => {
  const { turns, logged } = crowd(100_000);
  for (let one = 0; one < 2_000; one += 1) void turns.take(async () => {});
  const lines = () => logged().split("\n").filter(Boolean).length;
  void turns.take(async () => {});
  await vi.advanceTimersByTimeAsync(59_999);
  void turns.take(async () => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(lines()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  void turns.take(async () => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(lines()).toBe(2);
});

test("what fails gives its turn to the next, and whoever began it hears of it", async () => {
  const { turns } = crowd(100);
  const failing = turns.take(() => Promise.reject(new Error("a bug"))).catch(String);
  const next = turns.take(async () => {});
  await vi.advanceTimersByTimeAsync(100);
  await next;
  expect(await failing).toBe("Error: a bug");
});
