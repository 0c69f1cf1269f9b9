import { describe, expect, test } from "vitest";
import type { EntryKey } from "../../src/chat.ts";
import { decide } from "../../src/search/decide.ts";
import type { Scope } from "../../src/search/finding.ts";
import type { Ranking } from "../../src/search/rank.ts";
import type { Thresholds } from "../../src/search/thresholds.ts";
import { findWith } from "./judge.ts";

const thresholds: Thresholds = {
  asked: { answer: 0.5, suggest: 0.2, lead: 0.9 },
  overheard: { answer: 0.7, lead: 0.9 },
  measuredOn: "nothing",
};
const [some] = findWith()("grok").found;

/** What is decided when the best have these scores. */
function bandOf(scores: readonly number[], scope: Scope = {}, open = true): string {
  if (some === undefined) throw new Error("nothing is found");
  const found: Ranking["found"] = scores.map((score) => ({ ...some, key: "term:fork", score }));
  return decide({ found, together: false, open }, scope, thresholds).band;
}

/** The same of entries by name, most of which would otherwise be alike. */
function decided(
  found: readonly (readonly [key: EntryKey, score: number])[],
  scope: Scope = {},
  together = false,
) {
  const why = { phrase: "", corrected: [], unknown: [] };
  const ranked = found.map(([key, score]) => ({ key, score, why }));
  return decide({ found: ranked, together, open: true }, scope, thresholds);
}

// The question set alone would not notice a threshold that is gone: what its chatter finds is refused for other reasons too.
describe("whoever asked gets", () => {
  test.each([
    ["an answer from the threshold on", [0.5], "answer"],
    ["a question back below it", [0.499], "suggest"],
    ["a question back from its own threshold on", [0.2], "suggest"],
    ["an answer when the next is far enough behind", [0.6, 0.53], "answer"],
    ["a question back when it is just not", [0.5, 0.45], "suggest"],
    ["a question back when two are alike", [0.6, 0.55], "suggest"],
    ["an honest no when hardly anything fits", [0.199], "none"],
    ["an honest no when nothing does", [], "none"],
  ])("%s", (_, scores, band) => {
    expect(bandOf(scores)).toBe(band);
  });
});

describe("where nobody asked there is", () => {
  const overheard = { overheard: true };
  test.each([
    ["an answer from a higher threshold on", [0.7], "answer"],
    ["silence below it, although somebody who asked would be answered", [0.699], "silent"],
    ["silence when two are alike", [0.8, 0.75], "silent"],
    ["silence when nothing fits", [], "silent"],
  ])("%s", (_, scores, band) => {
    expect(bandOf(scores, overheard)).toBe(band);
  });

  test("silence when it is no question to whoever may know, however well it fits", () => {
    expect(bandOf([1], overheard, false)).toBe("silent");
    expect(bandOf([1], {}, false)).toBe("answer");
  });
});

describe("a model and a claim that fit alike", () => {
  test.each<[EntryKey, number, EntryKey, number, string]>([
    ["model:grok-1", 0.6, "claim:x", 0.6, "answer"],
    ["family:grok", 0.6, "claim:x", 0.6, "answer"],
    ["model:grok-1", 0.6, "claim:x", 0.59, "suggest"],
    ["claim:x", 0.6, "model:grok-1", 0.6, "suggest"],
    ["model:grok-1", 0.6, "term:fork", 0.6, "suggest"],
    ["term:model", 0.6, "claim:x", 0.6, "suggest"],
  ])("%s at %d before %s at %d: %s", (first, best, second, next, band) => {
    expect(
      decided([
        [first, best],
        [second, next],
      ]).band,
    ).toBe(band);
  });
});

describe("with a decision come", () => {
  const four = (score: number) => Array.from({ length: 4 }, () => ["term:fork", score] as const);

  test("at most three to choose from, and at most two topics with an honest no", () => {
    expect(decided(four(0.6), {}, false).found).toHaveLength(3);
    expect(decided(four(0.1), {}, true)).toMatchObject({
      band: "none",
      found: { length: 2 },
      together: false,
    });
  });

  test("both of two that are asked about together", () => {
    expect(decided(four(0.6), {}, true)).toMatchObject({
      band: "answer",
      together: true,
      found: { length: 4 },
    });
  });

  test("nothing where there is silence", () => {
    const silence = { band: "silent", found: [], together: false, limits: thresholds.overheard };
    expect(decided(four(0.6), { overheard: true }, true)).toEqual(silence);
  });
});
