import { expect, test } from "vitest";
import type { Command } from "../../src/chat.ts";
import { namesIn, spokenOf } from "../../src/search/spoken.ts";
import { claim, family, fewEntries, model, term } from "./few.ts";

const weights = term(
  "model-weights",
  { en: ["Model weights", "network weights"], de: ["Modellgewichte"] },
  { en: ["weights"], de: ["Gewichte"] },
);
const { weak_aliases: _, ...bare } = weights;
const open = claim("grok-is-open", "Grok is open", "Grok ist offen");
const grok = family("Grok (xAI)", { id: "grok", aliases: ["xai"], weak: ["grok ai"] });
const grok3 = model("Grok 3", "grok", { id: "grok-3" });

test("terms and claims have names in a language, models are called the same in all", () => {
  expect(namesIn(weights, "en")).toEqual(["Model weights", "network weights", "weights"]);
  expect(namesIn(weights, "de")).toEqual(["Modellgewichte", "Gewichte"]);
  expect(namesIn(bare, "en")).toEqual(["Model weights", "network weights"]);
  expect(namesIn(open, "de")).toEqual(["Grok ist offen"]);
  expect([grok, grok3].map((entry) => namesIn(entry, "en"))).toEqual([[], []]);
});

test("what people say is taken from names, synonyms, small talk and commands", () => {
  const knowledge = fewEntries(weights, grok, grok3, open);
  const { names, words, shared } = spokenOf(
    {
      ...knowledge,
      licences: new Map([...knowledge.licences].slice(0, 1)),
      stopwords: {
        ...knowledge.stopwords,
        en: { ...knowledge.stopwords.en, chat: "hello  please" },
        de: { ...knowledge.stopwords.de, chat: "hallo bitte" },
      },
      synonyms: { groups: [{ en: "open, free to use", de: "offen" }, { en: "musk, elon musk" }] },
    },
    [command({ name: "sources", aliases: ["quellen"] }), command({ name: "help" })],
  );
  expect(names).toEqual({
    en: ["Model weights", "network weights", "weights", "Grok is open"],
    de: ["Modellgewichte", "Gewichte", "Grok ist offen"],
  });
  expect(words).toEqual({
    en: ["open", "free", "to", "use", "hello", "please"],
    de: ["offen", "hallo", "bitte", "quellen"],
  });
  expect(shared).toEqual([
    "sources",
    "help",
    "grok",
    "Grok (xAI)",
    "xai",
    "grok ai",
    "grok-3",
    "Grok 3",
    "musk",
    "elon musk",
    ...[...knowledge.licences.keys()].slice(0, 1),
  ]);
});

function command(named: Pick<Command, "name"> & Partial<Pick<Command, "aliases">>): Command {
  const nothing = { en: "", de: "" };
  return {
    describe: nothing,
    options: [],
    example: nothing,
    run() {
      throw new Error("not asked");
    },
    ...named,
  };
}
