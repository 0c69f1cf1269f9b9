import { expect, test } from "vitest";
import { createQueue } from "../../src/picture/queue.ts";

test("only so many run and wait; for more there is nothing, until a place is free again", async () => {
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  const ends: (() => void)[] = [];
  const work = () => queue(() => new Promise<string>((resolve) => ends.push(() => resolve("done"))));
  const [first, second] = [work(), work()];
  expect(await work()).toBeUndefined();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe("done");
  const third = work();
  ends[1]?.();
  expect(await second).toBe("done");
  await new Promise(setImmediate);
  ends[2]?.();
  expect(await third).toBe("done");
});

test("what fails gives its place to the next", async () => {
  const queue = createQueue({ atOnce: 1, waiting: 1 });
  await expect(queue(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await queue(() => Promise.resolve("done"))).toBe("done");
});
