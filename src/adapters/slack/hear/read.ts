import { bareText } from "../draw/text.ts";

/**
 * What a person sees of a message: its text with links, channels and mentions as plain words.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readText(text: string): string {
  const words = text.replaceAll(
    /<([^<>|]*)(?:\|([^<>]*))?>/gu,
    (_, target: string, label: string | undefined) => label ?? (/^[@#!]/u.test(target) ? "" : target),
  );
  return bareText(unescapeText(words)).trim();
}

/** Slack escapes these three in whatever it hands back: https://github.com/slackapi/bolt-python/issues/513 */
export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function mentions(text: string, person: string): boolean {
  return text.includes(`<@${person}>`) || text.includes(`<@${person}|`);
}
