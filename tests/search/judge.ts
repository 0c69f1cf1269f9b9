import { readFileSync } from "node:fs";
import { readQuestions, type Question } from "../../src/eval/questions.ts";
import type { Judged } from "../../src/eval/measures.ts";
import { createFind, type Find, type Finding } from "../../src/search/find.ts";
import { settings, type Settings } from "../../src/search/settings.ts";
import { knowledge } from "../chat.ts";

/** The labelled questions of `tests/questions/`. */
export function questionSet(name: "questions" | "holdout"): readonly Question[] {
  const file = `tests/questions/${name}.tsv`;
  return readQuestions(file, readFileSync(file, "utf8"));
}

/** The search over the real knowledge, with some of its steps changed. */
export function findWith(changes: Partial<Settings> = {}): Find {
  return createFind(knowledge, { ...settings, ...changes });
}

export function judge(find: Find, questions: readonly Question[]): readonly Judged[] {
  return questions.map((question) => {
    const finding = find(question.text, { overheard: question.mode === "overheard" });
    return { question, outcome: { question: question.text, ms: 0, ...shown(finding) } };
  });
}

/** What the bot shows: an entry with an answer or a question back, only topics with an honest no. */
function shown({ band, found }: Finding) {
  const keys = found.map(({ key }) => key);
  if (band === "none") return { band, entry: null, others: keys };
  const [entry = null, ...others] = keys;
  return { band, entry, others };
}
