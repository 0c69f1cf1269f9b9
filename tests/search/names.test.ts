import { describe, expect, test } from "vitest";
import { squeeze } from "../../src/knowledge/fold.ts";
import { createNames, spellingOf } from "../../src/search/names.ts";
import { claim, family, fewEntries, model, term } from "./few.ts";

const known = fewEntries(
  family("Grok (xAI)", { id: "grok", aliases: ["grok"] }),
  model("Grok 1.5", "grok", {
    id: "grok-1-5",
    aliases: ["grok 1.5v", "grok1.5v", "gr ok"],
    weak: ["think mode"],
  }),
  term(
    "data-ethics",
    { en: ["Data ethics", "ethics of data", "dataethics"], de: ["Datenethik", "Data Ethics"] },
    { en: ["ethics"], de: ["Ethik"] },
  ),
  claim("grok-open", "Grok is open", "Grok ist offen"),
  term("grok", { en: ["Grok"], de: ["Grok"] }),
);
const found = (spelling: string) =>
  createNames(known)
    .exact(spelling)
    .map(({ entry, text, weak }) => [entry, text, weak]);

describe("a name is found", () => {
  test.each([
    ["however it is written", "grok15", [[1, "Grok 1.5", false]]],
    ["by an alias", "grok15v", [[1, "grok 1.5v", false]]],
    ["as a title in the other language", "grokistoffen", [[3, "Grok ist offen", false]]],
    ["as an ordinary word", "thinkmode", [[1, "think mode", true]]],
    ["as an ordinary word of a term", "ethik", [[2, "Ethik", true]]],
    ["with the letters of an umlaut joined", squeeze("Data ethics"), [[2, "Data ethics", false]]],
    ["and with the same apart", spellingOf(["data", "ethics"]), [[2, "Data ethics", false]]],
    ["not in part", "gro", []],
  ])("%s", (_, spelling, expected) => {
    expect(found(spelling)).toEqual(expected);
  });

  test("once for an entry that spells it in several ways", () => {
    expect(found("dataethics")).toEqual([[2, "Data ethics", false]]);
    expect(found("grok15v")).toEqual([[1, "grok 1.5v", false]]);
  });

  test("for each entry that has it", () => {
    expect(found("grok")).toEqual([
      [0, "grok", false],
      [1, "gr ok", false],
      [4, "Grok", false],
    ]);
  });
});

test("each name of an entry is there once, and its id only where it is spelled like no other name", () => {
  expect(createNames(known).all.map(({ entry, text }) => [entry, text])).toEqual([
    [0, "Grok (xAI)"],
    [0, "grok"],
    [1, "Grok 1.5"],
    [1, "grok 1.5v"],
    [1, "gr ok"],
    [1, "think mode"],
    [2, "Data ethics"],
    [2, "Datenethik"],
    [2, "ethics of data"],
    [2, "dataethics"],
    [2, "ethics"],
    [2, "Ethik"],
    [3, "Grok is open"],
    [3, "Grok ist offen"],
    [3, "grok-open"],
    [4, "Grok"],
  ]);
});

test("words of names are known, ordinary and small ones too", () => {
  const names = createNames(known);
  expect(["of", "mode", "15", "1.5", "v"].map((word) => names.hasWord(word))).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});

test("the longest name is told by its words", () => {
  expect(createNames(known).mostWords).toBe(3);
  expect(createNames(fewEntries()).mostWords).toBe(1);
});

test("what is nearly a name is looked up among all of their spellings", () => {
  expect(
    createNames(known)
      .dictionary.near("dataethcs")
      .map(({ word }) => word),
  ).toEqual(["dataethics"]);
});
