import { invisible } from "../visible.ts";

/**
 * The text with nothing in it that a terminal would obey: a person's own words are echoed in answers, and an escape
 * sequence or a bidirectional override among them must not reach the screen. Control characters become U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\s\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd")
    .replace(invisible, "");
}
