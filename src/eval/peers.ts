import type { Knowledge } from "../knowledge/knowledge.ts";
import { ours, peers, type Engine, type Hit } from "./engines.ts";
import { shareOf } from "./measures.ts";
import type { Question } from "./questions.ts";
import { drawTable } from "./table.ts";

interface Comparison {
  readonly name: string;
  readonly accuracy: number;
  readonly recallAt3: number;
  /** Right answers at the threshold that lets through at most 5 % of the questions without an answer. */
  readonly rightAt5: number;
  /** False answers at the threshold that keeps 95 % of the right ones. */
  readonly falseAt95: number;
}

const falseAllowed = 0.05;
const rightKept = 0.95;

/** Runs other engines on the same questions and says how many times better we are. */
export function comparePeers(knowledge: Knowledge, questions: readonly Question[]): string {
  const asked = questions.filter(({ mode }) => mode === "asked");
  const [first, ...others] = [ours, ...Object.values(peers)].map((build) => compare(build(knowledge), asked));
  if (first === undefined) return "";
  const rows = [first, ...others].map((one) => [
    one.name,
    percent(one.accuracy),
    one === first ? "" : ratio(first.accuracy, one.accuracy),
    percent(one.recallAt3),
    one === first ? "" : ratio(first.recallAt3, one.recallAt3),
    percent(one.rightAt5),
    one === first ? "" : ratio(first.rightAt5, one.rightAt5),
    percent(one.falseAt95),
  ]);
  const head = [
    "engine",
    "acc@1",
    "we:it",
    "rec@3",
    "we:it",
    "right at 5 % false",
    "we:it",
    "false at 95 % right",
  ];
  return drawTable([head, ...rows]);
}

function compare(engine: Engine, asked: readonly Question[]): Comparison {
  const results = asked.map((question) => {
    const hits = engine.search(question.text);
    return {
      answerable: question.expected.length > 0,
      right: isAmong(question, hits, 1),
      near: isAmong(question, hits, 3),
      score: hits[0]?.score ?? -Infinity,
    };
  });
  const answerable = results.filter((result) => result.answerable);
  const right = answerable.filter((result) => result.right).map(({ score }) => score);
  const others = results.filter((result) => !result.answerable).map(({ score }) => score);
  const limit = descending(others)[Math.floor(others.length * falseAllowed)] ?? -Infinity;
  const kept = descending(right)[Math.ceil(right.length * rightKept) - 1] ?? Infinity;
  return {
    name: engine.name,
    accuracy: shareOf(answerable, (result) => result.right).share,
    recallAt3: shareOf(answerable, (result) => result.near).share,
    rightAt5: right.filter((score) => score > limit).length / answerable.length,
    falseAt95: others.filter((score) => score >= kept).length / others.length,
  };
}

function isAmong({ expected }: Question, hits: readonly Hit[], places: number): boolean {
  const keys = hits.map(({ key }) => key);
  return expected.some((subjects) =>
    subjects.every((subject) => keys.slice(0, Math.max(places, subjects.length)).includes(subject)),
  );
}

function descending(scores: readonly number[]): readonly number[] {
  return scores.toSorted((a, b) => b - a);
}

const percent = (share: number) => (share * 100).toFixed(1);
const ratio = (we: number, it: number) => (it === 0 ? "" : `${(we / it).toFixed(2)}x`);
