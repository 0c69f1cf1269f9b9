import { expect, test } from "vitest";
import { didYouMean } from "../../src/knowledge/check/nearest.ts";

test.each([
  ["grok1-rep", "grok1-repo"],
  ["grok1-repoo", "grok1-repo"],
  ["grok1-rexo", "grok1-repo"],
  ["gork1-repo", "grok1-repo"],
  ["GROK1-REPO", "grok1-repo"],
  ["gork1-rexxo", "grok1-repo"],
  ["lic", "lice"],
])("%j: did you mean %j?", (written, meant) => {
  expect(didYouMean(written, ["something-else", meant, `${meant}-and-more`])).toBe(
    `, did you mean "${meant}"?`,
  );
});

test.each(["xy", "cat", "grxx1-xxpo", "gork1-xxxo", "apache-two-point-zero", ""])(
  "%j is near to nothing",
  (written) => {
    expect(didYouMean(written, ["grok1-repo", "dog", "apache", "xz"])).toBe("");
  },
);

test("half a swap is two slips, and the first of two that are equally near is meant", () => {
  expect(didYouMean("gxok", ["grxk"])).toBe("");
  expect(didYouMean("gxrk", ["grok"])).toBe("");
  expect(didYouMean("model", ["modes", "modem"])).toBe(', did you mean "modes"?');
});
