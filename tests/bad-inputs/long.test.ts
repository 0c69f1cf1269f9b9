import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connected, connect } from "../adapters/discord/connect.ts";

/** Milliseconds that Discord waits, without half a second for the way there and back. */
const longestWait = 2_500;
const long = "Is Grok open, and what about its weights, its licence and its data? "
  .repeat(90)
  .slice(0, 6_000);

let discord: Connected;
beforeAll(async () => {
  discord = await connect();
});
afterAll(() => discord.stop());

async function timed(index: number, question: string): Promise<readonly [answered: boolean, ms: number]> {
  const started = performance.now();
  const who = { user: { id: String(700_000 + index), username: "ada" } };
  const { answered } = await discord.server.slash("ask", { question }, who);
  return [answered, performance.now() - started];
}

test("6,000 characters beside fifty other questions keep nobody waiting", async () => {
  // So that making the index is nobody's wait.
  await timed(0, "was sind Gewichte?");
  const fifty = () =>
    Array.from({ length: 50 }, (_, index) => timed(index + 1, `is grok ${index} open source?`));
  const alone = await Promise.all(fifty());
  const beside = await Promise.all([timed(99, long), ...fifty()]);
  const slowest = (all: readonly (readonly [boolean, number])[]) => Math.max(...all.map(([, ms]) => ms));
  console.log(
    `slowest of fifty beside a long one: ${(slowest(beside) / slowest(alone)).toFixed(2)} times alone`,
  );
  for (const [answered, ms] of [...alone, ...beside]) {
    expect(answered).toBe(true);
    expect(ms).toBeLessThan(longestWait);
  }
});
