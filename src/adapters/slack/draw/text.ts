import type { PlainTextElement } from "@slack/types";
import { cleanText, invisible } from "../../visible.ts";

/** Without what could hide or reorder other characters; those that are none become U+FFFD. */
export function bareText(text: string): string {
  return text.replace(invisible, "").replace(/[^\P{Cc}\t\n\v\f\r\u0085]|\p{Cs}/gu, "\ufffd");
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
