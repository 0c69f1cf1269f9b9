import { cleanText } from "../visible.ts";

/** Markdown and mentions; "https://" anywhere, ":smile:", and the two names that stand for everybody. */
const acting = /[\\`*_~|[\]<]|:(?=\/\/|[\w+-]+(?::|$))|@(?=everyone|here)/gi;

/** The same without all signs that could act: one look at most texts is enough. */
const notable = /[^ -)+-9;=>?A-Z^a-{}\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027]/;

/**
 * The text as Discord shows it letter by letter: no markdown, mention, timestamp, emoji or link. A backslash works
 * before anything but letters, digits and spaces.
 */
export function escapeText(text: string): string {
  return notable.test(text) ? cleanText(text).replace(acting, "\\$&") : text;
}

/** The same for a text that begins a line, where it could be a heading, a list, a quote or small print. */
export function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^(\s*)([#>+-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Discord ends a link at the first parenthesis that was not opened in it, and knows one level of them. */
const balanced = /^(?:[^()]|\([^()]*\))*$/;

/** `[title](url)`: the title can be clicked. */
export function drawLink(title: string, url: string): string {
  const target = cleanText(url).replace(/[\s<>"\\^`{|}]/g, encodeURIComponent);
  const closed = balanced.test(target) ? target : target.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${escapeText(title)}](${closed})`;
}
