import Fuse from "fuse.js";

export interface Near {
  readonly word: string;
  /** 1 is the same word, less by the share of letters that differ. */
  readonly similarity: number;
}

/** Looks a typed word up among known ones, allowing for the slips of a hand. */
export interface Dictionary {
  /** The closest known words: all that are equally close, none when nothing is. `alone`: nothing else was typed. */
  near(typed: string, alone?: boolean): readonly Near[];
  /** Known words that differ by one slip. */
  nearest(typed: string): readonly Near[];
}

// Bitap in fuse.js holds 32 characters; more would be cut into chunks that match one by one.
const longest = 32;

/** How many letters may be wrong in a word of this length. */
function slipsIn(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 14 ? 2 : 3;
}

/** The words are only asked for when something has to be looked up. */
export function createDictionary(words: () => Iterable<string>): Dictionary {
  let known: ReadonlySet<string> | undefined;
  let pieces: ReadonlyMap<string, readonly string[]> | undefined;

  return {
    near: (typed, alone = false) =>
      lookUp(typed, alone && typed.length === 3 ? 1 : slipsIn(typed.length), alone),
    nearest: (typed) => lookUp(typed, Math.min(1, slipsIn(typed.length)), false),
  };

  function lookUp(typed: string, slips: number, alone: boolean): readonly Near[] {
    known ??= new Set(words());
    if (known.has(typed)) return [{ word: typed, similarity: 1 }];
    const swapped = swaps(typed).filter((word) => known?.has(word));
    if (swapped.length > 0) return swapped.map((word) => ({ word, similarity: 1 - 1 / typed.length }));
    if (slips === 0) return [];
    pieces ??= piecesOf(known);
    let best: Near[] = [];
    for (const word of candidates(pieces, typed, slips)) {
      if (!mayBe(typed, word, slips, alone)) continue;
      const similarity = alike(typed, word, slips);
      if (similarity === undefined || similarity < (best[0]?.similarity ?? 0)) continue;
      if (similarity > (best[0]?.similarity ?? 0)) best = [];
      best.push({ word, similarity });
    }
    // A letter is left out more often than put in.
    return best.toSorted((a, b) => b.word.length - a.word.length);
  }
}

function mayBe(typed: string, word: string, slips: number, alone: boolean): boolean {
  // Another number is another thing, not a slip.
  if (digitsOf(word) !== digitsOf(typed)) return false;
  if (word.length < 4) return false;
  // A hand rarely slips on the first letter, and many short words differ in nothing else: boss, oss.
  return slips > 1 || word[0] === typed[0] || (alone && typed.length > 4);
}

/** Judged by fuse.js: `^` and `$` are plain characters here and stand for the ends of the word. */
function alike(typed: string, word: string, slips: number): number | undefined {
  const length = Math.min(longest, typed.length + 2);
  const { isMatch, score } = Fuse.match(`^${typed}$`.slice(0, longest), `^${word}$`.slice(0, longest), {
    ignoreLocation: true,
    threshold: (slips + 0.01) / length,
  });
  if (!isMatch) return undefined;
  const wrong = Math.max(1, Math.round(score * length), Math.abs(typed.length - word.length));
  return 1 - wrong / typed.length;
}

/** fuse.js counts swapped neighbours as two slips, a hand makes them as one. */
function swaps(typed: string): readonly string[] {
  if (typed.length < 3) return [];
  return Array.from(
    { length: typed.length - 1 },
    (_, at) => typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2),
  ).filter((word) => word !== typed && (typed.length > 3 || word[0] === typed[0]));
}

/** A word cut into one more piece than there may be slips keeps at least one piece whole, shifted a little. */
function piecesOf(known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const pieces = new Map<string, string[]>();
  for (const word of known) {
    // As many as a typed word of about this length may have, and one for those that may have only one.
    for (const slips of new Set([1, ...[-3, -1, 0, 1, 3].map((more) => slipsIn(word.length + more))])) {
      if (slips === 0) continue;
      for (let piece = 0; piece <= slips; piece += 1) {
        const key = pieceKey(word.length, slips, piece, word.slice(...bounds(word.length, slips, piece)));
        const group = pieces.get(key);
        if (group === undefined) pieces.set(key, [word]);
        else group.push(word);
      }
    }
  }
  return pieces;
}

function candidates(
  pieces: ReadonlyMap<string, readonly string[]>,
  typed: string,
  slips: number,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let length = typed.length - slips; length <= typed.length + slips; length += 1) {
    for (let piece = 0; piece <= slips; piece += 1) {
      const [start, end] = bounds(length, slips, piece);
      for (let shift = Math.max(-slips, -start); shift <= slips && end + shift <= typed.length; shift += 1) {
        const key = pieceKey(length, slips, piece, typed.slice(start + shift, end + shift));
        for (const word of pieces.get(key) ?? []) found.add(word);
      }
    }
  }
  return found;
}

function bounds(length: number, slips: number, piece: number): readonly [number, number] {
  return [Math.floor((piece * length) / (slips + 1)), Math.floor(((piece + 1) * length) / (slips + 1))];
}

function pieceKey(length: number, slips: number, piece: number, text: string): string {
  return `${length}/${slips}/${piece}/${text}`;
}

function digitsOf(word: string): string {
  return word.replaceAll(/\D+/gu, "");
}
