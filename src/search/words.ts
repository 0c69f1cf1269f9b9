import { fold } from "../knowledge/fold.ts";

/** The words of a text, letters and numbers apart: `grok3` and `Grok 3` are the same two. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  // Most words are of the second kind, and its pattern costs a fraction.
  const pattern = /[^a-z0-9. ]/.test(folded) ? /\d+(?:\.\d+)*|\p{L}+|\p{N}+/gu : /\d+(?:\.\d+)*|[a-z]+/g;
  return folded.match(pattern) ?? [];
}

const endings = byLastLetter([
  "ies",
  "es",
  "s",
  "ten",
  "en",
  "ern",
  "n",
  "ing",
  "est",
  "st",
  "t",
  "ed",
  "em",
  "er",
  "te",
  "e",
  "y",
]);
const derivations = byLastLetter(["ung", "isch", "lich", "bar"]);
const shortestStem = 4;

/**
 * Cuts two inflections and one derivation off. The same rule for both languages, because the language of a single word
 * is not known; stems are compared with each other and need not be words.
 */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known !== undefined) return known;
  known = cut(word);
  // Remembered, because a few words make up most texts; not more than fit those of the knowledge.
  if (stems.size < mostRemembered) stems.set(word, known);
  return known;
}

const stems = new Map<string, string>();
const mostRemembered = 20_000;

function cut(word: string): string {
  const bare = without(derivations, without(endings, without(endings, word)));
  return /(\p{L})\1$/u.test(bare) ? bare.slice(0, -1) : bare;
}

function without(suffixes: ReadonlyMap<string, readonly string[]>, word: string): string {
  for (const suffix of suffixes.get(word.slice(-1)) ?? []) {
    if (word.length - suffix.length >= shortestStem && word.endsWith(suffix)) {
      return word.slice(0, -suffix.length);
    }
  }
  return word;
}

/** Longer suffixes come before the shorter ones that they end with. */
function byLastLetter(suffixes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    suffixes.map((one) => [one.slice(-1), suffixes.filter((suffix) => suffix.endsWith(one.slice(-1)))]),
  );
}
