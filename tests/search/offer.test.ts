import { describe, expect, test } from "vitest";
import type { EntryKey, EntryKind, Language } from "../../src/chat.ts";
import type { Entry } from "../../src/knowledge/knowledge.ts";
import { createComplete } from "../../src/search/complete.ts";
import { claim, family, fewEntries, model, term } from "./few.ts";

const everyKind = ["model", "family", "term", "claim"] as const;

function offered(
  entries: readonly Entry[],
  typed: string,
  language: Language = "en",
  kinds: readonly EntryKind[] = everyKind,
): readonly EntryKey[] {
  return createComplete(fewEntries(...entries))(typed, kinds, language);
}

/** A term that is called the same in both languages. */
const same = (id: string, ...names: readonly string[]) => term(id, { en: names, de: names });

describe("first is offered", () => {
  test.each<[string, string, Entry, Entry]>([
    ["what is called so", "fork", same("best", "fork"), same("next", "forks")],
    [
      "what is called so when it is joined",
      "opendata",
      same("best", "a b", "open data"),
      same("next", "a", "opendatas"),
    ],
    ["what begins so", "fork", same("best", "forks and more"), same("next", "a fork")],
    ["what has a word that begins so", "fork", same("best", "the last forks"), same("next", "xfork")],
    ["what begins so when it is joined", "grok4", same("best", "grok 4 fast"), same("next", "xgrok4")],
    ["what has it inside", "fork", same("best", "xforkx and more"), same("next", "forx")],
    ["the shorter name", "fork", same("best", "forked"), same("next", "forks and")],
    ["what shows it", "fork", same("best", "forks and more"), same("next", "knife", "forks")],
    [
      "what is called so in the reader's language",
      "fork",
      term("best", { en: ["forked it"], de: ["y"] }),
      term("next", { en: ["z"], de: ["forks"] }),
    ],
    [
      "what begins so in another language before what has it inside",
      "fork",
      term("best", { en: ["z"], de: ["forks"] }),
      term("next", { en: ["xforkx"], de: ["y"] }),
    ],
    [
      "what is called the same in both",
      "fork",
      same("best", "forks"),
      term("next", { en: ["z"], de: ["fork i"] }),
    ],
    [
      "what is called so in all languages",
      "fork",
      model("forked it", "x", { id: "best" }),
      term("next", { en: ["z"], de: ["forks"] }),
    ],
  ])("%s: %j", (_, typed, best, next) => {
    expect(offered([next, best], typed).map((key) => key.split(":")[1])).toEqual(["best", "next"]);
  });
});

test("an entry is found by every name that it has", () => {
  const all = [
    term("t", { en: ["weights", "tensor"], de: ["gewichte"] }, { en: ["numbers"], de: [] }),
    claim("c", "grok is open", "grok ist offen"),
    family("grok", { id: "f", aliases: ["xai"] }),
    model("grok 3", "f", { id: "grok-three", aliases: ["think mode"], weak: ["colossus"] }),
  ];
  const first = (typed: string, language?: Language) => offered(all, typed, language)[0];
  expect(["tensor", "gewicht", "number", "t"].map((typed) => first(typed))).toEqual(Array(4).fill("term:t"));
  expect(first("grok ist")).toBe("claim:c");
  expect(first("xai")).toBe("family:f");
  expect(["think", "coloss", "grok three"].map((typed) => first(typed))).toEqual(
    Array(3).fill("model:grok-three"),
  );
});

describe("letters inside a word count", () => {
  test.each([
    ["from three on", "ork", ["term:fork"]],
    ["not two of them", "or", []],
    ["but two where a word begins", "fo", ["term:fork"]],
  ])("%s: %j", (_, typed, keys) => {
    expect(offered([same("fork", "the forks")], typed)).toEqual(keys);
  });
});

describe("a slip", () => {
  test("is seen through from four letters on", () => {
    expect(offered([same("fork", "fork")], "fokr")).toEqual(["term:fork"]);
    expect(offered([same("for", "for")], "fxr")).toEqual([]);
    expect(offered([same("ab-cd", "ab cdef")], "ab d")).toEqual([]);
  });

  test("is seen through in any word of a name", () => {
    expect(offered([same("x", "the last copyleft licence")], "copylfet licemce")).toEqual(["term:x"]);
  });

  test("is no longer looked for when three have what is typed", () => {
    const [first, ...others] = ["forks", "forked", "forking"].map((name) => same(name, name));
    const slip = same("fort", "fort");
    expect(offered([slip, ...others], "fork")).toEqual(["term:forked", "term:forking", "term:fort"]);
    expect(offered([slip, ...others, first ?? slip], "fork")).not.toContain("term:fort");
  });

  test("offers nothing twice", () => {
    expect(offered([same("fork", "fork", "fort")], "fork")).toEqual(["term:fork"]);
  });
});

test("nothing typed, or only signs, offers all of the kinds asked for in their own order", () => {
  const all = [same("long", "long"), model("of", "x", { id: "of" }), same("a", "a")];
  expect(offered(all, "")).toEqual(["term:long", "model:of", "term:a"]);
  expect(offered(all, " ?! ", "de", ["term"])).toEqual(["term:long", "term:a"]);
});

describe("at most 25 are offered", () => {
  const many = Array.from({ length: 30 }, (_, at) => same(`fork-${at}`, `forks ${at}`));
  const slips = Array.from({ length: 30 }, (_, at) => same(`fort-${at}`, `forts ${at}`));
  test.each([
    ["of all", many, ""],
    ["of those that have it", many, "fork"],
    ["of those that may be meant", slips, "fork"],
  ])("%s", (_, entries, typed) => {
    expect(offered(entries, typed)).toEqual(entries.slice(0, 25).map(({ id }) => `term:${id}`));
  });
});

test("only the first 60 letters count", () => {
  const long = "x".repeat(60);
  expect(offered([same("long", long)], `${long}${"y".repeat(9)}`)).toEqual(["term:long"]);
});

describe("equally good names that are not shown:", () => {
  const en = term("en", { en: ["a", "forks and more"], de: ["b"] });
  const de = term("de", { en: ["a"], de: ["b", "forks"] });
  const both = term("both", { en: ["a", "forks and"], de: ["b", "forks and"] });
  const all = model("a", "x", { id: "all", aliases: ["forks and"] });
  const twice = term("twice", { en: ["a", "forks", "Forks"], de: ["b"] });

  test.each<[string, Language, readonly Entry[], readonly string[]]>([
    ["that of the reader's language goes first", "en", [de, en], ["en", "de"]],
    ["whichever that is", "de", [twice, de], ["de", "twice"]],
    ["a shorter one is still foreign", "de", [twice, both], ["both", "twice"]],
    ["one that both have is foreign to nobody", "en", [de, both], ["both", "de"]],
    ["nor is that of a model", "en", [de, all], ["all", "de"]],
    [
      "but what is called so goes before",
      "en",
      [en, term("is", { en: ["a"], de: ["b", "fork"] })],
      ["is", "en"],
    ],
  ])("%s (%s)", (_, reader, entries, ids) => {
    expect(offered(entries, "fork", reader)).toEqual(ids.map((id) => expect.stringMatching(`:${id}$`)));
  });
});
