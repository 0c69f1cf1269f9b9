import { describe, expect, test } from "vitest";
import { entryKinds } from "../../src/chat.ts";
import { createMentions, type Mentions } from "../../src/search/mentions.ts";
import { family, fewEntries, model, term } from "./few.ts";

const known = fewEntries(
  family("Grok (xAI)", { id: "grok", aliases: ["grok"] }),
  model("Grok 3", "grok", { id: "grok-3" }),
  term("model-weights", { en: ["Model weights"], de: ["Modellgewichte"] }, { en: ["weights"], de: [] }),
  term("grok", { en: ["Grok"], de: ["Grok"] }),
);
const mentions: Mentions = (text, kinds, scope) => createMentions(known)(text, kinds, scope);

describe("in a text are found", () => {
  test.each([
    ["names however they are spaced", "Modell-Gewichte von grok3", ["term:model-weights", "model:grok-3"]],
    ["each entry once, the first mention first", "Grok 3, Grok, Grok 3", ["model:grok-3", "family:grok"]],
    ["of two at one place the longer", "is Grok 3 open", ["model:grok-3"]],
    ["no model of another version", "grok 5, grok 12 and grok 5.15", []],
    ["nor one before a longer number than a year", "grok 20251", []],
    ["a model before a year", "grok 2025 and grok 1999", ["family:grok"]],
    ["a model before a number with a letter", "grok 5th", ["family:grok"]],
    ["a term before any number", "model weights 5", ["term:model-weights"]],
    ["no ordinary words", "the weights of it", []],
    ["nothing in nothing", "", []],
    ["what stands at the very end", "about model weights", ["term:model-weights"]],
  ])("%s: %j", (_, text, keys) => {
    expect(mentions(text, entryKinds).keys).toEqual(keys);
  });

  test("only entries of the kinds asked for", () => {
    expect(mentions("grok and model weights", ["term"]).keys).toEqual(["term:grok", "term:model-weights"]);
    expect(mentions("grok and model weights", ["model"]).keys).toEqual([]);
  });

  test("ordinary words too where names are listed", () => {
    expect(mentions("weights, grok", entryKinds, { named: true }).keys).toEqual([
      "term:model-weights",
      "family:grok",
    ]);
    expect(mentions("weights", entryKinds, { named: false }).keys).toEqual([]);
  });

  test("names in the first 4,000 characters", () => {
    expect(mentions(`${" ".repeat(3_996)}grok`, entryKinds).keys).toEqual(["family:grok"]);
    expect(mentions(`${" ".repeat(3_997)}grok`, entryKinds).keys).toEqual([]);
  });
});

test("what stands between the names is kept, folded", () => {
  expect(mentions("Is Grok 3 as OPEN as model weights, or grok?", entryKinds).rest).toEqual([
    "is",
    "as open as",
    "or",
  ]);
  expect(mentions("grok 5 grok", entryKinds).rest).toEqual(["grok 5"]);
  expect(mentions("", entryKinds).rest).toEqual([]);
});
