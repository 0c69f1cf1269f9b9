import type { KnownBlock } from "@slack/types";
import type { Log } from "../../log.ts";
import type { Card } from "../../manners/card.ts";
import { addressOf } from "../../picture/address.ts";
import { remember } from "../../remember.ts";
import { drawBlocks, drawCard, type Message, writeCard } from "./card.ts";

const longestText = 3_000;

/** How cards are drawn for one workspace. */
export interface Compose {
  /** A card as a message; as plain text, should drawing it fail. */
  message(card: Card): Message;
  /** A card as part of the Home tab or of a modal. */
  view(card: Card): KnownBlock[];
}

/** `publicUrl` is where Slack can fetch pictures. */
export function createCompose(log: Log, publicUrl: string | undefined): Compose {
  // Many ask the same, and get the same card.
  const drawOnce = remember((card: Card) =>
    drawCard(card, publicUrl === undefined ? undefined : addressOf(card.reply, publicUrl)),
  );
  return {
    message: (card) => attempt(() => drawOnce(card), log) ?? writeCard(card),
    view: (card) => attempt(() => drawBlocks(card, "view"), log) ?? writeView(card),
  };
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
