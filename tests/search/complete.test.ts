import { describe, expect, test } from "vitest";
import { entryKinds, type EntryKind, type Language } from "../../src/chat.ts";
import { nameOf } from "../../src/knowledge/knowledge.ts";
import { createComplete } from "../../src/search/complete.ts";
import { knowledge } from "../chat.ts";

const complete = createComplete(knowledge);
const models: readonly EntryKind[] = ["model", "family"];

function offered(typed: string, kinds: readonly EntryKind[], language: Language = "en"): readonly string[] {
  return complete(typed, kinds, language).flatMap((key) => {
    const entry = knowledge.entries.get(key);
    return entry === undefined ? [] : [nameOf(entry, language)];
  });
}

describe("of the terms,", () => {
  test.each([
    ["wei", "en", ["Model weights", "Weight file format"]],
    ["wei", "de", ["Copyleft", "Modellgewichte"]],
    ["gew", "de", ["Modellgewichte", "Unternehmen mit Gewinnobergrenze"]],
    ["modellg", "de", ["Modellgewichte", "Parameter"]],
    ["gro", "de", ["Großes Sprachmodell"]],
    ["open w", "en", ["Open weights", "Openwashing"]],
    ["trainingsd", "de", ["Trainingsdaten"]],
    ["Modell-Gew", "de", ["Modellgewichte"]],
    ["modellkarte", "en", ["Model card"]],
  ] as const)("%j offers the closest first to a reader of %s", (typed, language, first) => {
    expect(offered(typed, ["term"], language).slice(0, first.length)).toEqual(first);
  });
});

test.each([
  ["grok", "Grok (xAI)"],
  ["grok4", "Grok-4 (4–4.7)"],
  ["olm", "OLMo (Ai2)"],
  ["llama 4", "Llama 4 (Scout, Maverick)"],
])("of the models, %j offers %j first", (typed, first) => {
  expect(offered(typed, models)[0]).toBe(first);
});

test.each(["gewichte", "lizenz", "daten"])("a compound with %j inside is offered as well", (typed) => {
  const inside = [...knowledge.terms.values()].filter(({ term }) =>
    new RegExp(`\\p{L}${typed}`, "iu").test(term.de),
  );
  expect(inside).not.toEqual([]);
  expect(offered(typed, ["term"], "de")).toEqual(expect.arrayContaining(inside.map(({ term }) => term.de)));
});

test.each([
  ["copylfet", "Copyleft"],
  ["transparancy", "Transparency"],
  ["lisence", "Licence"],
])("a slip is forgiven: %j still offers %j first", (typed, first) => {
  expect(offered(typed, ["term"])[0]).toBe(first);
});

test.each(["olm", "olmo", "xyz", "xyzzy", "qqqq"])("%j offers no term", (typed) => {
  expect(offered(typed, ["term"])).toEqual([]);
});

test("nothing typed offers the entries in their own order", () => {
  const terms = [...knowledge.terms.values()].slice(0, 25).map(({ term }) => term.en);
  expect(offered("", ["term"])).toEqual(terms);
});

test.each(["", "a", "model", "open", "x".repeat(5000)])("%j offers at most 25, each once", (typed) => {
  const keys = complete(typed, entryKinds, "en");
  expect(keys.length).toBeLessThanOrEqual(25);
  expect(new Set(keys).size).toBe(keys.length);
});

test("every entry is first, or among its namesakes, when its whole name is typed", () => {
  const missed = [...knowledge.entries].filter(
    ([key, entry]) =>
      !complete(nameOf(entry, "de").slice(0, 60), [entry.type], "de").slice(0, 2).includes(key),
  );
  expect(missed.map(([key]) => key)).toEqual([]);
});
