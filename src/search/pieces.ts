/**
 * Words by their pieces. A word cut into one more piece than there may be slips keeps at least one piece whole,
 * shifted a little; so a few look-ups find all words that fuse.js has to judge.
 */
export type Pieces = ReadonlyMap<string, readonly string[]>;

export function piecesOf(known: ReadonlySet<string>, slipsIn: (length: number) => number): Pieces {
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

/** Words that may differ from the typed one by so many slips. */
export function candidates(pieces: Pieces, typed: string, slips: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let length = typed.length - slips; length <= typed.length + slips; length += 1) {
    for (let piece = 0; piece <= slips; piece += 1) {
      const [start, end] = bounds(length, slips, piece);
      // Slips before the piece shift it, and those after it have to make up the difference in length.
      const left = typed.length - length;
      const least = Math.max(-piece, left - (slips - piece), -start);
      const most = Math.min(piece, left + (slips - piece), typed.length - end);
      for (let shift = least; shift <= most; shift += 1) {
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

/** Tells the words that have more other letters than there may be slips. */
export function lettersApart(typed: string, slips: number): (word: string) => boolean {
  const counts = new Int16Array(128);
  for (let at = 0; at < typed.length; at += 1) tally(counts, typed.charCodeAt(at), 1);
  return (word) => {
    let other = 0;
    for (let at = 0; at < word.length; at += 1) if (tally(counts, word.charCodeAt(at), -1) < 0) other += 1;
    for (let at = 0; at < word.length; at += 1) tally(counts, word.charCodeAt(at), 1);
    return other > slips;
  };
}

/** Letters beyond ASCII share a place: that can only let too many words through. */
function tally(counts: Int16Array, code: number, more: number): number {
  const place = Math.min(code, counts.length - 1);
  const count = (counts[place] ?? 0) + more;
  counts[place] = count;
  return count;
}
