/** Never seen, or turning the direction of what follows; joiners stay, because emoji are made with them. */
export const invisible =
  /[\p{Bidi_Control}\u00ad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Not among the letters and signs of English and German, of which nearly all texts consist. */
const foreign = /[^ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027]/;

/** One line of characters that can be seen. Those that are none become U+FFFD. */
export function cleanText(text: string): string {
  if (!foreign.test(text)) return text;
  return text
    .replace(invisible, "")
    .replace(/[\t-\r\u0085\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd");
}
