import { describe, expect, test } from "vitest";
import { createFind, type Find } from "../../src/search/find.ts";
import { settings } from "../../src/search/settings.ts";
import { family, fewEntries, model, term } from "./few.ts";

const thresholds = {
  asked: { answer: 0.5, suggest: 0.2, lead: 1 },
  overheard: { answer: 0.7, lead: 1 },
  measuredOn: "nothing",
};
const known = fewEntries(
  family("Grok (xAI)", { id: "grok", aliases: ["grok"] }),
  model("Grok 3", "grok", { id: "grok-3" }),
  term("copyleft", { en: ["Copyleft"], de: ["Copyleft"] }, { en: ["heritage"], de: [] }),
  term("grok", { en: ["Grok"], de: ["Grok"] }),
);
const find: Find = (text, scope) => createFind(known, settings, thresholds)(text, scope);

test("a name in full is sure of its entry", () => {
  expect(find("GROK 3!")).toEqual({
    band: "answer",
    found: [{ key: "model:grok-3", score: 1.2, why: { phrase: "Grok 3", corrected: [], unknown: [] } }],
    together: false,
    limits: thresholds.asked,
  });
});

test("a name in full is that of an entry of the kinds asked for", () => {
  const keysOf = (kinds?: readonly ("term" | "model" | "family")[]) =>
    find("grok", kinds && { kinds }).found.map(({ key, score }) => [key, score]);
  expect(keysOf()).toEqual([
    ["family:grok", 1.2],
    ["term:grok", 1.2],
  ]);
  expect(keysOf(["term"])).toEqual([["term:grok", 1.2]]);
  expect(keysOf(["model"]).filter(([, score]) => score === 1.2)).toEqual([]);
});

describe("more than a name in full counts less:", () => {
  test.each([
    ["more than 100 characters", `${" ".repeat(97)}grok`, {}],
    ["other words", "what is grok", {}],
  ])("%s", (_, text, scope) => {
    const [first] = find(text, scope).found;
    expect(first?.key).toBe("family:grok");
    expect(first?.score).toBeLessThan(1.2);
  });

  test("nothing up to 100 characters", () => {
    expect(find(`${" ".repeat(96)}grok`).found[0]?.score).toBe(1.2);
  });
});

test("a name that is only mentioned in a channel is no question", () => {
  expect(find("copyleft", { overheard: true })).toEqual({
    band: "silent",
    found: [],
    together: false,
    limits: thresholds.overheard,
  });
  expect(find("what is copyleft?", { overheard: true }).band).toBe("answer");
});

test("where one ordinary word is known besides unknown ones, a guess has to be as good as an answer", () => {
  const limits = { answer: 0.5, suggest: 0.5, lead: 1 };
  expect(find("heritage of the tsars")).toMatchObject({ band: "none", limits });
  expect(find("heritage of the tsars", { named: true }).limits).toEqual(thresholds.asked);
  expect(find("copyleft of the tsars").limits).toEqual(thresholds.asked);
});
