import { expect, test } from "vitest";
import { phrases } from "../src/phrases.ts";

/** All fixed texts, by path. */
function textsOf(node: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

test("both languages have the same phrases, none of them empty", () => {
  const en = textsOf(phrases.en);
  const de = textsOf(phrases.de);
  expect(de.map(([path]) => path)).toEqual(en.map(([path]) => path));
  expect([...en, ...de].filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("German sentences are not left in English", () => {
  const same = textsOf(phrases.de).filter(
    ([path, text]) => text.includes(" ") && textsOf(phrases.en).some(([p, t]) => p === path && t === text),
  );
  // Names of things stay as they are.
  expect(same.map(([, text]) => text)).toEqual([
    "Model Openness Framework:",
    "European Open Source AI Index:",
    "/openness grok",
  ]);
});
