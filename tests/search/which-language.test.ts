import { describe, expect, test } from "vitest";
import { createLanguageOf } from "../../src/search/language.ts";

const subject = {
  names: {
    en: ["Open source", "open data", "fork", "a licence of its own", "big data portal", "second hand"],
    de: ["Open-Source-KI", "offene Daten", "Fork", "Gewichte", "Data Portal", "Hand"],
  },
  words: { en: ["hello", "compare", "mind", "hello"], de: ["hallo", "vergleich", "open"] },
  shared: ["Grok", "Open Mind"],
};

function languageOf(text: string) {
  const everyday = { en: "what is was the in  my", de: "was ist die in\n\nmein für" };
  return createLanguageOf(everyday, () => subject)(text);
}

describe("everyday words decide", () => {
  test.each([
    ["what is my Gewichte", "en"],
    ["mein open source", "de"],
    ["the ist the", "en"],
    ["ist das the", undefined],
    ["in", undefined],
    ["The In", "en"],
    ["die-was the", "en"],
    ["the die.x-y.die", "en"],
    ["mein x-y", "de"],
    ["mei x-y n", undefined],
  ] as const)("%j: %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test("and an umlaut is as good as a word", () => {
    expect(languageOf("Größe")).toBe("de");
    expect(languageOf("ÜBER")).toBe("de");
    expect(languageOf("the Größe")).toBeUndefined();
    expect(languageOf("what is the Größe")).toBe("en");
  });
});

describe("when they do not, the subject does:", () => {
  test.each([
    ["a name", "gewichte", "de"],
    ["a name of several words", "open data", "en"],
    ["a name that is part of one in the other language says nothing", "open source", undefined],
    ["whichever language that is", "data portal", undefined],
    ["a single word may well be part of one", "hand", "de"],
    ["a name that both have says nothing", "fork", undefined],
    ["nor does what all share", "grok", undefined],
    ["a word", "hello", "en"],
    ["a word of a name", "daten", "de"],
    ["a word that both have says nothing", "open", undefined],
    ["nor does one that all share", "mind", undefined],
    ["the longest name counts, not its words", "open mind", undefined],
    ["behind a name it goes on", "open mind gewichte", "de"],
    ["before a name it begins", "gewichte open mind", "de"],
    ["a word by its stem", "vergleiche", "de"],
    ["a word of a name by its stem", "portales", undefined],
    ["a word of a name by its stem", "licences", "en"],
    ["a stem that all share says nothing", "minds", undefined],
    ["the longest of all names", "gewichte, a licence of its own hello", "en"],
    ["nothing that is known", "xyzzy", undefined],
    ["nothing at all", "", undefined],
    ["one word of each", "hello gewichte", undefined],
  ] as const)("%s: %j", (_, text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe("names with numbers are said in no language", () => {
  test.each([
    ["grok-1 in2 hello3", undefined],
    ["  hello-2  hello-3 ", undefined],
    ["hello gewichte2 is3", "en"],
    ["hello3 hello4", undefined],
    ["gewichte grok-1", "de"],
  ] as const)("%j: %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

test("only the first 500 characters are read", () => {
  expect(languageOf(`${" ".repeat(497)}the`)).toBe("en");
  expect(languageOf(`${" ".repeat(498)}the`)).toBeUndefined();
  expect(languageOf(`${" ".repeat(500)}ä`)).toBeUndefined();
});

test("without any names the words still tell", () => {
  const nameless = { ...subject, names: { en: [], de: [] }, shared: [] };
  expect(createLanguageOf({ en: "the", de: "die" }, () => nameless)("hallo")).toBe("de");
});
