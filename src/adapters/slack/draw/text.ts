import type { PlainTextElement } from "@slack/types";

const hidden = /[\p{Bidi_Control}\u00ad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Most texts have nothing of the kind, and one look is cheaper than three. */
const odd =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** Without what could hide or reorder other characters; those that are none become U+FFFD. */
export function bareText(text: string): string {
  return text.replace(hidden, "").replace(/[^\P{Cc}\t\n\v\f\r\u0085]|\p{Cs}/gu, "\ufffd");
}

/** One line of nothing but what can be seen. */
export function cleanText(text: string): string {
  if (!odd.test(text)) return text;
  return bareText(text).replace(/[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu, " ");
}

/** Text objects treat these three as control characters: https://docs.slack.dev/messaging/formatting-message-text */
export function escapeText(text: string): string {
  if (!/[&<>]/u.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Neither markup nor mentions nor `:emoji:` are read in it. */
export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text: escapeText(cleanText(text)), emoji: false };
}

/** Plain text for places that hold only so many characters: longer ones end in "…". */
export function plainUpTo(most: number, text: string): PlainTextElement {
  return { type: "plain_text", text: escapedUpTo(most, text), emoji: false };
}

/** Escaped text of at most so many characters, never cut inside an entity or a character. */
export function escapedUpTo(most: number, text: string): string {
  const clean = cleanText(text);
  const whole = escapeText(clean);
  if (whole.length <= most) return whole;
  let cut = "";
  for (const character of clean) {
    const next = cut + escapeText(character);
    if (next.length >= most) break;
    cut = next;
  }
  return `${cut}…`;
}
