import type { KnownBlock } from "@slack/types";
import type { Log } from "../../log.ts";
import type { Card } from "../../manners/manners.ts";
import { remember } from "../../remember.ts";
import { drawBlocks, drawCard, type Message, writeCard } from "./card.ts";

const longestText = 3_000;

/** Many ask the same, and get the same card. */
const drawOnce = remember(drawCard);

/** A card as a message; as plain text, should drawing it fail. */
export function composeMessage(card: Card, log: Log): Message {
  return attempt(() => drawOnce(card), log) ?? writeCard(card);
}

/** A card as part of the Home tab or of a modal. */
export function composeView(card: Card, log: Log): KnownBlock[] {
  return attempt(() => drawBlocks(card, "view"), log) ?? writeView(card);
}

/** The whole answer as plain text blocks, for when Slack refuses the others. */
export function writeView(card: Card): KnownBlock[] {
  const { text } = writeCard(card);
  const pieces = text.match(new RegExp(`[^]{1,${longestText}}`, "gu")) ?? [];
  return pieces.map((piece) => ({
    type: "section",
    text: { type: "plain_text", text: piece, emoji: false },
  }));
}

function attempt<T>(draw: () => T, log: Log): T | undefined {
  try {
    return draw();
  } catch (error) {
    log.error({ adapter: "slack", err: error }, "drawing a card failed, it is sent as text");
    return undefined;
  }
}
