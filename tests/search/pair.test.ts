import { describe, expect, test } from "vitest";
import { createFindPair } from "../../src/search/pair.ts";
import { claim, family, model, searchOf, term } from "./small-world.ts";

const zebu = model("Zebu 1", "zebu");
const entries = [
  family("Zebu", [zebu]),
  zebu,
  model("Yak", "yak", { weak: ["ox"] }),
  term("Open source"),
  term("Fork", { weak: ["copy", "paper"] }),
  term("Licence", { aliases: ["forking", "the leak"] }),
  term("Mit"),
  term("Rudder"),
  term("Boat"),
  term("Race of boat"),
  term("Cart wheel"),
  term("Sail boat"),
  term("Deep sea fishing boat"),
  term("Grey old wooden cart wheels"),
  claim("Rare cattle", "Zebus are rare."),
];

/** The names of the two that a sentence asks about together. */
function pairIn(sentence: string, { named = false, without = "" } = {}) {
  const { index, lexicon, read } = searchOf(entries);
  const find = createFindPair((at) => entries[at]?.type ?? "claim", index, lexicon);
  const fits = (at: number) => entries[at]?.id !== without;
  return find(read(sentence), { fits, named })?.map(({ text, start, end }) => `${text} ${start}-${end}`);
}

describe("two are asked about together", () => {
  test.each([
    ["joined by a word", "is zebu or yak better", ["Zebu 1-2", "Yak 3-4"]],
    ["joined behind a word that cards answer", "is zebu licenced and yak", ["Zebu 1-2", "Yak 4-5"]],
    ["joined with more in between", "is zebu really and that yak", ["Zebu 1-2", "Yak 5-6"]],
    ["with something before and behind", "grass: zebu or yak eat", ["Zebu 1-2", "Yak 3-4"]],
    ["contrasted, whatever stands between", "difference zebu grass yak", ["Zebu 1-2", "Yak 3-4"]],
    ["contrasted behind them", "zebu yak versus", ["Zebu 0-1", "Yak 1-2"]],
    [
      "the first two of three that are contrasted",
      "difference fork licence open source",
      ["Fork 1-2", "Licence 2-3"],
    ],
    ["a model and its family", "zebu or zebu 1", ["Zebu 0-1", "Zebu 1 2-4"]],
    ["two models beside a term", "is zebu or yak a fork", ["Zebu 1-2", "Yak 3-4"]],
    ["two terms", "fork or open source", ["Fork 0-1", "Open source 2-4"]],
    ["in the order of the sentence, an inflected one first", "forks or licence", ["Fork 0-1", "Licence 2-3"]],
    ["four words inflected", "forks or deep sea fishing boats", ["Fork 0-1", "Deep sea fishing boat 2-6"]],
    ["two words of one meaning inflected", "forks or sail rowing boats", ["Fork 0-1", "Sail boat 2-5"]],
    ["one named twice", "difference zebu zebu yak", ["Zebu 1-2", "Yak 3-4"]],
    ["a model whose family's name is in its own", "zebu 1 or yak", ["Zebu 1 0-2", "Yak 3-4"]],
    ["an inflected one right behind another", "difference licence forked", ["Licence 1-2", "Fork 2-3"]],
    ["two that are inflected", "difference forks rudders", ["Fork 1-2", "Rudder 2-3"]],
    [
      "one with another's name in it",
      "fork or deep sea fishing boat",
      ["Fork 0-1", "Deep sea fishing boat 2-6"],
    ],
    ["one with another's name behind a small word", "fork or race of boat", ["Fork 0-1", "Race of boat 2-5"]],
    ["one that begins with a small word", "difference the leak fork", ["the leak 1-3", "Fork 3-4"]],
    ["a small word that is joined", "fork or mit", ["Fork 0-1", "Mit 2-3"]],
    ["or joins", "mit or fork", ["Mit 0-1", "Fork 2-3"]],
    [
      "an ordinary word that is contrasted",
      "difference between copy and licence",
      ["copy 2-3", "Licence 4-5"],
    ],
  ])("%s: %s", (_, sentence, pair) => {
    expect(pairIn(sentence)).toEqual(pair);
  });

  test("an ordinary word that is joined, where the text is known to be names", () => {
    expect(pairIn("copy or licence", { named: true })).toEqual(["copy 0-1", "Licence 2-3"]);
    expect(pairIn("copy or licence")).toBeUndefined();
  });

  test("only those that fit", () => {
    expect(pairIn("fork or licence or open source", { without: "licence" })).toEqual([
      "Fork 0-1",
      "Open source 4-6",
    ]);
  });
});

describe("two are not asked about together", () => {
  test.each([
    ["that only stand in one sentence", "zebu yak"],
    ["joined elsewhere", "and zebu yak or"],
    ["with something else between", "zebu eats grass and yak"],
    ["with something else right behind the first", "zebu grass or yak"],
    ["three that are joined", "zebu or yak or zebu 1"],
    ["a model and a term", "zebu or fork"],
    ["a model and two terms", "zebu or fork or licence"],
    ["an ordinary word that is inflected", "licence or papers"],
    ["an inflected name with something in it", "forks or cart of wheels"],
    ["claims", "rare cattle or zebus are rare"],
    ["one and itself", "zebu or zebu"],
    ["a small word that nothing joins", "difference mit the fork"],
    ["names of five words that are inflected", "forks or grey old wooden cart wheel"],
  ])("%s: %s", (_, sentence) => {
    expect(pairIn(sentence)).toBeUndefined();
  });
});
