import type { Outcome } from "../outcome.ts";
import type { Question } from "./questions.ts";

export interface Judged {
  readonly question: Question;
  readonly outcome: Outcome;
}

/** `right` of `total`, with the bounds of the 95 % interval by Wilson's formula. */
export interface Share {
  readonly right: number;
  readonly total: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const z95 = 1.96;
const candidates = 3;

export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): Share {
  const total = items.length;
  const right = items.filter(holds).length;
  if (total === 0) return { right, total, share: 0, low: 0, high: 1 };
  const share = right / total;
  const spread = z95 * Math.sqrt((share * (1 - share) + z95 ** 2 / (4 * total)) / total);
  const scale = 1 + z95 ** 2 / total;
  const middle = share + z95 ** 2 / (2 * total);
  return {
    right,
    total,
    share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

/** Has an answer in the knowledge. */
export const isAnswerable = ({ question }: Judged) => question.expected.length > 0;
export const isAsked = ({ question }: Judged) => question.mode === "asked";
export const isAnswered = ({ outcome }: Judged) => outcome.band === "answer";

/** The first candidate is acceptable; of a pair, the first two in any order. */
export const isRight = (judged: Judged) => isAmong(judged, 1);
/** Acceptable among the first three. */
export const isNear = (judged: Judged) => isAmong(judged, candidates);

function isAmong({ question, outcome }: Judged, places: number): boolean {
  const found = outcome.entry === null ? [] : [outcome.entry, ...outcome.others];
  return question.expected.some((subjects) =>
    subjects.every((subject) => found.slice(0, Math.max(places, subjects.length)).includes(subject)),
  );
}

export interface Measures {
  /** Of asked questions that have an answer. */
  readonly accuracy: Share;
  readonly recallAt3: Share;
  /** Asked questions without an answer that get one. Suggestions are not answers. */
  readonly falseAnswers: Share;
  readonly overheardRight: Share;
  readonly overheardWrong: Share;
  /** Overheard questions without an answer that get one. */
  readonly overheardFalse: Share;
  /** Overheard chatter that is met with silence. */
  readonly silence: Share;
}

export function measuresOf(all: readonly Judged[]): Measures {
  const asked = all.filter(isAsked);
  const overheard = all.filter((judged) => !isAsked(judged));
  const answerable = asked.filter(isAnswerable);
  const heard = overheard.filter(isAnswerable);
  return {
    accuracy: shareOf(answerable, isRight),
    recallAt3: shareOf(answerable, isNear),
    falseAnswers: shareOf(
      asked.filter((judged) => !isAnswerable(judged)),
      isAnswered,
    ),
    overheardRight: shareOf(heard, (judged) => isAnswered(judged) && isRight(judged)),
    overheardWrong: shareOf(heard, (judged) => isAnswered(judged) && !isRight(judged)),
    overheardFalse: shareOf(
      overheard.filter((judged) => !isAnswerable(judged)),
      isAnswered,
    ),
    silence: shareOf(
      overheard.filter(({ question }) => question.kind === "chatter"),
      ({ outcome }) => outcome.band === "silent",
    ),
  };
}
