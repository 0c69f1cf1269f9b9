/** Latin, Greek, Cyrillic, typographic punctuation, geometric shapes: one column each, so length is width. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20ac\u25a0-\u25fc]*$/;

/** East Asian Width W and F (Unicode 15.1, EastAsianWidth.txt); wide emoji are told by their presentation. */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;

/** Made on first use: it costs about 20 ms, and most answers do without. */
let segmenter: Intl.Segmenter | undefined;

/** What a person sees as one character: a letter with its accents, a flag, a family. */
export function characters(text: string): string[] {
  if (narrow.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Columns that the text takes up on a terminal. */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  return characters(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): 0 | 1 | 2 {
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(character)) return 2;
  if (/^[\p{Mn}\p{Me}\p{Cf}]*$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
