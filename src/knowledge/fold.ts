/**
 * Makes spellings equal that people take for the same: upper and lower case, accents, `ß` and `ss`, `größe` and
 * `groesse`, `97,4` and `97.4`. Words stay apart by single spaces; a point stays only between digits.
 */
export function fold(text: string): string {
  const spelled = plain(text).replaceAll(/(?<=\d),(?=\d)/g, ".");
  const apart = isAscii(spelled)
    ? spelled.replaceAll(/(?:[^a-z0-9.]|\.(?!\d)|(?<!\d)\.)+/g, " ")
    : spelled.replaceAll(/(?!(?<=\d)\.(?=\d))[^\p{L}\p{N}]+/gu, " ");
  return umlauts(apart).trim();
}

/**
 * The same, with everything but letters and digits left out before the umlauts are folded. So the result depends on
 * the letters alone, however they are spaced: `Modell-Gewichte`, `modell gewichte` and `Modellgewichte` are one.
 */
export function squeeze(text: string): string {
  const spelled = plain(text);
  return umlauts(spelled.replaceAll(isAscii(spelled) ? /[^a-z0-9]/g : /[^\p{L}\p{N}]/gu, ""));
}

/** Compatible forms first: lower-casing alone would miss letters that only they reveal, such as those of `℡`. */
function plain(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const apart = text.normalize("NFKD");
  const latin = lower(apart.replaceAll(/[\u0300-\u036F]/g, ""));
  return isAscii(latin) ? latin : lower(apart.replaceAll(/[\p{M}\p{Cf}]/gu, ""));
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss");
}

/** Most texts are, without their accents; and patterns with all letters of the world cost several times as much. */
function isAscii(text: string): boolean {
  return !/[^ -~\t\n\r]/.test(text);
}

/** `ae`, `oe`, `ue` stand for umlauts, but not in `neue`, `Quelle` or `Museen`. */
function umlauts(text: string): string {
  return text.replaceAll(/(?<![aeiouq])([aou])e(?![aeiou])/g, "$1");
}
