import { languages } from "../chat.ts";

const modes = ["asked", "overheard"] as const;
const questionLanguages = [...languages, "mixed"] as const;

/** One labelled question; the format is that of tests/questions/README.md. */
export interface Question {
  readonly id: string;
  readonly mode: (typeof modes)[number];
  readonly language: (typeof questionLanguages)[number];
  readonly kind: string;
  readonly text: string;
  /** Acceptable answers, best first, each the subjects that have to come together; empty: must not be answered. */
  readonly expected: readonly (readonly string[])[];
}

const head = ["id", "mode", "lang", "kind", "question", "expected"];
const alternative = /^(model|family|term|claim):[a-z0-9-]+(&(model|family|term|claim):[a-z0-9-]+)*$/;

/**
 * Reads a question set.
 * @throws {Error} with every faulty line as `file:line what is wrong`.
 */
export function readQuestions(file: string, text: string): readonly Question[] {
  const [first = "", ...lines] = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const faults: string[] = [];
  if (first.split("\t").join() !== head.join())
    faults.push(`${file}:1 the head line has to be, with tabs: ${head.join(" ")}`);
  const questions = lines.map((line, index) => {
    const [id = "", mode, language, kind = "", question = "", expected = "", ...more] = line.split("\t");
    const knownMode = modes.find((one) => one === mode);
    const knownLanguage = questionLanguages.find((one) => one === language);
    const alternatives = expected === "none" ? [] : expected.split("|");
    const fault = (what: string) => faults.push(`${file}:${index + 2} ${what}`);
    if (more.length > 0 || expected === "") fault(`needs ${head.length} columns, parted by tabs`);
    else if (knownMode === undefined) fault(`mode "${mode}": use ${modes.join(" or ")}`);
    else if (knownLanguage === undefined) fault(`lang "${language}": use ${questionLanguages.join(", ")}`);
    else if (!alternatives.every((one) => alternative.test(one)))
      fault(`expected "${expected}": use entry keys, parted by | or &, or none`);
    return {
      id,
      mode: knownMode ?? "asked",
      language: knownLanguage ?? "en",
      kind,
      text: question,
      expected: alternatives.map((one) => one.split("&")),
    };
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return questions;
}
