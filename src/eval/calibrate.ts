import type { Knowledge } from "../knowledge/knowledge.ts";
import { createFind, type Finding } from "../search/find.ts";
import { settings } from "../search/settings.ts";
import { fingerprintOf, type Thresholds } from "../search/thresholds.ts";
import type { Question } from "./questions.ts";

/** Of the questions that have no answer, so many may get one. */
const falseAnswers = 0.02;
/** Of the questions that have an answer, so many may get a wrong one. */
const wrongAnswers = 0.0125;
/** Of the right entries among the first three, so many are still offered. */
const offered = 0.99;
/** Of the right answers to what is overheard, so many are kept. Silence is never wrong, so the rest may go. */
const kept = 0.95;
/** A margin, because questions that nobody has seen are harder to tell apart than those measured here. */
const caution = 1.5;

interface Point {
  readonly answerable: boolean;
  readonly right: boolean;
  /** Right among the first three. */
  readonly near: boolean;
  readonly score: number;
  /** Of the runner-up, as a part of the score; 0 where there is none. */
  readonly second: number;
}

/** The thresholds under which a question set comes out best within the limits above. */
export function calibrate(knowledge: Knowledge, questions: readonly Question[]): Thresholds {
  const find = createFind(knowledge, settings, everything);
  const pointsOf = (mode: Question["mode"]) =>
    questions
      .filter((question) => question.mode === mode)
      .map((question) => pointOf(question, find(question.text, { overheard: mode === "overheard" })));
  const asked = pointsOf("asked");
  const overheard = pointsOf("overheard");
  const { answer, lead } = limitsFor(asked);
  const near = asked.filter((point) => point.near);
  const heard = limitsFor(overheard);
  const right = overheard.filter((point) => point.right);
  return {
    asked: { answer, lead, suggest: hundredths(keeping(near, offered) / caution) },
    // Whoever is answered unasked would be answered when asking, too.
    overheard: {
      answer: Math.max(answer, heard.answer, hundredths(keeping(right, kept))),
      lead: Math.min(lead, heard.lead),
    },
    measuredOn: fingerprintOf(knowledge),
  };
}

/** Lets every score through. */
export const everything: Thresholds = {
  asked: { answer: 0, suggest: 0, lead: Infinity },
  overheard: { answer: 0, lead: Infinity },
  measuredOn: "",
};

/** The lowest threshold and the closest runner-up that the shares above allow. */
function limitsFor(points: readonly Point[]): { readonly answer: number; readonly lead: number } {
  const unanswerable = points.filter(({ answerable }) => !answerable);
  const answerable = points.filter((point) => point.answerable);
  const highest = descending(unanswerable)[Math.floor(unanswerable.length * falseAnswers)] ?? 0;
  const answer = hundredths(highest * caution);
  const wrong = answerable.filter(({ score, right }) => score > 0 && score >= answer && !right);
  const seconds = wrong.map(({ second }) => second).toSorted((a, b) => a - b);
  return { answer, lead: hundredths(seconds[Math.floor(answerable.length * wrongAnswers)] ?? 1) };
}

/** The highest threshold that this share of the points reaches. */
function keeping(points: readonly Point[], share: number): number {
  return descending(points)[Math.ceil(points.length * share) - 1] ?? 0;
}

function descending(points: readonly Point[]): readonly number[] {
  return points.map(({ score }) => score).toSorted((a, b) => b - a);
}

function pointOf({ expected }: Question, { found, together, band }: Finding): Point {
  const keys = found.map(({ key }) => key as string);
  const among = (places: number) =>
    expected.some((subjects) =>
      subjects.every((subject) => keys.slice(0, Math.max(places, subjects.length)).includes(subject)),
    );
  const [first, second] = found;
  const score = band === "silent" ? 0 : (first?.score ?? 0);
  return {
    answerable: expected.length > 0,
    right: among(1),
    near: among(3),
    score,
    second: together || second === undefined || score === 0 ? 0 : second.score / score,
  };
}

function hundredths(value: number): number {
  return Math.floor(value * 100) / 100;
}
