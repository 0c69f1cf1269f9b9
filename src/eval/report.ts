import type { Finding } from "../search/find.ts";
import {
  isAnswerable,
  isAnswered,
  isAsked,
  isNear,
  isRight,
  measuresOf,
  shareOf,
  type Judged,
  type Measures,
  type Share,
} from "./measures.ts";
import type { Question } from "./questions.ts";
import { drawTable } from "./table.ts";

const names: Readonly<Record<keyof Measures, string>> = {
  accuracy: "accuracy@1, asked",
  recallAt3: "recall@3, asked",
  falseAnswers: "false answers, asked",
  overheardRight: "overheard, right",
  overheardWrong: "overheard, wrong",
  overheardFalse: "overheard, false answers",
  silence: "chatter met with silence",
};

/** The measures, the same by kind and by language, and every question that came out wrong, explained. */
export function reportOf(all: readonly Judged[], find: (question: Question) => Finding): string {
  const measures = measuresOf(all);
  const total = Object.entries(names).map(([key, name]) => {
    const share = Object.entries(measures).find(([other]) => other === key)?.[1];
    return [name, ...(share === undefined ? [] : cellsOf(share))];
  });
  return [
    drawTable([["measure", "share", "95 % interval", "of"], ...total]),
    groups(all, "kind", ({ question }) => question.kind),
    groups(all, "language", ({ question }) => question.language),
    `confusions\n${confusions(all, find)}`,
  ].join("\n\n");
}

function groups(all: readonly Judged[], heading: string, groupOf: (judged: Judged) => string): string {
  const rows = [...new Set(all.map(groupOf))].map((group) => {
    const members = all.filter((judged) => groupOf(judged) === group && isAsked(judged));
    const answerable = members.filter(isAnswerable);
    const others = members.filter((judged) => !isAnswerable(judged));
    return [
      group,
      ...cellsOf(shareOf(answerable, isRight)),
      percent(shareOf(answerable, isNear)),
      ...(others.length === 0 ? ["", ""] : [percent(shareOf(others, isAnswered)), `${others.length}`]),
    ];
  });
  return drawTable([[heading, "acc@1", "95 % interval", "of", "rec@3", "false", "of"], ...rows]);
}

function confusions(all: readonly Judged[], find: (question: Question) => Finding): string {
  const wrong = all.filter((judged) => {
    if (!isAnswerable(judged)) return isAnswered(judged);
    return isAsked(judged) ? !isRight(judged) : !(isAnswered(judged) && isRight(judged));
  });
  if (wrong.length === 0) return "  none";
  return wrong
    .map(({ question, outcome }) => {
      const wanted = question.expected.map((subjects) => subjects.join(" & ")).join(" or ") || "nothing";
      const got = [outcome.band, outcome.entry, ...outcome.others].filter((part) => part !== null).join(" ");
      return [
        `  ${question.id}: ${question.text}`,
        `    wanted ${wanted}`,
        `    got ${got}`,
        ...reasons(find(question)),
      ].join("\n");
    })
    .join("\n");
}

function reasons({ found, limits }: Finding): readonly string[] {
  return found.map(({ key, score, why }) => {
    const read = why.corrected.map(([typed, word]) => `${typed} read as ${word}`);
    const unknown = why.unknown.length === 0 ? [] : [`unknown: ${why.unknown.join(", ")}`];
    const notes = [`by "${why.phrase}"`, ...read, ...unknown].join("; ");
    return `      ${score.toFixed(2)} of ${limits.answer} ${key} ${notes}`;
  });
}

function cellsOf(share: Share): readonly string[] {
  if (share.total === 0) return ["", "", "0"];
  return [percent(share), `${rounded(share.low)} to ${rounded(share.high)}`, `${share.total}`];
}

const rounded = (share: number) => (share * 100).toFixed(1);
const percent = (share: Share) => (share.total === 0 ? "" : rounded(share.share));
