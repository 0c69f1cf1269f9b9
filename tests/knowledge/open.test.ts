import { describe, expect, test } from "vitest";
import type { EntryKey } from "../../src/chat.ts";
import { readKnowledge } from "../../src/knowledge/check/read.ts";
import {
  entryKey,
  nameOf,
  namesOf,
  openKnowledge,
  verdictOf,
  type Entry,
  type Knowledge,
} from "../../src/knowledge/knowledge.ts";
import { edit, type Edit } from "./edits.ts";
import { example } from "./example.ts";

function open(edits: readonly Edit[] = []): Knowledge {
  const outcome = readKnowledge(edit(example, edits));
  if (outcome.library === undefined) throw new Error(outcome.faults.join("\n"));
  return openKnowledge(outcome.library);
}

function entry(key: EntryKey, knowledge = open()): Entry {
  const found = knowledge.entries.get(key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

test("every entry is found by its kind and id: families that have a name, models, terms and claims", () => {
  const { entries } = open();
  expect([...entries.keys()]).toEqual([
    "family:pine",
    "model:birch",
    "model:pine-1",
    "model:pine-2",
    "term:sapling",
    "term:grain",
    "claim:lab-plants-pines",
    "claim:pines-stay-green",
  ]);
  for (const [key, found] of entries) expect(entryKey(found)).toBe(key);
});

test("an entry is the same among its kind, and knows where it belongs", () => {
  const knowledge = open();
  expect(entry("family:pine", knowledge)).toBe(knowledge.families.get("pine"));
  expect(entry("claim:pines-stay-green", knowledge)).toBe(knowledge.claims.get("pines-stay-green"));
  expect(entry("model:pine-1", knowledge)).toBe(knowledge.models.get("pine-1"));
  expect(entry("model:pine-1")).toMatchObject({ family: "pine", vendor: "Sample Lab" });
  expect(entry("term:grain", knowledge)).toBe(knowledge.terms.get("grain"));
  expect(entry("term:grain")).toMatchObject({ group: "wood", confused_with: ["sapling"] });
  expect(knowledge.groups).toEqual(new Map([["wood", { en: "Wood", de: "Holz" }]]));
});

test.each([
  ["family:pine", "Pine (Sample Lab)", "Pine (Sample Lab)"],
  ["model:pine-1", "Pine 1", "Pine 1"],
  ["term:grain", "Grain", "Maserung"],
  ["claim:pines-stay-green", "Pines stay green", "Kiefern bleiben grün"],
] as const)("%s is called %s, and %s in German", (key, en, de) => {
  expect([nameOf(entry(key), "en"), nameOf(entry(key), "de")]).toEqual([en, de]);
});

test.each([
  ["family:pine", ["pine", "Pine (Sample Lab)", "pine", "pines"], ["needle"]],
  ["model:pine-1", ["pine-1", "Pine 1", "pine one"], []],
  ["model:pine-2", ["pine-2", "Pine 2", "pine two"], ["cone"]],
  [
    "term:sapling",
    ["sapling", "Sapling", "Setzling", "young tree", "Jungbaum", "sapling"],
    ["shoot", "Trieb"],
  ],
  ["term:grain", ["grain", "Grain", "Maserung", "wood grain", "Holz-Gefüge"], []],
  ["claim:pines-stay-green", ["pines-stay-green", "Pines stay green", "Kiefern bleiben grün"], []],
] as const)("%s is asked for by its id, its names and its aliases in all languages", (key, strong, weak) => {
  expect(namesOf(entry(key))).toEqual({ strong, weak });
});

test("a name that is an ordinary word is weak, even if it is the id", () => {
  const pine = { file: "models/pine.yaml", replace: "weak_aliases: [needle]", by: "weak_aliases: [pine]" };
  const family = open([pine]).families.get("pine");
  expect(family && namesOf(family)).toEqual({ strong: ["Pine (Sample Lab)", "pines"], weak: ["pine"] });
});

test("a family needs no aliases", () => {
  const bare = {
    file: "models/pine.yaml",
    replace: "aliases: [pine, pines]\nweak_aliases: [needle]\n",
    by: "",
  };
  const family = open([bare]).families.get("pine");
  expect(family && namesOf(family)).toEqual({ strong: ["pine", "Pine (Sample Lab)"], weak: [] });
});

describe("the models of a family come newest first, by when people heard of them:", () => {
  const releases = "    releases:\n      - name: Pine 2\n        sources: [pine-card]\n";
  const earlier = { file: "models/pine.yaml", replace: 'released: "2024-05"', by: 'released: "2023-12"' };
  test.each([
    ["the announcement of the one above counts", releases],
    ["one without a list of releases", ""],
    ["one whose list is empty", "    releases: []\n"],
    ["both were announced", releases.replace("Pine 2\n", 'Pine 2\n        announced: "2023-11-04"\n')],
  ])("%s", (_what, by) => {
    const family = open([earlier, { file: "models/pine.yaml", replace: releases, by }]).families.get("pine");
    expect(family?.members.map(({ id }) => id)).toEqual(["pine-2", "pine-1"]);
  });
});

describe("a verdict looks up what the OSI says of the licence:", () => {
  test.each([
    ["approved", "Free-2.0", []],
    ["not verified", "LicenseRef-house-terms", ["licence"]],
    ["not among the licences", "LicenseRef-nowhere", ["licence"]],
  ])("%s", (_what, licence, doubts) => {
    const knowledge = open();
    const model = knowledge.models.get("birch");
    expect(model && verdictOf(knowledge, { ...model, licence }).definition).toMatchObject({ doubts });
  });
});
