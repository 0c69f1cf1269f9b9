import { plain } from "./style.ts";
import { characters, displayWidth } from "./width.ts";
import { type Piece, type Word, wordWidth } from "./words.ts";

const space: Piece = { text: " ", paint: plain };

/** Lines of at most `width` columns. Only an address may be longer: broken, it could not be opened. */
export function wrap(text: readonly Word[], width: number): string[] {
  if (text.length === 0) return [];
  let line: Word[] = [];
  const lines = [line];
  let used = 0;
  for (const word of text.flatMap((whole) => fitting(whole, width))) {
    const size = wordWidth(word);
    if (word.length === 0 || (line.length > 0 && used + 1 + size > width)) {
      line = [];
      lines.push(line);
    }
    if (word.length === 0) continue;
    used = line.length === 0 ? size : used + 1 + size;
    line.push(word);
  }
  return lines.map(painted);
}

/** Wrapped lines behind an indent; `rest` is that of the second line on. */
export function hang(text: readonly Word[], width: number, first: string, rest = first): string[] {
  const room = width - Math.max(first.length, rest.length);
  return wrap(text, room).map((line, index) => (line === "" ? "" : (index === 0 ? first : rest) + line));
}

/** The words on one line. Neighbours in the same paint share their colour codes, and so does the space between. */
export function painted(line: readonly Word[]): string {
  const pieces = line.flatMap((word, index) => (index === 0 ? word : [space, ...word]));
  const runs: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = runs.at(-1);
    const paint = piece === space && pieces[index + 1]?.paint === last?.paint ? last?.paint : piece.paint;
    if (last !== undefined && last.paint === paint)
      runs[runs.length - 1] = { text: last.text + piece.text, paint };
    else runs.push(piece);
  }
  return runs.map(({ text, paint }) => paint(text)).join("");
}

/** The word itself, or its parts when it is wider than a whole line. */
function fitting(word: Word, width: number): Word[] {
  if (wordWidth(word) <= width || word.some(({ text }) => /https?:\/\//.test(text))) return [word];
  let part: Piece[] = [];
  const parts = [part];
  let used = 0;
  for (const { text, paint } of word) {
    for (const character of characters(text)) {
      const size = displayWidth(character);
      if (used + size > width) {
        part = [];
        parts.push(part);
        used = 0;
      }
      part.push({ text: character, paint });
      used += size;
    }
  }
  return parts;
}
