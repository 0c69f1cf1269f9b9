import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/knowledge/knowledge.ts";
import type { Scope } from "../../src/search/finding.ts";
import { createNames } from "../../src/search/names.ts";
import { createRank } from "../../src/search/rank.ts";
import { settings, type Settings } from "../../src/search/settings.ts";
import { claim, family, knowledgeOf, model, term } from "./small-world.ts";

const yak = model("Yak nine", "yak");
const entries: readonly Entry[] = [
  family("Yak", [yak], { questions: ["hairy from the mountains"] }),
  yak,
  term("Alpha beta", { weak: ["gamma", "omegas"] }),
  term("Delta epsilon"),
  term("Licence", { questions: ["paper that grants rights"] }),
  term("Mill only"),
  term("Weather vane"),
  claim("Rare cattle", "Cattle are seldom seen."),
];

function rank(text: string, scope: Scope = {}, changes: Partial<Settings> = {}, all = entries) {
  const knowledge = knowledgeOf(all);
  return createRank(knowledge, createNames(knowledge), { ...settings, ...changes })(text, scope);
}
const keysIn = (...asked: Parameters<typeof rank>) => rank(...asked).found.map(({ key }) => key);

describe("found are", () => {
  test("entries, best first, each with what it was found by", () => {
    const { found } = rank("alpha delta epsilon grass");
    expect(keysIn("alpha delta epsilon grass")).toEqual(["term:delta-epsilon", "term:alpha-beta"]);
    expect(found.map(({ why }) => why)).toEqual([
      { phrase: "Delta epsilon", corrected: [], unknown: ["grass"] },
      { phrase: "Alpha beta", corrected: [], unknown: ["grass"] },
    ]);
  });

  test("those of the kinds asked for", () => {
    const text = "alpha yak rare cattle";
    expect(keysIn(text, { kinds: ["term"] })).toEqual(["term:alpha-beta"]);
    expect(keysIn(text, { kinds: ["claim", "family"] }).toSorted()).toEqual([
      "claim:rare-cattle",
      "family:yak",
    ]);
  });

  test("at most five", () => {
    expect(rank("yak alpha delta licence vane rare").found).toHaveLength(5);
  });

  test("none without a word that tells something", () => {
    for (const text of ["", "is it the?", "grass", "?!"]) expect(rank(text).found).toEqual([]);
  });

  test("the model before its family when it is named in full", () => {
    const scoreOf = (key: string, changes: Partial<Settings> = {}) =>
      rank("yak nine", {}, changes).found.find((one) => one.key === key)?.score ?? NaN;
    const member = scoreOf("model:yak-nine");
    const whole = scoreOf("family:yak", { members: false });
    expect(whole).toBeGreaterThan(member / 4);
    expect(scoreOf("family:yak", { familyBesideMember: 0.25 })).toBeCloseTo(member / 4, 12);
  });
});

test.each([
  ["a model", "yak nine licence", "model:yak-nine", 1],
  ["a family", "yak licence", "family:yak", 1],
  ["a term, which has no card", "alpha beta licence", "term:alpha-beta", 0.6],
])("what every card answers is no doubt of %s", (_, text, key, score) => {
  const found = rank(text, {}, { cardWeight: 0 }).found.find((one) => one.key === key);
  expect(found?.score).toBeCloseTo(score, 2);
});

test("nothing is found when a word anywhere is withheld", () => {
  const nothing = { found: [], together: false, open: false };
  expect(rank("is alpha beta secret?")).toEqual(nothing);
  expect(rank("What is alpha beta? Is it geheim?")).toEqual(nothing);
});

describe("a sentence counts by what it tells:", () => {
  const scoresIn = (text: string, changes?: Partial<Settings>) =>
    Object.fromEntries(rank(text, {}, changes).found.map(({ key, score }) => [key, score]));

  test("two words twice as much as one", () => {
    const alone = scoresIn("alpha beta")["term:alpha-beta"] ?? NaN;
    const vane = scoresIn("vane")["term:weather-vane"] ?? NaN;
    expect(scoresIn("Alpha beta. Vane.")).toEqual({
      "term:alpha-beta": expect.closeTo((alone * 2) / 3, 12),
      "term:weather-vane": expect.closeTo(vane / 3, 12),
    });
  });

  test("what tells more comes first", () => {
    expect(keysIn("Vane. Alpha beta.")).toEqual(["term:alpha-beta", "term:weather-vane"]);
  });

  test("unknown words tell nothing", () => {
    expect(scoresIn("Alpha beta. Grass reed moss.")).toEqual(scoresIn("Alpha beta."));
  });

  test("what is asked about twice is found by the better of them", () => {
    for (const text of ["Alpha grass. Alphga beta.", "Alphga beta. Alpha grass."]) {
      const [found] = rank(text).found;
      expect(found?.why).toEqual({ phrase: "Alpha beta", corrected: [["alphga", "alpha"]], unknown: [] });
      expect(found?.score).toBeGreaterThan((scoresIn("Alphga beta.")["term:alpha-beta"] ?? NaN) * 0.67);
    }
  });

  test("all are one where they are not told apart", () => {
    expect(scoresIn("Alpha. Beta.", { sentences: false })).toEqual(scoresIn("alpha beta"));
    expect(scoresIn("Alpha. Beta.")["term:alpha-beta"]).toBeLessThan(1);
  });

  test("a name of which no word tells anything is worth nothing", () => {
    expect(scoresIn("Mill only. Grass.")).toEqual({ "term:mill-only": 0 });
  });
});

