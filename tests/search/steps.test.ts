import { describe, expect, test } from "vitest";
import { isAsked, isRight, measuresOf, shareOf, type Judged } from "../../src/eval/measures.ts";
import type { Settings } from "../../src/search/settings.ts";
import { knowledge } from "../chat.ts";
import { findWith, judge, questionSet } from "./judge.ts";

/** What each step is there for: without it, a measure drops by so much. */
const questions = questionSet("questions");
const answerable = questions.filter(({ mode, expected }) => mode === "asked" && expected.length > 0);
const whole = judge(findWith(), questions);
const without = (step: keyof Settings) => judge(findWith({ [step]: false }), questions);

const accuracy = (judged: readonly Judged[]) => measuresOf(judged).accuracy.share;
const falseAnswers = (judged: readonly Judged[]) => measuresOf(judged).falseAnswers.share;
const accuracyOf = (kind: string, judged: readonly Judged[]) =>
  shareOf(
    judged.filter((one) => isAsked(one) && one.question.kind === kind),
    isRight,
  ).share;

describe("turned off,", () => {
  test("the stop words cost more than 7 points of accuracy", () => {
    expect(accuracy(whole) - accuracy(without("stopwords"))).toBeGreaterThan(0.07);
  });

  test("the synonyms cost more than 4 points of accuracy", () => {
    expect(accuracy(whole) - accuracy(without("synonyms"))).toBeGreaterThan(0.04);
  });

  test("unknown words let false answers through", () => {
    expect(falseAnswers(without("unknownWords")) - falseAnswers(whole)).toBeGreaterThan(0.2);
  });

  test("the tolerance for slips costs half of the slips", () => {
    expect(accuracyOf("typo", whole) - accuracyOf("typo", without("typos"))).toBeGreaterThan(0.5);
  });

  test("pairs cost 4 of 10 questions about two subjects", () => {
    expect(accuracyOf("two", whole) - accuracyOf("two", without("pairs"))).toBeGreaterThan(0.4);
  });

  test("what cards answer anyway costs more than 2 points of accuracy", () => {
    expect(accuracy(whole) - accuracy(without("cardWords"))).toBeGreaterThan(0.02);
  });

  test("splitting into sentences costs the questions that follow an unrelated one", () => {
    const framed = answerable
      .filter(({ kind }) => kind === "question" || kind === "mixed")
      .map((question) => ({
        ...question,
        text: `Wir hatten gestern ein langes Meeting mit dem Vertrieb. ${question.text}`,
      }));
    const right = (step: Partial<Settings>) => shareOf(judge(findWith(step), framed), isRight).share;
    expect(right({})).toBeGreaterThan(0.9);
    expect(right({}) - right({ sentences: false })).toBeGreaterThan(0.05);
  });

  test("the subject gate answers whatever contains a model's name", () => {
    const names = [...knowledge.models.values(), ...knowledge.families.values()].map(
      ({ aliases, name }) => aliases[0] ?? name,
    );
    const asked = names.flatMap((name) => [
      `is ${name} tasty?`,
      `hat ${name} haustiere`,
      `which perfume does ${name} wear`,
    ]);
    const answered = (step: Partial<Settings>) => {
      const find = findWith(step);
      return shareOf(asked, (text) => find(text).band === "answer").share;
    };
    expect(answered({})).toBeLessThan(0.02);
    expect(answered({ subjectGate: false })).toBeGreaterThan(0.3);
  });
});
