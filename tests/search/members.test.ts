import { expect, test } from "vitest";
import type { Entry } from "../../src/knowledge/knowledge.ts";
import { membersFirst } from "../../src/search/members.ts";
import type { Scored } from "../../src/search/score.ts";
import { family, model, term } from "./few.ts";

const entries: readonly Entry[] = [
  family("GPT (OpenAI)", { id: "gpt" }),
  model("GPT-4", "gpt", { id: "gpt-4" }),
  model("gpt-oss", "gpt", { id: "gpt-oss" }),
  family("Llama (Meta)", { id: "llama" }),
  term("gpt", { en: ["GPT"], de: ["GPT"] }),
];
const [gpt, gpt4, gptOss, llama, aTerm] = [0, 1, 2, 3, 4];

/** What the scores become, each entry's in a whole phrase or not. */
function ranked(...scored: readonly (readonly [entry: number, score: number, whole?: boolean])[]) {
  const given = scored.map(([entry, score, whole = true]): Scored => {
    return { entry, score, whole, phrase: "", weak: false, gate: 1 };
  });
  return membersFirst(given, (at) => entries[at], 0.9).map(({ entry, score }) => [entry, score]);
}

test.each([
  ["a family comes after its member", [gpt, 0.8], [gptOss, 0.8], 0.72],
  ["but not before where it was", [gpt, 0.3], [gptOss, 0.8], 0.3],
  ["another family's member changes nothing", [llama, 0.8], [gptOss, 0.5], 0.8],
  ["nor does one of which only a part is named", [gpt, 0.8], [gptOss, 0.5, false], 0.8],
  ["nor does a term", [gpt, 0.8], [aTerm, 0.5], 0.8],
  ["and a term is no family", [aTerm, 0.8], [gptOss, 0.5], 0.8],
] as const)("%s", (_, first, second, score) => {
  expect(ranked(first, second)).toEqual([
    [first[0], expect.closeTo(score)],
    [second[0], second[1]],
  ]);
});

test("of several members the best counts, wherever it stands", () => {
  const last = [gpt, expect.closeTo(0.54)];
  expect(ranked([gpt4, 0.6], [gptOss, 0.4], [gpt, 1])).toEqual([[gpt4, 0.6], [gptOss, 0.4], last]);
  expect(ranked([gpt4, 0.4], [gptOss, 0.6], [gpt, 1])).toEqual([[gpt4, 0.4], [gptOss, 0.6], last]);
});