describe("two that are joined", () => {
  test("are found together, with the same score", () => {
    const { found, together } = rank("is alpha beta or delta epsilon grass");
    expect(together).toBe(true);
    expect(found).toMatchObject([
      { key: "term:alpha-beta", why: { phrase: "Alpha beta", unknown: ["grass"] } },
      { key: "term:delta-epsilon", why: { phrase: "Delta epsilon", unknown: ["grass"] } },
    ]);
    expect(found[0]?.score).toBe(found[1]?.score);
  });

  test("count by what their sentence tells, wherever it stands", () => {
    const [alone] = rank("alpha beta or delta epsilon").found;
    const { found, together } = rank("Vane. Alpha beta or delta epsilon?");
    expect(together).toBe(true);
    expect(found.map(({ score }) => score)).toEqual([
      expect.closeTo(((alone?.score ?? NaN) * 4) / 5, 12),
      expect.closeTo(((alone?.score ?? NaN) * 4) / 5, 12),
    ]);
  });

  test("are each for themselves where one does not fit, or nothing is put together", () => {
    const text = "alpha beta or delta epsilon";
    expect(rank(text, { kinds: ["model"] })).toMatchObject({ found: [], together: false });
    expect(rank(text, {}, { pairs: false })).toMatchObject({ together: false, found: { length: 2 } });
  });

  test("may be ordinary words where the text is known to be names", () => {
    expect(rank("gamma or licence", { named: true }).together).toBe(true);
    expect(rank("gamma or licence").together).toBe(false);
  });
});

describe("a whole sentence that comes near to a name", () => {
  test.each([
    ["apart from its spaces", "al phabeto", "alphabeto"],
    ["with small words around it", "the al phabeto", "alphabeto"],
    ["with another first letter", "xlphabeta", "xlphabeta"],
  ])("is read as it: %s", (_, text, typed) => {
    expect(rank(text).found[0]).toMatchObject({
      key: "term:alpha-beta",
      why: { phrase: "Alpha beta", corrected: [[typed, "Alpha beta"]], unknown: [] },
    });
  });

  test("may begin with another letter, however short", () => {
    expect(rank("xaknine").found).toMatchObject([{ key: "model:yak-nine" }]);
  });

  test("is read word by word when it asks for what lies beyond", () => {
    expect(rank("weather vabe").found[0]?.why.corrected).toEqual([["vabe", "vane"]]);
  });

  test("costs its slips", () => {
    expect(rank("al phabeto").found[0]?.score).toBeCloseTo(1 - 1 / 9, 12);
  });

  test("is no doubt of a model", () => {
    expect(rank("ya knine").found).toMatchObject([{ key: "model:yak-nine" }]);
    expect(rank("y akninx").found[0]?.score).toBeCloseTo(1 - 1 / 7, 12);
  });

  test.each([
    ["an ordinary word", "xmegas"],
    ["among more sentences", "Al phabeto. Grass."],
    ["with what lies beyond", "al phabeto price"],
    ["longer than any name", "a lph abe to"],
  ])("is not read as it: %s", (_, text) => {
    expect(keysIn(text)).toEqual([]);
  });

  test("only of the kinds asked for, and only where slips are forgiven", () => {
    expect(keysIn("al phabeto", { kinds: ["model"] })).toEqual([]);
    expect(keysIn("al phabeto", {}, { typos: false })).toEqual([]);
  });

  test("is read word by word when that is nearer", () => {
    expect(rank("deltasepsilon").found).toMatchObject([{ score: 1, why: { corrected: [] } }]);
  });
});

describe("the best may be answered unasked", () => {
  test.each([
    ["when all of a question is known", "what is alpha beta?", true],
    ["and of one without its mark", "what is alpha beta", true],
    ["but not a statement", "alpha beta is it", false],
    ["nor a question to a person", "do you like alpha beta?", false],
    ["nor a riddle", "what is grass alpha beta?", false],
    ["nor what lies beyond", "what weather is alpha beta?", false],
    ["nor what was found by an ordinary word", "what is gamma?", false],
    ["nor nothing", "what is it?", false],
    ["when two are asked about", "is it alpha beta or delta epsilon?", true],
    ["but not when those are told", "alpha beta or delta epsilon", false],
    ["when its own sentence asks", "What is alpha beta? Vane.", true],
    ["but not when another does", "Alpha beta. What is vane?", false],
  ])("%s: %s", (_, text, open) => {
    expect(rank(text).open).toBe(open);
  });
});

test("doubt makes a score smaller but leaves the place", () => {
  const { found } = rank("who is yak grass", {}, { gate: 0.01 });
  expect(found.map(({ key }) => key)).toEqual(["family:yak", "model:yak-nine"]);
  expect(found[0]?.score).toBeCloseTo(
    (rank("who is yak grass", {}, { gate: 1 }).found[0]?.score ?? NaN) / 100,
    12,
  );
});
