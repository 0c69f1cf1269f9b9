import { describe, expect, test } from "vitest";
import type { Settings } from "../../src/search/settings.ts";
import { family, model, searchOf, term } from "./small-world.ts";

const zebu = model("Zebu 1", "zebu");
const entries = [
  family("Zebu", [zebu], { questions: ["which humped cattle ploughs fields"] }),
  zebu,
  term("Licence", { weak: ["paper"] }),
  term("Open source", { questions: ["whose recipe is public since 1998"] }),
  term("Narrow", { aliases: ["open source narrow"] }),
  term("Test of contamination", { aliases: ["Mud", "the leak"] }),
  term("Deep sea fishing boat"),
  term("Ox"),
  term("mud".repeat(11), { aliases: ["oakmud", "mudboat", "seazebo"] }),
  term("Oak grove", { aliases: ["grove elm", "ash grove sea", "grove fir sea", "grove sea yew"] }),
  term("Herdoakling", { aliases: ["cowoakling"], questions: ["the herd beside a cow"] }),
];
const reading = (sentence: string, changes?: Partial<Settings>) => searchOf(entries, changes).read(sentence);
const correctedIn = (sentence: string) => reading(sentence).corrected;

describe("a sentence is about", () => {
  test("its words that tell something, each with what is known of it", () => {
    const { read, conceptOf, index } = searchOf(entries);
    expect(read("The Zebu is of quelloffen grass, for a price")).toMatchObject({
      words: ["the", "zebu", "is", "of", "quelloffen", "grass", "for", "a", "price"],
      sequence: [
        {
          typed: "zebu",
          concept: conceptOf("zebu"),
          similarity: 1,
          onCard: false,
          beyond: false,
          start: 1,
          end: 2,
        },
        {
          typed: "quelloffen",
          concept: conceptOf("open source"),
          onCard: true,
          beyond: false,
          start: 4,
          end: 5,
        },
        { typed: "grass", concept: undefined, weight: index.unseenWeight, onCard: false, start: 5, end: 6 },
        { typed: "for", concept: undefined },
        { typed: "price", concept: undefined, weight: index.unseenWeight, onCard: false, beyond: true },
      ],
      unknown: ["grass", "for", "price"],
    });
  });

  test("words that belong together as one", () => {
    const { read, conceptOf, index } = searchOf(entries);
    const [content, ...more] = read("open source").contents;
    expect(content).toMatchObject({ typed: "open source", start: 0, end: 2 });
    expect(content?.weight).toBe(index.weights[conceptOf("open source") ?? -1]);
    expect(more).toEqual([]);
  });

  test("even when the first of them is a small one", () => {
    const { read, conceptOf } = searchOf(entries);
    expect(read("only open").contents).toMatchObject([{ typed: "only open", concept: conceptOf("narrow") }]);
  });

  test("each only once, known or not", () => {
    const { sequence, contents, unknown } = reading("licence or lizenz, grass or grass");
    expect(sequence.map(({ typed }) => typed)).toEqual(["licence", "lizenz", "grass", "grass"]);
    expect(contents.map(({ typed }) => typed)).toEqual(["lizenz", "grass"]);
    expect(unknown).toEqual(["grass"]);
  });

  test.each([
    ["a year that no entry names", "zebu 2024", ["zebu"]],
    ["the last century's", "zebu 1924", ["zebu"]],
    ["but one that an entry names", "zebu 1998", ["zebu", "1998"]],
    ["but other numbers", "zebu 2124 12024 20245", ["zebu", "2124", "12024", "20245"]],
  ])("no year: %s", (_, sentence, typed) => {
    expect(reading(sentence).sequence.map((content) => content.typed)).toEqual(typed);
  });
});

describe("in a sentence stand", () => {
  const mentionsIn = (sentence: string) =>
    reading(sentence).mentions.map(({ text, start, end }) => [text, start, end]);

  test("names in full, the longest at each place", () => {
    expect(mentionsIn("is zebu 1 like zebu or deep sea fishing boat")).toEqual([
      ["Zebu 1", 1, 3],
      ["Zebu", 4, 5],
      ["Deep sea fishing boat", 6, 10],
    ]);
  });

  test("names with stop words in them, and apart or joined", () => {
    expect(mentionsIn("the leak in opensource")).toEqual([
      ["the leak", 0, 2],
      ["Open source", 3, 4],
    ]);
    expect(mentionsIn("deep sea fish")).toEqual([]);
  });
});

describe("a question", () => {
  test.each([
    ["who", true],
    ["how many zebu", true],
    ["zebu", false],
  ])("of circumstances: %s, %s", (sentence, circumstance) => {
    expect(reading(sentence).circumstance).toBe(circumstance);
  });

  test.each([
    ["is zebu open source", true],
    ["is zebu grass", false],
    ["is zbeu open source", false],
    ["licencezebu", false],
  ])("is understood as it was typed: %s, %s", (sentence, understood) => {
    expect(reading(sentence).understood).toBe(understood);
  });
});

