import { describe, expect, test } from "vitest";
import { createScore } from "../../src/search/score.ts";
import { settings, type Settings } from "../../src/search/settings.ts";
import { model, searchOf, term } from "./small-world.ts";
import type { Entry } from "../../src/knowledge/knowledge.ts";

/** No word is in two entries, so all words weigh the same, and scores are plain fractions. */
const entries: readonly Entry[] = [
  term("Alpha beta", {
    weak: ["gamma", "kappa lambda"],
    questions: ["iota omega lambda kappa upsilon"],
    text: "near to delta",
  }),
  term("Delta epsilon zeta"),
  term("Licence"),
  term("Weather vane", {
    aliases: ["only weather", "by and"],
    questions: ["which price sits upon a rooster"],
  }),
  term("Only boat", {
    aliases: ["by rudder"],
    weak: ["by oar"],
    questions: ["boats with an oar beneath masts", "open source rudder"],
  }),
  term("Plan b", { aliases: ["ksi", "psi", "chi", "sigma tau", "sigma rho", "mu nu sigma"] }),
  model("Yak", "yak", {
    aliases: ["Shaggy bovine", "only hauler", "only motor"],
    questions: ["hairy engine cargo", "hauler in valleys"],
  }),
  model("Emu 5", "emu"),
];
/** Round numbers, so that they are easy to follow. */
const plain: Settings = {
  ...settings,
  coverage: 1,
  phraseShare: 1,
  weakName: 0.5,
  cardWeight: 0.25,
  evidence: 0.5,
  beyond: 2,
  gate: 0.5,
};

function scorer(changes: Partial<Settings> = {}, all = entries) {
  const used = { ...plain, ...changes };
  const { index, read } = searchOf(all, used);
  const score = createScore(index, all.length, (at) => all[at]?.type === "model", used);
  const entriesIn = (sentence: string, fits: (at: number) => boolean = () => true) =>
    score.entries(read(sentence), fits).map((one) => ({ ...one, id: all[one.entry]?.id ?? "" }));
  return {
    entriesIn,
    /** What one entry gets in a sentence. */
    of: (id: string, sentence: string) => entriesIn(sentence).find((one) => one.id === id),
    pair: (sentence: string, ...ids: readonly string[]) =>
      score.pair(
        read(sentence),
        ids.map((id) => ({ entry: all.findIndex((one) => one.id === id) })),
      ),
  };
}

/** Part of the question that the phrase has, part of the phrase that is asked for, part that the entry explains. */
const made = (ofQuestion: number, ofPhrase: number, share: number) =>
  expect.closeTo(ofQuestion * ofPhrase * Math.sqrt(share), 12);

describe("an entry's score is how much of the sentence its phrase has, and of the phrase the sentence:", () => {
  test.each([
    ["all of both", "alpha beta", "alpha-beta", made(1, 1, 1)],
    ["half of the phrase", "alpha", "alpha-beta", made(1, 1 / 2, 1)],
    ["two thirds of the question", "alpha beta grass", "alpha-beta", made(2 / 3, 1, 2 / 3)],
    ["one of each word", "alpha alpha beta", "alpha-beta", made(1, 1, 1)],
    ["a third beside what its text says", "alpha beta delta", "alpha-beta", made(2 / 3, 1, 2.5 / 3)],
    ["a third beside another's", "alpha beta delta", "delta-epsilon-zeta", made(1 / 3, 1 / 3, 1 / 3)],
    ["less for a slip", "alphga", "alpha-beta", made(5 / 6, 5 / 12, 5 / 6)],
    ["in a name in full less only once", "alphga beta", "alpha-beta", made(11 / 12, 1, 11 / 12)],
    ["less for an ordinary word", "gamma", "alpha-beta", made(1, 0.5, 1)],
    ["less for several of them", "kappa lambda", "alpha-beta", made(1, 0.5, 1)],
    ["in a name of one word twice", "lisence", "licence", made(6 / 7, 6 / 7, 6 / 7)],
    ["what its best phrase gets, not all of them", "beta gamma alpha", "alpha-beta", made(2 / 3, 1, 1)],
    ["which need not be the name in full", "kappa lambda omega iota", "alpha-beta", made(1, 4 / 5, 1)],
    ["for a model a word of its card hardly counts", "yak licence", "yak", made(1 / 1.25, 1, 1)],
    ["for a term it does", "alpha beta licence", "alpha-beta", made(2 / 3, 1, 2 / 3)],
    ["nor when it is what the model is asked for", "licence", "licence", made(1, 1, 1)],
    ["twice less for what lies beyond", "yak price", "yak", made(1 / 3, 1, 1 / 3)],
    ["but not when the phrase has it", "vane weather", "weather-vane", made(1, 1 / 2, 1)],
    ["nor the rest of the entry", "price vane", "weather-vane", made(1 / 3, 1 / 2, 1)],
    ["for a name in full its small words do not count", "only boat", "only-boat", made(1, 1, 1)],
    ["beside others it is a part", "only boat grass", "only-boat", made(1 / 2, 1, 1 / 2)],
    ["whichever stands first", "grass only boat", "only-boat", made(1 / 2, 1, 1 / 2)],
    ["also when the other is an ordinary name of it", "only boat by oar", "only-boat", made(1 / 2, 1, 1)],
    ["a model's full name stands out beside its card", "only hauler licence", "yak", made(1 / 1.25, 1, 1)],
    ["and counts in full when it is of its card", "only motor grass", "yak", made(1 / 2, 1, 1 / 2)],
    ["as a term's does", "by rudder grass", "only-boat", made(1 / 2, 1, 1 / 2)],
    ["so do other phrases", "cargo engine hairy grass moss", "yak", made(3 / 5, 1, 3 / 5)],
    ["what lies beyond explains nothing", "vane weather grass", "weather-vane", made(1 / 2, 1 / 2, 1 / 2)],
    ["not even as a name in full", "only weather", "weather-vane", made(1, 1, 0)],
  ])("%s: %s", (_, sentence, id, score) => {
    expect(scorer().of(id, sentence)?.score).toEqual(score);
  });

  test("how much the phrase counts, and how much what the entry explains, can be set", () => {
    const score = scorer({ coverage: 0.5, phraseShare: 0.75 }).of("alpha-beta", "alpha beta delta")?.score;
    const share = 2.5 / 3;
    expect(score).toBeCloseTo((0.75 * Math.sqrt(2 / 3) + 0.25 * share) * Math.sqrt(share), 12);
  });

  test("unknown words count for nothing where they are left out", () => {
    expect(scorer({ unknownWords: false }).of("alpha-beta", "alpha beta grass")?.score).toBe(1);
  });
});

