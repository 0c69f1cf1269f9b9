import Fuse from "fuse.js";
import { candidates, lettersApart, piecesOf, type Pieces } from "./pieces.ts";

interface Near {
  readonly word: string;
  /** 1 is the same word, less by the share of letters that differ. */
  readonly similarity: number;
}

/** Looks a typed word up among known ones, allowing for the slips of a hand. */
export interface Dictionary {
  /** The closest known words: all that are equally close, none when nothing is. `alone`: nothing else was typed. */
  near(typed: string, alone?: boolean): readonly Near[];
  /** Known words with one letter left out, put in or swapped. Not with another letter: "dance" is no "danke". */
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
  let pieces: Pieces | undefined;

  return {
    near: (typed, alone = false) =>
      lookUp(typed, alone && typed.length === 3 ? 1 : slipsIn(typed.length), alone),
    nearest(typed) {
      const hasOthers = lettersApart(typed, 0);
      return lookUp(typed, Math.min(1, slipsIn(typed.length)), false).filter(
        ({ word }) => word.length !== typed.length || !hasOthers(word),
      );
    },
  };

  function lookUp(typed: string, slips: number, alone: boolean): readonly Near[] {
    known ??= new Set(words());
    if (known.has(typed)) return [{ word: typed, similarity: 1 }];
    const swapped = swaps(typed, known);
    if (swapped.length > 0) return swapped.map((word) => ({ word, similarity: 1 - 1 / typed.length }));
    pieces ??= piecesOf(known, slipsIn);
    let best: Near[] = [];
    const tooFar = lettersApart(typed, slips);
    for (const word of candidates(pieces, typed, slips)) {
      if (!mayBe(typed, word, slips, alone) || tooFar(word)) continue;
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
  // So is one with other digits.
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
function swaps(typed: string, known: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let at = typed.length > 3 ? 0 : 1; at + 1 < typed.length; at += 1) {
    // Another number is another thing, not a slip.
    if (/\d/.test(typed.slice(at, at + 2))) continue;
    const word = `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
    if (known.has(word)) found.push(word);
  }
  return found;
}

function digitsOf(word: string): string {
  return word.replaceAll(/\D/g, "");
}
