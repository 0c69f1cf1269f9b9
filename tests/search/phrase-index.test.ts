import { describe, expect, test } from "vitest";
import { textsOf } from "../../src/search/phrase-index.ts";
import { claim, family, model, searchOf, term } from "./small-world.ts";

const zebu = model("Zebu 1", "zebu", { vendor: "Farm", text: "grazes quietly" });
const entries = [
  family("Zebu", [zebu], { questions: ["which Zebu is it", "which humped cattle ploughs"] }),
  zebu,
  term("Fork", {
    aliases: ["a split of a project, a split"],
    weak: ["copy"],
    text: "The cattle of a prong",
    german: "rare Zinke",
  }),
  claim("Forks are rare", "Few people fork a boat.", {
    questions: ["how rare is a split"],
    text: "Nobody counts.",
  }),
  term("is it so", { aliases: ["boat only", "only open boat", "cow ox", "?!"] }),
];
const indexed = () => {
  const { index, conceptOf } = searchOf(entries);
  return { index, idOf: (word: string) => conceptOf(word) ?? -1 };
};
const phrasesOf = (entry: number) =>
  indexed()
    .index.phrases.filter((phrase) => phrase.entry === entry)
    .map(({ kind, text }) => `${kind} ${text}`);

describe("looked up are", () => {
  test("the names of an entry, and its questions unless they say no more than a name", () => {
    expect(phrasesOf(0)).toEqual(["name Zebu", "question which humped cattle ploughs"]);
  });

  test("ordinary words", () => {
    expect(phrasesOf(2)).toEqual(["name Fork", "name a split of a project, a split", "weak copy"]);
  });

  test("what a claim states", () => {
    expect(phrasesOf(3)).toEqual([
      "name Forks are rare",
      "question Few people fork a boat.",
      "question how rare is a split",
      "question Few people fork a boat.",
    ]);
  });

  test("no names of which hardly a word tells anything", () => {
    expect(phrasesOf(4)).toEqual(["name only open boat", "name cow ox"]);
  });
});

test("a phrase has its concepts once, without stop words, and weighs what they weigh together", () => {
  const { index, idOf } = indexed();
  const at = index.phrases.findIndex(({ text }) => text === "a split of a project, a split");
  const [split = NaN, project = NaN] = [idOf("split"), idOf("project")].map((id) => index.weights[id]);
  expect(index.phrases[at]?.concepts).toEqual([idOf("split"), idOf("project")]);
  expect(index.phraseWeights[at]).toBe(split + project);
  expect(index.entryOf[at]).toBe(2);
});

test("words that belong together tell something even when the first of them is small", () => {
  const { index, idOf } = indexed();
  const { concepts } = index.phrases.find(({ text }) => text === "only open boat") ?? {};
  expect(concepts).toEqual([idOf("narrow"), idOf("boat")]);
});

test("phrases are found by each of their concepts", () => {
  const { index, idOf } = indexed();
  const textsWith = (word: string) => index.postings[idOf(word)]?.map((at) => index.phrases[at]?.text);
  expect(textsWith("project")).toEqual(["a split of a project, a split"]);
  expect(textsWith("split")).toEqual(["a split of a project, a split", "how rare is a split"]);
  expect(textsWith("prong")).toBeUndefined();
});

test("a concept weighs the more the fewer of the five entries have it", () => {
  const { index, idOf } = indexed();
  const weightOf = (word: string) => index.weights[idOf(word)];
  expect(weightOf("project")).toBe(Math.log(1 + 5));
  // Twice within one entry.
  expect(weightOf("rare")).toBe(Math.log(1 + 5));
  expect(weightOf("split")).toBe(Math.log(1 + 5 / 2));
  expect(index.unseenWeight).toBe(Math.log(1 + 5));
});

describe("an entry has", () => {
  test("the concepts of its phrases, and those of its texts that phrases have too", () => {
    const { index, idOf } = indexed();
    const fork = index.conceptsIn(2);
    expect(fork.phrases).toEqual(new Set(["fork", "split", "project", "copy"].map(idOf)));
    expect(fork.texts).toEqual(new Set(["cattle", "rare"].map(idOf)));
    expect(index.conceptsIn(2)).toBe(fork);
  });

  test("no concepts of texts where it says nothing", () => {
    const { index, idOf } = indexed();
    expect(index.conceptsIn(0)).toEqual({
      phrases: new Set(["zebu", "humped", "cattle", "ploughs"].map(idOf)),
      texts: new Set(),
    });
  });

  test("none where there is no entry", () => {
    expect(indexed().index.conceptsIn(9)).toEqual({ phrases: new Set(), texts: new Set() });
  });
});

test.each([
  ["of names", "project", ["project"]],
  ["of three letters", "cow", ["cow"]],
  ["but not shorter ones", "ox", []],
  ["nor of ordinary names", "copy", []],
  ["nor small ones", "only", []],
  ["nor of questions", "ploughs", []],
])("words are corrected towards words %s: %s", (_, word, known) => {
  expect(
    indexed()
      .index.nameWords.near(word)
      .map((near) => near.word),
  ).toEqual(known);
});

describe("what an entry says at length:", () => {
  const both = (text: string) => ({ en: text, de: `${text} (de)` });
  const fork = term("Fork", { text: "A split.", german: "Eine Abspaltung." });
  const rare = claim("Forks are rare", "Few fork.", { text: "Nobody counts.", german: "Niemand zählt." });

  test.each([
    ["a term's definition", fork, ["A split.", "", "Eine Abspaltung.", ""]],
    [
      "and why it matters",
      { ...fork, matters: both("Rarely.") },
      ["A split.", "Rarely.", "Eine Abspaltung.", "Rarely. (de)"],
    ],
    ["a claim's check", rare, ["Nobody counts.", "", "Niemand zählt.", ""]],
    [
      "and what is known since",
      { ...rare, check: { ...rare.check, since: { ...both("One did."), refs: [] } } },
      ["Nobody counts.", "One did.", "Niemand zählt.", "One did. (de)"],
    ],
    ["a model's vendor and note", zebu, ["Farm", "grazes quietly", ""]],
    ["a family's vendors", family("Zebu", [zebu]), ["Farm"]],
  ])("%s", (_, entry, texts) => {
    expect(textsOf(entry)).toEqual(texts);
  });
});
