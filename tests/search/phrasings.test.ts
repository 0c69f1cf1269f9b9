import { describe, expect, test } from "vitest";
import { languages } from "../../src/chat.ts";
import { fold } from "../../src/knowledge/fold.ts";
import { createLexicon } from "../../src/search/lexicon.ts";
import { settings } from "../../src/search/settings.ts";
import { stem, wordsOf } from "../../src/search/words.ts";
import { knowledge } from "../chat.ts";
import { questionSet } from "./judge.ts";

const phrasings = [...knowledge.entries].flatMap(([key, { questions }]) =>
  languages.flatMap((language) => (questions?.[language] ?? []).map((text) => ({ key, text }))),
);
const lexicon = createLexicon(knowledge, settings);
const contentOf = (text: string) =>
  new Set(
    wordsOf(text)
      .filter((word) => !lexicon.isStopword(word))
      .map(stem),
  );

test("the entries that people ask about most have two phrasings or more in each language", () => {
  const well = [...knowledge.entries.values()].filter(({ questions }) =>
    languages.every((language) => (questions?.[language].length ?? 0) >= 2),
  );
  expect(well.length).toBeGreaterThanOrEqual(60);
});

// Else the measures would only say how well the labelled questions were copied.
describe.each(["questions", "holdout"] as const)("no phrasing gives away a question of %s:", (set) => {
  const questions = questionSet(set).filter(({ expected }) => expected.length > 0);

  test("none is equal", () => {
    const asked = new Set(questions.map(({ text }) => fold(text)));
    expect(phrasings.filter(({ text }) => asked.has(fold(text)))).toEqual([]);
  });

  test("none shares four of five words that matter", () => {
    const near = questions.flatMap(({ id, text }) => {
      const words = contentOf(text);
      // Two words are a topic, not a wording.
      if (words.size < 3) return [];
      return phrasings
        .filter(({ text: phrasing }) => likeness(words, contentOf(phrasing)) >= 0.8)
        .map(({ key, text: phrasing }) => `${id} ${text} = ${key} ${phrasing}`);
    });
    expect(near).toEqual([]);
  });
});

/** Jaccard's measure. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}
