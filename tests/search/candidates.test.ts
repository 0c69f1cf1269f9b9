import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { candidates, lettersApart, piecesOf } from "../../src/search/pieces.ts";

const letters = array(constantFrom("a", "b", "c", "é"), { minLength: 4, maxLength: 16 });
const slip = record({
  kind: constantFrom("left out", "put in", "replaced"),
  at: nat(),
  letter: constantFrom("a", "b", "x", "é"),
});

/** A word, and what a hand makes of it with so many slips. */
const mistyped = record({ word: letters, slips: array(slip, { minLength: 1, maxLength: 3 }) }).map(
  ({ word, slips }) => {
    const typed: string[] = [...word];
    for (const { kind, at, letter } of slips) {
      typed.splice(at % typed.length, kind === "put in" ? 0 : 1, ...(kind === "left out" ? [] : [letter]));
    }
    return { word: word.join(""), typed: typed.join(""), most: slips.length };
  },
);

test("a word is among the candidates for all that a hand makes of it, and its letters are not too far apart", () => {
  assert(
    property(mistyped, ({ word, typed, most }) => {
      const pieces = piecesOf(new Set(["another", word]), () => most);
      expect([...candidates(pieces, typed, most)]).toContain(word);
      expect(lettersApart(typed, most)(word)).toBe(false);
    }),
    { endOnFailure: true },
  );
});

const prepared = (word: string, slips: number) => piecesOf(new Set([word]), () => slips);

describe("with one slip, “abcdefgh” is", () => {
  test.each([
    ["a candidate for itself", "abcdefgh", true],
    ["one where the first half is whole", "abcdxxxx", true],
    ["one where the second is", "xxxxefgh", true],
    ["one where the second is shifted by what is put in", "xxxxxefgh", true],
    ["or by what is left out", "xxxefgh", true],
    ["none where it is shifted although nothing is", "xxxefghx", false],
    ["none where it is shifted too little", "xxxxefghx", false],
    ["none where the first half is shifted", "xabcdxxx", false],
    ["none where neither half is whole", "abcxxfgh", false],
    ["none for two letters more", "abcdefghij", false],
    ["none for two letters fewer", "abcdef", false],
    ["none for nothing", "", false],
  ])("%s: %s", (_, typed, found) => {
    expect(candidates(prepared("abcdefgh", 1), typed, 1).has("abcdefgh")).toBe(found);
  });
});

describe("with two slips, “abcdefghi” is", () => {
  test.each([
    ["a candidate where the middle is shifted by one and made up for", "xxdefxxxx", true],
    ["one the other way round", "xxxxdefxx", true],
    ["none where it is shifted by two", "xdefxxxxx", false],
    ["none the other way round", "xxxxxdefx", false],
    ["one where the end is shifted by two", "xxxxghi", true],
    ["and the other way round", "xxxxxxxxghi", true],
    ["none where the end is shifted by one although two are left out", "xxxghix", false],
  ])("%s: %s", (_, typed, found) => {
    expect(candidates(prepared("abcdefghi", 2), typed, 2).has("abcdefghi")).toBe(found);
  });
});

describe("words are prepared", () => {
  const perFour = (length: number) => Math.floor(length / 4);
  const found = (typed: string, slips: number) => [
    ...candidates(piecesOf(new Set(["abcdefg", "ab"]), perFour), typed, slips),
  ];

  test("for as many slips as a word of about their length may have, and for one", () => {
    expect([1, 2].map((slips) => found("abcdefgh", slips))).toEqual([["abcdefg"], ["abcdefg"]]);
    expect(found("abc", 1)).toEqual(["ab"]);
  });

  test("for no more", () => {
    expect([0, 3].map((slips) => found("abcdefg", slips))).toEqual([[], []]);
    expect([0, 2].map((slips) => found("ab", slips))).toEqual([[], []]);
  });

  test("each group in the order of the words", () => {
    const alike = piecesOf(new Set(["abxx", "abyy", "zzzz"]), () => 1);
    expect([...candidates(alike, "abab", 1)]).toEqual(["abxx", "abyy"]);
  });
});

describe("letters of “abca” and", () => {
  test.each([
    ["the same in another order", "caab", 0, false],
    ["one more of the same", "abcaa", 0, true],
    ["one fewer", "abc", 0, false],
    ["one other", "abcx", 0, true],
    ["one other where one may be", "abcx", 1, false],
    ["two others where one may be", "abxy", 1, true],
    ["one beyond ASCII", "abcaß", 0, true],
  ])("%s: %s with %d slips", (_, word, slips, apart) => {
    const tooFar = lettersApart("abca", slips);
    // What one word uses up is there again for the next.
    expect([tooFar(word), tooFar(word)]).toEqual([apart, apart]);
  });

  test("letters beyond ASCII are taken for the same", () => {
    expect(lettersApart("é", 0)("ж")).toBe(false);
    expect(lettersApart("éж", 0)("жжж")).toBe(true);
  });
});
