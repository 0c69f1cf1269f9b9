import { describe, expect, test } from "vitest";
import { entryKey, type Entry } from "../../src/knowledge/knowledge.ts";
import { fingerprintOf, thresholdsFit } from "../../src/search/thresholds.ts";
import { fewEntries, knowledge, term } from "./few.ts";

const weights = term("weights", { en: ["Weights"], de: ["Gewichte"] });
const few = fewEntries(weights);
const changed = (change: Partial<typeof weights>) => fewEntries({ ...weights, ...change });

test("a fingerprint is 16 hexadecimal digits, the same for the same knowledge", () => {
  expect(fingerprintOf(few)).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf(changed({}))).toBe(fingerprintOf(few));
});

describe("a fingerprint changes with", () => {
  test.each([
    ["an entry's key", withKey("term:other", weights)],
    ["a name", changed({ term: { en: "Weight", de: "Gewichte" } })],
    ["a question", changed({ questions: { en: ["what are they"], de: [] } })],
    ["what an entry says at length", changed({ definition: { en: "Numbers.", de: "Zahlen." } })],
    ["a stop word", { ...few, stopwords: { ...few.stopwords, withheld: "nothing" } }],
    ["a synonym", { ...few, synonyms: { groups: few.synonyms.groups.slice(1) } }],
  ])("%s", (_, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(few));
  });
});

test("thresholds fit the knowledge that they were measured on, and no other", () => {
  expect(thresholdsFit(knowledge), "run: npm run eval -- --calibrate").toBe(true);
  expect(thresholdsFit(few)).toBe(false);
});

function withKey(key: ReturnType<typeof entryKey>, entry: Entry) {
  return { ...few, entries: new Map([[key, entry]]) };
}
