import { cleanText } from "./clean.ts";
import { type Paint, plain } from "./style.ts";
import { displayWidth } from "./width.ts";

export interface Piece {
  readonly text: string;
  readonly paint: Paint;
}

/** What stays on one line; an empty word is a forced line break. */
export type Word = readonly Piece[];

/** White space, without the spaces that hold two words together. */
const breakable = /[^\S\u00a0\u202f]+/;

/** The words of a text, safe for a terminal. */
export function words(text: string, paint: Paint = plain): Word[] {
  return text.split("\n").flatMap((paragraph, index) => {
    const found = paragraph
      .split(breakable)
      .map(cleanText)
      .filter((word) => word !== "")
      .map((word) => [{ text: word, paint }]);
    return index === 0 ? found : [[], ...found];
  });
}

/** The words with `text` held to the last of them, so that a reference never starts a line. */
export function glue(before: readonly Word[], text: string, paint: Paint = plain): Word[] {
  const last = before.at(-1) ?? [];
  return [...before.slice(0, -1), [...last, { text: cleanText(text), paint }]];
}

/** Columns of the words on one line. */
export function lineWidth(line: readonly Word[]): number {
  return line.reduce((sum, word) => sum + wordWidth(word) + 1, 0) - (line.length > 0 ? 1 : 0);
}

export function wordWidth(word: Word): number {
  return word.reduce((sum, { text }) => sum + displayWidth(text), 0);
}
