/** What Discord's client acts on within a line. */
const inline =
  /[*_~|`]|<(?:@[!&]?|#|\/|a?:|t:|id:|https?:|mailto:|tel:)|@(?:everyone|here)|https?:\/\/|\[[^\]]*\]\(|:[\w+-]+:/gi;
/** And at the start of one. */
export const block = /^\s*(?:#{1,3} |-# |[-*+] |>|\d+[.)] )/;

/** What is left to act on when everything is taken out that a backslash covers. */
export function livePieces(escaped: string): readonly string[] {
  return escaped.replace(/\\[^0-9A-Za-z\s]/g, "\u25a1").match(inline) ?? [];
}
