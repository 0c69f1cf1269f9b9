import { expect, test } from "vitest";
import { calibrate } from "../../src/eval/calibrate.ts";
import { fingerprintOf, thresholds, thresholdsFit } from "../../src/search/thresholds.ts";
import { knowledge } from "../chat.ts";
import { questionSet } from "./judge.ts";

const again = "run: npm run eval -- --calibrate";

test("the thresholds were measured on this knowledge and these settings", () => {
  expect(thresholdsFit(knowledge), again).toBe(true);
});

test("they are what a calibration on the question set gives", () => {
  expect(calibrate(knowledge, questionSet("questions")), again).toEqual(thresholds);
});

test("they no longer fit when a text that is searched or a word list changes", () => {
  const { entries, stopwords, synonyms } = knowledge;
  const [[key, entry] = []] = entries;
  if (key === undefined || entry === undefined) throw new Error("no entries");
  const fewer = new Map(entries);
  fewer.delete(key);
  const asked = new Map(entries).set(key, { ...entry, questions: { en: ["why is that"], de: [] } });
  const changed = [
    { ...knowledge, entries: fewer },
    { ...knowledge, entries: asked },
    { ...knowledge, stopwords: { ...stopwords, withheld: "nothing" } },
    { ...knowledge, synonyms: { groups: synonyms.groups.slice(1) } },
  ];
  for (const other of changed) {
    expect(thresholdsFit(other)).toBe(false);
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(knowledge));
  }
});

test("an answer unasked needs at least what an answer needs, and that more than a question back", () => {
  const { asked, overheard } = thresholds;
  expect(overheard.answer).toBeGreaterThanOrEqual(asked.answer);
  expect(overheard.lead).toBeLessThanOrEqual(asked.lead);
  expect(asked.suggest).toBeLessThan(asked.answer);
});