test("an entry is found once, whatever phrases of it are asked for", () => {
  expect(scorer().entriesIn("gamma beta alpha")).toMatchObject([{ phrase: "Alpha beta" }]);
});

describe("nothing is found by", () => {
  test.each(["grass", "5", "b", "price", "weather", "the", "only", "by and"])("%s", (sentence) => {
    expect(scorer().entriesIn(sentence)).toEqual([]);
  });

  test("what every card answers, for a model", () => {
    expect(scorer().entriesIn("engine cargo")).toEqual([]);
  });

  test("what does not fit", () => {
    const { entriesIn } = scorer();
    expect(entriesIn("alpha beta delta only boat", (at) => at === 1)).toMatchObject([{ entry: 1 }]);
    expect(entriesIn("alpha beta delta only boat", () => false)).toEqual([]);
  });
});

test("each question is answered for itself", () => {
  const { entriesIn } = scorer();
  const first = entriesIn("alpha beta delta only boat yak");
  for (const other of ["gamma zeta", "weather vane price", "emu 5 or yak"]) entriesIn(other);
  expect(entriesIn("alpha beta delta only boat yak")).toEqual(first);
});

test("the best comes first", () => {
  const ids = scorer()
    .entriesIn("alpha delta epsilon zeta gamma yak")
    .map(({ id }) => id);
  expect(ids).toEqual(["delta-epsilon-zeta", "yak", "alpha-beta"]);
});

test("that may be one that explains more but has no phrase that fits as well", () => {
  const ids = scorer({ phraseShare: 0 })
    .entriesIn("ksi psi chi beta alpha")
    .map(({ id }) => id);
  expect(ids).toEqual(["plan-b", "alpha-beta"]);
});

describe("common words only add to what rarer ones propose:", () => {
  const idsIn = (sentence: string, commonWord: number) =>
    scorer({ commonWord })
      .entriesIn(sentence)
      .map(({ id }) => id);

  test("a word in more phrases than may be proposes none", () => {
    expect(idsIn("alpha sigma", 2)).toEqual(["alpha-beta"]);
    expect(idsIn("alpha sigma", 3)).toEqual(["alpha-beta", "plan-b"]);
    expect(idsIn("sigma alpha", 1)).toEqual(["alpha-beta"]);
    expect(idsIn("alpha delta", 1)).toEqual(["alpha-beta", "delta-epsilon-zeta"]);
  });

  test("unless all words are as common", () => {
    expect(idsIn("sigma", 0)).toEqual(["plan-b"]);
    expect(idsIn("alpha delta", 0)).toEqual(["alpha-beta"]);
  });

  test("it adds once, and only where it stands", () => {
    const scoreOf = (sentence: string, commonWord: number) =>
      scorer({ commonWord }).entriesIn(sentence)[0]?.score;
    expect(scoreOf("beta alpha", 0)).toEqual(made(1, 1, 1));
    expect(scoreOf("alpha zeta", 0)).toEqual(made(1 / 2, 1 / 2, 1 / 2));
    expect(scoreOf("nu mu sigma grass", 1)).toEqual(made(3 / 4, 1, 3 / 4));
  });
});

