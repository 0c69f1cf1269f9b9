import { expect, test } from "vitest";
import { steps, testLives } from "./lives.ts";
import { simulate } from "./simulate.ts";

testLives("odd");

test("the same seed gives the same life, another seed another", async () => {
  const [life, again, other] = [await simulate(7, steps), await simulate(7, steps), await simulate(8, steps)];
  expect(again.history).toEqual(life.history);
  expect(other.history).not.toEqual(life.history);
});
