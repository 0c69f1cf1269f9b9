import { describe, expect, test } from "vitest";
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

// The question set alone would not notice a threshold that is gone: what its chatter finds is refused for other reasons too.
describe("whoever asked gets", () => {
  test.each([
    ["an answer from the threshold on", [0.5], "answer"],
    ["a question back below it", [0.499], "suggest"],
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
