import { readFileSync, writeFileSync } from "node:fs";
import type { EntryKey, Language } from "../chat.ts";

/** What the search should find from now on, as a line of the question set. */
export interface Labelled {
  readonly text: string;
  readonly language: Language;
  readonly expected: EntryKey;
  /** "2026-11-26". */
  readonly day: string;
}

/** Appends a question to the set that measures the search; gives its id. */
export function addLabelled(file: string, { text, language, expected, day }: Labelled): string {
  const whole = readFileSync(file, "utf8");
  const same = whole.split("\n").filter((line) => line.startsWith(`open-${day}-`)).length;
  const id = `open-${day}-${String(same + 1).padStart(2, "0")}`;
  const line = [id, "asked", language, "open", text.replaceAll("\t", " "), expected].join("\t");
  writeFileSync(file, `${whole.replace(/\n*$/, "\n")}${line}\n`);
  return id;
}
