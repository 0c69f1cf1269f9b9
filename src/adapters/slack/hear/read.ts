import { bareText } from "../draw/text.ts";

/**
 * What a person sees of a message: its text with links, channels and mentions as plain words.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readText(text: unknown): string {
  const words = textOf(text).replaceAll(
    /<([^<>|]*)(?:\|([^<>]*))?>/gu,
    (_, target: string, label: string | undefined) => label ?? (/^[@#!]/u.test(target) ? "" : target),
  );
  return bareText(unescapeText(words)).trim();
}

/** Slack escapes these three in whatever it hands back: https://github.com/slackapi/bolt-python/issues/513 */
export function unescapeText(text: unknown): string {
  return textOf(text).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function mentions(text: unknown, person: string): boolean {
  const words = textOf(text);
  return words.includes(`<@${person}>`) || words.includes(`<@${person}|`);
}

/** Bolt looks at nothing but what kind of event it is: what stands where a text belongs need be none. */
function textOf(given: unknown): string {
  return typeof given === "string" ? given : "";
}
