import { describe, expect, test } from "vitest";
import type { Finding } from "../src/search/finding.ts";
import { phrases } from "../src/phrases.ts";
import { whyOf } from "../src/why.ts";

const finding: Finding = {
  band: "suggest",
  together: false,
  limits: { answer: 0.9, suggest: 0.456, lead: 0.8 },
  found: [
    {
      key: "family:grok",
      score: 0.5,
      why: { phrase: "grok", corrected: [["grokk", "grok"]], unknown: ["xyz", "qqq"] },
    },
    { key: "term:openwashing", score: 1, why: { phrase: "openwashing", corrected: [], unknown: [] } },
  ],
};

describe.each(["en", "de"] as const)("why the search found it, in %s", (language) => {
  const words = phrases[language].why;

  test("is a line on how sure it is, and one for each entry", () => {
    expect(whyOf(finding, language).split("\n")).toEqual([
      words.band("suggest", "0.90", "0.46"),
      `family:grok: 0.50; ${words.phrase("grok")}; ${words.corrected("grokk", "grok")}; ${words.unknown("xyz, qqq")}`,
      `term:openwashing: 1.00; ${words.phrase("openwashing")}`,
    ]);
  });

  test("names no limit of suggestions where there are none", () => {
    const { suggest: _, ...limits } = finding.limits;
    expect(whyOf({ ...finding, limits }, language)).not.toContain("0.46");
  });
});
