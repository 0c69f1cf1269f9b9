import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDictionary } from "../../src/search/near.ts";

const near = (typed: string, known: readonly string[], ...alone: readonly [true?]) =>
  createDictionary(() => known).near(typed, ...alone);
const wordsNear = (typed: string, known: readonly string[], ...alone: readonly [true?]) =>
  near(typed, known, ...alone).map(({ word }) => word);

describe("a slip of the hand costs its share of the letters:", () => {
  test.each([
    ["none", "license", 1],
    ["another letter", "licemse", 1 - 1 / 7],
    ["a letter left out", "licnse", 1 - 1 / 6],
    ["a letter put in", "licennse", 1 - 1 / 8],
    ["neighbours swapped", "licesne", 1 - 1 / 7],
    ["the first two swapped", "ilcense", 1 - 1 / 7],
    ["the last two swapped", "licenes", 1 - 1 / 7],
  ])("%s", (_, typed, similarity) => {
    expect(near(typed, ["license", "boat"])).toEqual([{ word: "license", similarity }]);
  });

  test("two slips cost twice as much", () => {
    expect(near("qantizasion", ["quantization"])).toEqual([{ word: "quantization", similarity: 1 - 2 / 11 }]);
  });

  test("two letters put in are two slips, wherever they are", () => {
    expect(near("quantizationen", ["quantization"])).toEqual([
      { word: "quantization", similarity: 1 - 2 / 14 },
    ]);
  });
});

describe("the longer a word, the more slips are forgiven:", () => {
  test.each([
    ["abc", "abc", "abx"],
    ["abcd", "abxd", "axcx"],
    ["abcdefg", "abxdefg", "abxdexg"],
    ["abcdefgh", "abxdefxh", "axcdxfxh"],
    ["abcdefghijklm", "axcdefghxjklm", "axcdexghixklm"],
    ["abcdefghijklmn", "axcdexghixklmn", "axcdxfghxjxlmn"],
  ])("%j may be %j, but not %j", (typed, close, far) => {
    expect(wordsNear(typed, [close, far])).toEqual([close]);
    expect(wordsNear(typed, [far])).toEqual([]);
  });

  test("in very long ones as if they ended with the 31st", () => {
    const begin = "abcdefghijklmnopqrstuvwxyzabcde";
    const typed = `${begin}fghijklmnopqrst`;
    const known = `${begin}tsrqponmlkjihgf`;
    expect(near(typed, [known])).toEqual([{ word: known, similarity: 1 - 1 / typed.length }]);
  });
});

test.each([
  ["another first letter in a long word", "xuantization", "quantization"],
  ["a letter put before a long word", "xquantization", "quantization"],
  ["neighbours swapped before a number", "gork2", "grok2"],
  ["a letter left out behind a number", "gpt4", "gpt4o"],
])("forgiven is %s: %s for %s", (_, typed, known) => {
  expect(wordsNear(typed, [known])).toEqual([known]);
});

describe("not taken for a slip is", () => {
  test.each([
    ["another number", "gpt7x", "gpt6x"],
    ["a number more", "claude", "claude3"],
    ["a number with its digits swapped", "olmo21", "olmo12"],
    ["another first letter in a short word", "boats", "goats"],
    ["a swap at the beginning of three letters", "bao", "abo"],
    ["a shorter word than four letters", "bats", "bat"],
    ["the same letters in another order", "abcdefgh", "abhgfedc"],
  ])("%s: %s for %s", (_, typed, known) => {
    expect(wordsNear(typed, [known])).toEqual([]);
  });
});

describe("where nothing else was typed", () => {
  test.each([
    ["another first letter is forgiven", "boats", "goats"],
    ["three letters may lack one", "gok", "grok"],
  ])("%s: %s for %s", (_, typed, known) => {
    expect(wordsNear(typed, [known], true)).toEqual([known]);
    expect(wordsNear(typed, [known])).toEqual([]);
  });

  test("a long word may have as many slips as elsewhere", () => {
    expect(wordsNear("qantizasion", ["quantization"], true)).toEqual(["quantization"]);
  });

  test.each([
    ["four letters have to begin alike", "boat", "goat"],
    ["three letters have to begin alike", "rok", "grok"],
    ["two letters may lack none", "gk", "gok"],
    ["four letters may lack one of four only", "bots", "bot"],
  ])("%s: %s is not %s", (_, typed, known) => {
    expect(wordsNear(typed, [known], true)).toEqual([]);
  });
});

describe("of several words", () => {
  test("the one as typed is the only one", () => {
    expect(near("boat", ["boot", "boat", "baot"])).toEqual([{ word: "boat", similarity: 1 }]);
  });

  test("those with swapped neighbours go before all others, and are equal", () => {
    expect(wordsNear("abcde", ["abcdx", "bacde", "abced"])).toEqual(["bacde", "abced"]);
  });

  test("the closest are given, longer ones first", () => {
    const typed = "abcdefgh";
    expect(wordsNear(typed, ["abxdexgh", "abcdefg", "abxdefgh", "abcdefghi"])).toEqual([
      "abcdefghi",
      "abxdefgh",
      "abcdefg",
    ]);
  });

  test("the order in which they are known does not matter", () => {
    const known = ["abxdexgh", "abxdefgh", "axcdexgh"];
    expect(wordsNear("abcdefgh", known)).toEqual(["abxdefgh"]);
    expect(wordsNear("abcdefgh", known.toReversed())).toEqual(["abxdefgh"]);
  });
});

test("any word is found again with one slip behind its first letter", () => {
  const letters = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
  const word = fc.array(letters, { minLength: 5, maxLength: 30 }).map((all) => all.join(""));
  const slip = fc.constantFrom("out", "in", "other", "swapped");
  fc.assert(
    fc.property(word, slip, fc.nat(), letters, (known, kind, where, letter) => {
      const at = 1 + (where % (known.length - 2));
      const [before, here, next, after] = [
        known.slice(0, at),
        known.charAt(at),
        known.charAt(at + 1),
        known.slice(at + 1),
      ];
      const typed = {
        out: before + after,
        in: before + letter + here + after,
        other: before + letter + after,
        swapped: before + next + here + after.slice(1),
      }[kind];
      expect(wordsNear(typed ?? "", [known])).toEqual([known]);
    }),
  );
});

describe("the nearest words", () => {
  const nearest = (typed: string, known: readonly string[]) =>
    createDictionary(() => known)
      .nearest(typed)
      .map(({ word }) => word);

  test.each([
    ["as typed", "really"],
    ["a letter left out", "realy"],
    ["a letter put in", "reallly"],
    ["neighbours swapped", "relaly"],
  ])("have %s: %s", (_, typed) => {
    expect(nearest(typed, ["really"])).toEqual(["really"]);
  });

  test.each([
    ["another letter", "danke", "dance"],
    ["two slips, however long", "abcdefghijklmn", "acdfghijklmn"],
    ["three letters with one left out", "gok", "grok"],
    ["a letter put before", "xreally", "really"],
  ])("never have %s: %s is not %s", (_, typed, known) => {
    expect(nearest(typed, [known])).toEqual([]);
  });
});

test("the words are asked for once, and only when something is looked up", () => {
  let asked = 0;
  const dictionary = createDictionary(() => {
    asked += 1;
    return ["boat"];
  });
  expect(asked).toBe(0);
  dictionary.near("boot");
  dictionary.nearest("baot");
  expect(asked).toBe(1);
});
