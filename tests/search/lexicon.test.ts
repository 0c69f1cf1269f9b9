import { describe, expect, test } from "vitest";
import { createLexicon } from "../../src/search/lexicon.ts";
import { settings, type Settings } from "../../src/search/settings.ts";
import { knowledgeOf } from "./small-world.ts";

const lexiconWith = (changes: Partial<Settings> = {}) =>
  createLexicon(knowledgeOf([]), { ...settings, ...changes });
const namesOf = (text: string, lexicon = lexiconWith()) =>
  lexicon.conceptsOf(text.split(" ")).map(({ name }) => name);

describe("words of one meaning are one concept,", () => {
  test.each([
    ["in both languages", "licence", "lizenz"],
    ["whatever their ending", "permits", "license"],
    ["one and several", "quelloffen", "open source"],
    ["several inflected", "open sources", "open source"],
    ["three and two", "source open code", "open source"],
    ["one and two", "boat", "rowing boat"],
  ])("%s: %s and %s", (_, one, other) => {
    expect(namesOf(one)).toEqual(namesOf(other));
    expect(namesOf(one)).toHaveLength(1);
  });

  test("unless synonyms are off", () => {
    expect(namesOf("lizenz permit open source", lexiconWith({ synonyms: false }))).toEqual(
      ["lizenz", "permit", "open", "source"].flatMap((word) =>
        namesOf(word, lexiconWith({ synonyms: false })),
      ),
    );
  });
});

describe("a run of words", () => {
  test("becomes concepts that say where they stand, the longest first", () => {
    expect(
      lexiconWith().conceptsOf(["the", "source", "open", "code", "open", "source", "of", "source"]),
    ).toEqual([
      { name: "the", start: 0, end: 1 },
      { name: namesOf("quelloffen")[0], start: 1, end: 4 },
      { name: namesOf("quelloffen")[0], start: 4, end: 6 },
      { name: "of", start: 6, end: 7 },
      { name: namesOf("origin")[0], start: 7, end: 8 },
    ]);
  });

  test.each(["open", "source open", "rowing", "prize", "code source"])(
    "is no concept when only a part is there: %s",
    (text) => {
      expect(namesOf(text)).toHaveLength(text.split(" ").length);
    },
  );

  test("of none has none", () => {
    expect(lexiconWith().conceptsOf([])).toEqual([]);
  });

  test("belongs to the first group that has it", () => {
    expect(namesOf("open source")).toEqual(namesOf("source open code"));
    expect(namesOf("source")).toEqual(namesOf("quelle"));
  });
});

describe("a word is", () => {
  test("without content when it is of grammar or small talk, in any language", () => {
    const lexicon = lexiconWith();
    expect(
      ["the", "please", "der", "bitte", "boat", "who"].filter((word) => lexicon.isStopword(word)),
    ).toEqual(["the", "please", "der", "bitte", "who"]);
    expect(lexiconWith({ stopwords: false }).isStopword("the")).toBe(false);
  });

  test("one of small talk with a slip only from five letters on", () => {
    const lexicon = lexiconWith();
    expect(lexicon.stopwords.nearest("realy").map(({ word }) => word)).toEqual(["really"]);
    expect(lexicon.stopwords.nearest("hell").map(({ word }) => word)).toEqual(["hello"]);
    expect(lexicon.stopwords.nearest("frmo")).toEqual([]);
  });

  test.each([
    ["asking", "who", "wer"],
    ["around", "anyone", "jemand"],
    ["contrasting", "versus", "unterschied"],
    ["joining", "than", "oder"],
    ["addressing", "you", "du"],
    ["circumstance", "many", "wer"],
  ] as const)("%s: %s, %s", (list, english, german) => {
    const lexicon = lexiconWith();
    expect([english, german, "boat"].map((word) => lexicon.is(list, word))).toEqual([true, true, false]);
  });

  test("withheld", () => {
    const lexicon = lexiconWith();
    expect(["secret", "geheim", "boat"].map((word) => lexicon.isWithheld(word))).toEqual([true, true, false]);
  });
});

describe("a concept is", () => {
  const kinds = (word: string, lexicon = lexiconWith()) =>
    namesOf(word, lexicon).map((name) => [lexicon.isOnCard(name), lexicon.isBeyond(name)]);

  test.each([
    ["what every card answers", "license", true, false],
    ["the same in several words", "open source", true, false],
    ["beyond the knowledge, even with a synonym on the card", "prize money", false, true],
    ["beyond the knowledge, inflected", "prices", false, true],
    ["beyond the knowledge without a synonym", "wetter", false, true],
    ["neither", "boat", false, false],
  ])("%s: %s", (_, word, onCard, beyond) => {
    expect(kinds(word)).toEqual([[onCard, beyond]]);
  });

  test("on no card where cards do not count", () => {
    expect(kinds("license", lexiconWith({ cardWords: false }))).toEqual([[false, false]]);
  });
});
