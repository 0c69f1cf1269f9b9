import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

/**
 * Whatever goes wrong between people, platforms, processes and the store: `SEEDS=1000 npx vitest run tests/simulation` is the
 * long run, `SEED=17 npx vitest run tests/simulation` repeats one, and prints all that happened in it.
 */
const one = process.env["SEED"];
const first = Number(one ?? 1);
const seeds = one === undefined ? Number(process.env["SEEDS"] ?? 60) : 1;
export const steps = 200;
/** More of the same tell nothing new. */
const mostFaults = 20;

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Every other life, so that two files of tests share them, and two cores the work. */
export function testLives(which: "odd" | "even"): void {
  const mine = Array.from({ length: seeds }, (_, index) => first + index).filter(
    (seed) => (seed % 2 === 1) === (which === "odd"),
  );
  test.skipIf(mine.length === 0)(
    `in ${mine.length} lives of ${steps} steps nothing is answered twice, lost, betrayed, or kept against a decision`,
    { timeout: 3_600_000 },
    async () => {
      const faults: string[] = [];
      const sum = { events: 0, deliveries: 0, answers: 0 };
      const began = performance.now();
      for (const seed of mine) {
        const life = await simulate(seed, steps);
        faults.push(...life.faults.map((fault) => `SEED=${seed}: ${fault}`));
        for (const what of ["events", "deliveries", "answers"] as const) sum[what] += life.counts[what];
        if (one !== undefined) for (const line of life.history) say(line);
        if (faults.length >= mostFaults) break;
      }
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      if (process.env["SEEDS"] !== undefined)
        say(`${JSON.stringify({ seeds: mine.length, steps, ...sum })} in ${seconds} s`);
      expect(faults).toEqual([]);
      // A life in which nothing happens proves nothing.
      expect(sum.answers).toBeGreaterThan((mine.length * steps) / 4);
    },
  );
}
