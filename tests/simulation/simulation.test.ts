import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

const steps = 200;
const first = Number(process.env["SEED"] ?? 1);
const seeds = process.env["SEED"] === undefined ? Number(process.env["SEEDS"] ?? 60) : 1;

test("whatever happens on the way", { timeout: 600_000 }, async () => {
  const found: string[] = [];
  const sum = { events: 0, deliveries: 0, answers: 0 };
  const began = performance.now();
  for (let seed = first; seed < first + seeds && found.length < 20; seed += 1) {
    const { faults, counts, history } = await simulate(seed, steps);
    found.push(...faults.map((fault) => `SEED=${seed}: ${fault}`));
    sum.events += counts.events;
    sum.deliveries += counts.deliveries;
    sum.answers += counts.answers;
    if (process.env["SEED"] !== undefined) process.stderr.write(history.join("\n") + "\n");
  }
  process.stderr.write(`${seeds} seeds ${JSON.stringify(sum)} ${Math.round(performance.now() - began)} ms\n`);
  expect(found).toEqual([]);
});