describe("a joined word is cut into", () => {
  test.each([
    ["two that are known", "zebulicence", "zebu licence"],
    ["two with an s between", "mudslicence", "mud licence"],
    ["or es", "mudeslicence", "mud licence"],
    ["or n", "mudnlicence", "mud licence"],
    ["or en", "mudenlicence", "mud licence"],
    ["a second of four letters", "licencezebu", "licence zebu"],
    ["the shorter second, where there are two", "oakmudboat", "oakmud boat"],
    ["one that asks beyond the knowledge", "zebupreis", "zebu preis"],
    ["a first of three letters", "mudlicence", "mud licence"],
    ["two, although a name comes near", "seazebu", "sea zebu"],
    ["two of forty letters", `${"mud".repeat(11)}licence`, `${"mud".repeat(11)} licence`],
  ])("%s: %s", (_, typed, words) => {
    expect(reading(typed)).toMatchObject({
      words: words.split(" "),
      sequence: [{ similarity: 1 }, { similarity: 1 }],
      corrected: [],
    });
  });

  test.each([
    ["the second is unknown", "zebugrass"],
    ["the first is unknown", "grasszebu"],
    ["the second is shorter than four letters", "licencemud"],
    ["the first is shorter than three letters", "oxgrove"],
    ["or without its ending", "oxsgrove"],
    ["it has more than forty letters", `${"mud".repeat(11)}slicence`],
    ["it is known as a whole", "contamination"],
    ["it is a small word", "difference"],
    ["an ending stands within the first", "msudlicence"],
  ])("nothing when %s: %s", (_, typed) => {
    expect(reading(typed)).toMatchObject({ words: [typed], corrected: [] });
  });

  test("nothing where compounds are not cut", () => {
    expect(reading("zebulicence", { compounds: false }).words).toEqual(["zebulicence"]);
  });
});

describe("a slip is read as", () => {
  test.each([
    ["the word of a name", "is the lisence mud", "is the licence mud", [["lisence", "licence"]]],
    [
      "two of them",
      "lisence of zebbu",
      "licence of zebu",
      [
        ["lisence", "licence"],
        ["zebbu", "zebu"],
      ],
    ],
    ["a small word, which is not told", "relly zebu", "really zebu", []],
    [
      "a name of which it is the first of two words",
      "is okk grove",
      "is oak grove",
      [["okk grove", "Oak grove"]],
    ],
    ["the last of two", "a grove eln is", "a grove elm is", [["grove eln", "grove elm"]]],
    ["the first of three", "aph grove sea", "ash grove sea", [["aph grove sea", "ash grove sea"]]],
    ["the one between", "who grove fix sea", "who grove fir sea", [["grove fix sea", "grove fir sea"]]],
    ["the last of three", "grove sea yaw", "grove sea yew", [["grove sea yaw", "grove sea yew"]]],
    ["of two together with a known word", "herd oaklimg", "herdoakling", [["herd oaklimg", "Herdoakling"]]],
  ])("%s: %s", (_, sentence, words, corrected) => {
    expect(reading(sentence)).toMatchObject({ words: words.split(" "), corrected });
  });

  test.each([
    ["a name beside an unknown word", "mill eln"],
    ["a name of which two words are not right", "grove see yaw"],
    ["a name together with another small word", "cow oaklimg"],
    ["a name that ends before it, or begins behind it", "eln grove sea ash"],
    ["a name around it when the words before it were already read anew", "zebulicence grove eln"],
  ])("nothing: %s", (_, sentence) => {
    expect(correctedIn(sentence)).toEqual([]);
  });

  test("nothing where slips are not forgiven", () => {
    expect(reading("lisence", { typos: false }).words).toEqual(["lisence"]);
  });

  test("what is a little less like it", () => {
    const similarities = (sentence: string) => reading(sentence).sequence.map(({ similarity }) => similarity);
    expect(similarities("zebu lisence")).toEqual([1, 1 - 1 / 7]);
    expect(similarities("open sorce")).toEqual([1 - 1 / 5]);
    expect(similarities("zebu relly okk grove")).toEqual([1, 1 - 1 / 8, 1 - 1 / 8]);
  });
});

describe("so many words are looked up that", () => {
  const corrects = (others: readonly string[]) =>
    correctedIn([...others, "lisence"].join(" ")).some(([typed]) => typed === "lisence");
  const times = (count: number, word: string) => Array.from({ length: count }, () => word);

  test("the 24th unknown one is still corrected, the 25th no more", () => {
    expect(corrects(times(23, "qqq"))).toBe(true);
    expect(corrects(times(24, "qqq"))).toBe(false);
  });

  test.each([
    ["known words", "zebu"],
    ["small words", "the"],
    ["joined words", "zebulicence"],
    ["numbers", "77777"],
    ["words that are too long", "q".repeat(41)],
  ])("%s do not count", (_, word) => {
    expect(corrects(times(30, word))).toBe(true);
  });
});
