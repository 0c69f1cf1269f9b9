import type { AnyBlock } from "@slack/types";

interface Text {
  readonly type: string;
  readonly text: string;
}

/** Everything in a payload that says of what kind its text is. */
function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(textsIn);
  return "type" in value &&
    "text" in value &&
    typeof value.type === "string" &&
    typeof value.text === "string"
    ? [{ type: value.type, text: value.text }, ...below]
    : below;
}

/** What could still ping, link, format or hide something. */
export function dangersIn({
  text = "",
  blocks = [],
}: {
  readonly text?: string;
  readonly blocks?: AnyBlock[];
}) {
  return [
    // With `mrkdwn: false`, only what stands in angle brackets is read in it.
    ...controlsIn(text),
    ...textsIn(blocks).flatMap((one) => {
      if (one.type === "plain_text") return controlsIn(one.text);
      if (one.type === "mrkdwn") return markupIn(one.text);
      // Rich text and cells are literal; a mention in them would be an element of its own kind.
      return one.type === "text" || one.type === "raw_text" ? [] : [`a ${one.type}`];
    }),
    // What a button carries is not shown.
    ...JSON.stringify({ text, blocks }, (key, value: unknown) => (key === "value" ? "" : value)).matchAll(
      /[\p{Bidi_Control}\u200b\ufeff\u{e0000}-\u{e007f}]|\\ud[89a-f]/gu,
    ),
  ].map(String);
}

function controlsIn(text: string): readonly string[] {
  return [...text.matchAll(/[<>]|&(?!(?:amp|lt|gt);)/g)].map(String);
}

/** All of the mrkdwn is ours but the words between and in the links. */
function markupIn(text: string): readonly string[] {
  const words = text.replaceAll(/<https?:[^\s|<>]*\|([^<>]*)>/g, "$1").replaceAll(/<@U1>/g, "");
  return [
    ...controlsIn(words),
    ...[...words.matchAll(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:\w+:/gu)].map(String),
  ];
}
