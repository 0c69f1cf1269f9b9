import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ours, peers, type Build, type Engine } from "./eval/engines.ts";
import { readQuestions } from "./eval/questions.ts";
import { createRandom, grow } from "./eval/synthetic.ts";
import { openKnowledge, type Knowledge } from "./knowledge/knowledge.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createFind } from "./search/find.ts";

const rounds = 3;
/** A linear engine would need hours for all questions; it gets the first ones of a mixed order. */
const patienceInMilliseconds = 10_000;
/** An engine that takes longer for most questions is left out at the next size: one question would take minutes. */
const tooSlowInMilliseconds = 1_000;

/** `npm run bench -- [--sizes 1000,10000]`: what the search costs, beside others, at today's size and at larger ones. */
function main(): void {
  const { values: flags } = parseArgs({
    options: { sizes: { type: "string", default: "1000,10000,100000" } },
  });
  const knowledge = openKnowledge(openLibrary());
  const file = fileURLToPath(import.meta.resolve("#questions"));
  const random = createRandom(1);
  const questions = readQuestions(file, readFileSync(file, "utf8"))
    .map(({ text }) => ({ text, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
  exactNames(knowledge);
  hostileInput(knowledge);
  const sizes = [knowledge.entries.size, ...flags.sizes.split(",").map(Number)];
  let builds: readonly Build[] = [ours, ...Object.values(peers)];
  for (const size of sizes) builds = compare(builds, grow(knowledge, size), questions);
}

function exactNames(knowledge: Knowledge): void {
  const find = createFind(knowledge);
  const times = 50_000;
  for (let count = 0; count < times; count += 1) find("Model weights");
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) find("Model weights");
  const { user, system } = process.cpuUsage(before);
  console.log(`a name in full: ${((user + system) / times).toFixed(1)} µs of CPU`);
}

function hostileInput(knowledge: Knowledge): void {
  const find = createFind(knowledge);
  const random = createRandom(2);
  const letters = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
  const inputs = {
    "one letter": "a".repeat(4000),
    "unknown words": letters(4000, "abcdefghijklmnopqrstuvwxyz      "),
    "near words": "modle wiehgts groook lamma ".repeat(160),
    "joined words": "openweightsmodelleopensource".repeat(143),
    names: "grok vs llama or open weights and ".repeat(120),
    sentences: "is grok open? ".repeat(290),
    marks: "?!.,;: <@U1> **`|".repeat(250),
    "stacked marks": "e\u0301\u0302\u0303".repeat(1000),
  };
  for (const [name, text] of Object.entries(inputs)) {
    find(text);
    const spent = Array.from({ length: 9 }, () => timed(() => find(text)));
    console.log(`4,000 characters, ${name}: ${median(spent).toFixed(2)} ms`);
  }
}

/** Returns those that are worth measuring at a larger size. */
function compare(
  builds: readonly Build[],
  knowledge: Knowledge,
  questions: readonly string[],
): readonly Build[] {
  console.log(`\n${knowledge.entries.size} entries`);
  const built = builds.map((build) => measureBuild(build, knowledge));
  const times = built.map(() => questions.map((): number[] => []));
  // In turn, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { engine }] of built.entries()) {
      const until = performance.now() + patienceInMilliseconds;
      for (const [number, question] of questions.entries()) {
        if (performance.now() > until) break;
        times[at]?.[number]?.push(timed(() => engine.search(question)));
      }
    }
  }
  const tuned = built.findIndex(({ engine }) => engine.name === "MiniSearch, tuned");
  const spent = times.map((perQuestion) => perQuestion.filter((some) => some.length > 0).map(median));
  for (const [at, { engine, milliseconds, megabytes }] of built.entries()) {
    const mine = spent[at] ?? [];
    const both = Math.min(mine.length, spent[tuned]?.length ?? 0);
    const share = quantile(mine.slice(0, both), 0.99) / quantile((spent[tuned] ?? []).slice(0, both), 0.99);
    console.log(
      [
        engine.name.padEnd(26),
        `p50 ${quantile(mine, 0.5).toFixed(3)} ms`.padEnd(18),
        `p99 ${quantile(mine, 0.99).toFixed(2)} ms`.padEnd(18),
        `p99 : tuned MiniSearch ${share.toFixed(3)}`.padEnd(32),
        `build ${milliseconds.toFixed(0)} ms`.padEnd(16),
        `heap ${megabytes.toFixed(1)} MB`.padEnd(16),
        `${mine.length} questions`,
      ].join(""),
    );
  }
  return builds.filter((_, at) => quantile(spent[at] ?? [], 0.5) < tooSlowInMilliseconds);
}

function measureBuild(build: Build, knowledge: Knowledge) {
  const heapBefore = heapAfterCollection();
  const started = performance.now();
  const engine: Engine = build(knowledge);
  // Ours is built by the first question.
  engine.search("is grok open source?");
  const milliseconds = performance.now() - started;
  return { engine, milliseconds, megabytes: (heapAfterCollection() - heapBefore) / 2 ** 20 };
}

function heapAfterCollection(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

main();
