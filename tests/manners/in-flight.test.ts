import { expect, test, vi } from "vitest";
import { createInFlight } from "../../src/manners/in-flight.ts";
import { stopTheClock } from "./happenings.ts";

stopTheClock();

const forever = () => new Promise<void>(() => {});

test("a stop waits for all that is under way, also for what fails", async () => {
  const inFlight = createInFlight();
  void inFlight.track(new Promise((resolve) => setTimeout(resolve, 100)));
  const failing = inFlight.track(
    new Promise((_, reject) => {
      setTimeout(reject, 200, new Error("bug"));
    }),
  );
  let failure: unknown;
  failing.catch((error: unknown) => (failure = error));
  let isSettled = false;
  const settled = inFlight.settled(5_000).then(() => (isSettled = true));
  await vi.advanceTimersByTimeAsync(199);
  expect(isSettled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isSettled).toBe(true);
  await settled;
  expect(failure).toEqual(new Error("bug"));
  expect(vi.getTimerCount()).toBe(0);
});

test("a stop waits for what hangs only as long as it has patience", async () => {
  const inFlight = createInFlight();
  void inFlight.track(forever());
  let isSettled = false;
  const settled = inFlight.settled(700).then(() => (isSettled = true));
  await vi.advanceTimersByTimeAsync(699);
  expect(isSettled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isSettled).toBe(true);
  await settled;
});

test("a stop with nothing under way does not wait, nor for what has ended", async () => {
  const inFlight = createInFlight();
  await inFlight.track(Promise.resolve());
  await inFlight.settled(5_000);
  expect(vi.getTimerCount()).toBe(0);
});