describe("of very many entries only the best 24 are weighed", () => {
  // The later, the fewer other words there are in its name.
  const many = Array.from({ length: 27 }, (_, at) =>
    term(
      ["sigma", ...Array.from("abcdefghijklmnopqrstuvwxyz".slice(at), (letter) => `q${letter}`)].join(" "),
    ),
  );
  const [worst, ...others] = many.map(({ id }) => id);

  test("those that match best", () => {
    const { entriesIn } = scorer({}, many.toReversed());
    expect(entriesIn("sigma").map(({ id }) => id)).toEqual(others.slice(-24).toReversed());
  });

  test("among them what is named in full", () => {
    const [first, ...rest] = many;
    const named = term(first?.term.en ?? "", { aliases: ["the sigma"] });
    const ids = scorer({}, [named, ...rest])
      .entriesIn("the sigma grass")
      .map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([worst, ...others.slice(-23)]));
  });
});

describe("with the score comes", () => {
  test("the phrase that matched, and whether all of it is there", () => {
    const { of } = scorer();
    expect(of("alpha-beta", "alpha beta")).toMatchObject({ phrase: "Alpha beta", weak: false, whole: true });
    expect(of("alpha-beta", "alpha")).toMatchObject({ phrase: "Alpha beta", whole: false });
    expect(of("alpha-beta", "gamma")).toMatchObject({ phrase: "gamma", weak: true, whole: false });
    expect(of("only-boat", "only boat")).toMatchObject({ phrase: "Only boat", weak: false, whole: false });
    expect(of("only-boat", "by oar")).toMatchObject({ phrase: "by oar", weak: true });
    expect(of("alpha-beta", "alphga beta")).toMatchObject({ phrase: "Alpha beta", whole: true });
    expect(of("plan-b", "sigma")).toMatchObject({ phrase: "sigma tau" });
  });
});

describe("a bare name is not surely what a question is about", () => {
  const gateOf = (sentence: string, id: string, changes?: Partial<Settings>) =>
    scorer(changes).of(id, sentence)?.gate;

  test.each([
    ["beside an unknown word", "yak grass"],
    ["beside what lies beyond, even if it is known", "yak weather"],
    ["with a who", "who is yak"],
    ["with a number that is another's", "yak 5"],
  ])("%s: %s", (_, sentence) => {
    expect(gateOf(sentence, "yak")).toBe(0.5);
    expect(gateOf(sentence, "yak", { subjectGate: false })).toBe(1);
  });

  test.each([
    ["alone", "yak", "yak"],
    ["beside a known word", "yak alpha", "yak"],
    ["beside what its card answers, even with a who", "who do yak licence", "yak"],
    ["with its own number", "emu 5", "emu-5"],
    ["with a number before it", "5 yak", "yak"],
    ["with a number apart from it", "yak or 5", "yak"],
    ["when it is no name but a question", "grass hairy mountains", "yak"],
    ["when it is a term", "who weather grass alpha beta", "alpha-beta"],
  ])("but it is %s: %s", (_, sentence, id) => {
    expect(gateOf(sentence, id)).toBe(1);
  });
});

describe("of two that are asked about together, a sentence is explained", () => {
  test.each([
    ["by their names", "alpha beta or delta", 1],
    ["in part", "alpha or delta grass", 2 / 3],
    ["not by what their texts say, nor by cards", "alpha or gamma licence", 2 / 3],
    ["less for a slip", "alphga or delta", (2 - 1 / 6) / 2],
  ])("%s: %s", (_, sentence, score) => {
    expect(scorer({ subjectGate: false }).pair(sentence, "alpha-beta", "delta-epsilon-zeta")).toBeCloseTo(
      score,
      12,
    );
  });

  test.each([
    ["by their cards, when both have one", "yak or emu licence", 1],
    ["not by what lies beyond", "yak or emu weather", 2 / 4 / 2],
    ["nor by an unknown word", "yak or emu grass", 2 / 3 / 2],
    ["nor by a known one, which leaves nothing open", "yak or emu alpha", 2 / 3],
    ["not at all by an empty one", "the or the", 0],
  ])("%s: %s", (_, sentence, score) => {
    expect(scorer().pair(sentence, "yak", "emu-5")).toBeCloseTo(score, 12);
  });

  test("not by a card that only one of them has", () => {
    expect(scorer().pair("yak or alpha licence", "yak", "alpha-beta")).toBeCloseTo(2 / 3, 12);
  });
});
