import { describe, expect, test } from "vitest";
import { isAsked, isNear, isRight, measuresOf, shareOf } from "../../src/eval/measures.ts";
import { findWith, judge, questionSet } from "./judge.ts";

const find = findWith();

describe("on the questions it was developed with", () => {
  const judged = judge(find, questionSet("questions"));
  const measures = measuresOf(judged);
  const ofKinds = (...kinds: readonly string[]) =>
    shareOf(
      judged.filter((one) => isAsked(one) && kinds.includes(one.question.kind)),
      isRight,
    ).share;
  const inLanguage = (language: string) =>
    shareOf(
      judged.filter((one) => isAsked(one) && one.question.language === language && one.question.expected[0]),
      isRight,
    ).share;

  test("the first entry is right in 92 of 100", () => {
    expect(measures.accuracy.share).toBeGreaterThanOrEqual(0.92);
  });

  test("the right entry is among the first three in 96 of 100", () => {
    expect(measures.recallAt3.share).toBeGreaterThanOrEqual(0.96);
  });

  test("names and aliases are right in 99 of 100, slips and compounds in 97", () => {
    expect(ofKinds("name", "alias")).toBeGreaterThanOrEqual(0.99);
    expect(ofKinds("typo", "compound")).toBeGreaterThanOrEqual(0.97);
  });

  test("questions without an answer get one in at most 4 of 100", () => {
    expect(measures.falseAnswers.share).toBeLessThanOrEqual(0.04);
  });

  test("in a channel chatter is never answered, questions rightly in 70 of 100 and never wrongly", () => {
    expect(measures.overheardFalse.right).toBe(0);
    expect(measures.silence.share).toBe(1);
    expect(measures.overheardRight.share).toBeGreaterThanOrEqual(0.7);
    expect(measures.overheardWrong.right).toBe(0);
  });

  test("German is within 4 points of English", () => {
    expect(Math.abs(inLanguage("de") - inLanguage("en"))).toBeLessThanOrEqual(0.04);
  });

  test("whoever is answered unasked gets the same answer when asking", () => {
    for (const { question, outcome } of judged.filter((one) => !isAsked(one))) {
      if (outcome.band !== "answer") continue;
      const asked = find(question.text);
      expect([asked.band, asked.found[0]?.key], question.text).toEqual(["answer", outcome.entry]);
    }
  });
});

describe("on questions that nothing was fitted to", () => {
  const judged = judge(find, questionSet("holdout"));
  const measures = measuresOf(judged);

  test("the first entry is right in 85 of 100, one of the first three in 92", () => {
    expect(measures.accuracy.share).toBeGreaterThanOrEqual(0.85);
    expect(
      shareOf(
        judged.filter((one) => isAsked(one) && one.question.expected[0]),
        isNear,
      ).share,
    ).toBeGreaterThanOrEqual(0.92);
  });

  test("questions without an answer get one in at most 7 of 100", () => {
    expect(measures.falseAnswers.share).toBeLessThanOrEqual(0.07);
  });

  test("in a channel silence is kept, and half of the questions are answered rightly", () => {
    expect(measures.silence.share).toBe(1);
    expect(measures.overheardRight.share).toBeGreaterThanOrEqual(0.5);
  });
});
