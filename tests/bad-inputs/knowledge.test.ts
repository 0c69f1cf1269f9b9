import { assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/knowledge/check/decode.ts";
import { readYaml } from "../../src/knowledge/check/yaml.ts";
import { edit, faultsOf, textOf } from "../knowledge/edits.ts";
import { example } from "../knowledge/example.ts";
import { mutantsOf } from "./mutate.ts";
import { mutations, seed } from "./ways.ts";

const file = "models/birch.yaml";
const original = textOf(file, example);
const whole = (by: string) => edit(example, [{ file, replace: original, by }]);
const bomb = [
  'a0: &a0 ["grok"]',
  ...Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]`,
  ),
].join("\n");

describe("a file that would be the end of a program is refused by its line, in a moment:", () => {
  test.each([
    ["a bomb of aliases", bomb],
    ["100,000 brackets", "[".repeat(100_000)],
    ["100,000 records in records", "{a: ".repeat(25_000)],
    ["lists in lists", `${"- ".repeat(50_000)}x`],
    ["20,000 keys", Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join("\n")],
    ["half a megabyte of one word", "x".repeat(600_000)],
  ])("%s", (_, text) => {
    const started = performance.now();
    const faults = faultsOf(whole(text));
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatch(/^knowledge\/[\w/.-]+:\d+ \S/u);
    // Reading 20,000 keys took the library ten seconds.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test("a file with some changes is read or refused by its line, and breaks nothing", () => {
  assert(
    property(
      constantFrom(original, bomb, "a: [1, 2]\nb:\n  - c: |\n      d\n").chain(mutantsOf),
      (mutant) => {
        const { text: read, flaws } = decode(Buffer.from(mutant));
        const faults = read === undefined ? [] : readYaml(file, read).faults;
        expect([...flaws, ...faults].filter(({ line }) => !(line >= 1))).toEqual([]);
        expect(flaws.length + (read === undefined ? 0 : 1)).toBeGreaterThan(0);
      },
    ),
    { numRuns: mutations * 4, seed },
  );
}, 600_000);
