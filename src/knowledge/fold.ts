/**
 * Makes spellings equal that people take for the same: upper and lower case, accents, `ß` and `ss`, `größe` and
 * `groesse`, `97,4` and `97.4`. Words stay apart by single spaces; a point stays only between digits.
 */
export function fold(text: string): string {
  const spelled = plain(text)
    .replaceAll(/(?<=\d),(?=\d)/gu, ".")
    .replaceAll(/(?!(?<=\d)\.(?=\d))[^\p{L}\p{N}]+/gu, " ");
  return umlauts(spelled).trim();
}

/**
 * The same, with everything but letters and digits left out before the umlauts are folded. So the result depends on
 * the letters alone, however they are spaced: `Modell-Gewichte`, `modell gewichte` and `Modellgewichte` are one.
 */
export function squeeze(text: string): string {
  return umlauts(plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ""));
}

/** Compatible forms first: lower-casing alone would miss letters that only they reveal, such as those of `℡`. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

/** `ae`, `oe`, `ue` stand for umlauts, but not in `neue`, `Quelle` or `Museen`. */
function umlauts(text: string): string {
  return text.replaceAll(/(?<![aeiouq])([aou])e(?![aeiou])/gu, "$1");
}
