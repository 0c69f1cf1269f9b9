import type { Reply, Scorecard, Tone } from "../../chat.ts";
import type { Card } from "../../manners/card.ts";
import type { CardMessage, Container, Gallery, TextDisplay } from "./components.ts";
import { drawRows } from "./rows.ts";
import { drawHead, drawSection, drawSmallPrint, drawSource, drawTable } from "./text.ts";

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = { ephemeral: 1 << 6, componentsV2: 1 << 15 } as const;

/** Beyond this many, sections share one text, to stay under Discord's 40 components a message. */
const mostSections = 12;

/** Strips at the side of a card that are seen on light and on dark, also by those who see few colours. */
const accents: Readonly<Record<Tone, number>> = {
  open: 0x56b4e9,
  partial: 0xf0b429,
  closed: 0x8b93a1,
  unknown: 0xb3b9c4,
  neutral: 0x6b7280,
};

export const pictureName = "openness.png";

/**
 * The card in Discord's own elements. Pure; nothing of it is left out or cut. With a `picture`, the file of that name
 * has to come with it.
 */
export function drawCard(card: Card, picture?: Scorecard): CardMessage {
  const { reply, controls } = card;
  const sections = (reply.sections ?? []).map(drawSection);
  const small = [...(reply.sources ?? []).map(drawSource), ...drawSmallPrint(card)];
  const drawn = message(reply, [
    container(reply, [
      text(drawHead(reply)),
      ...(picture === undefined ? [] : [drawGallery(picture)]),
      ...(reply.table === undefined ? [] : [text(drawTable(reply.table))]),
      ...(sections.length > mostSections ? [text(sections.join("\n"))] : sections.map(text)),
      ...(small.length === 0
        ? []
        : [{ type: 14, divider: true, spacing: 1 } as const, text(small.join("\n"))]),
    ]),
    ...drawRows(reply, controls),
  ]);
  return picture === undefined
    ? drawn
    : { ...drawn, attachments: [{ id: 0, filename: pictureName, description: picture.alt }] };
}

/** The least that still answers, for a card that Discord would refuse. */
export function drawPlain(reply: Reply): CardMessage {
  return message(reply, [container(reply, [text(drawHead(reply))])]);
}

function message({ audience }: Reply, components: CardMessage["components"]): CardMessage {
  const { ephemeral, componentsV2 } = messageFlags;
  return {
    flags: audience === "person" ? componentsV2 | ephemeral : componentsV2,
    components,
    allowed_mentions: { parse: [], replied_user: false },
  };
}

function container({ tone }: Reply, components: Container["components"]): Container {
  return { type: 17, accent_color: accents[tone ?? "neutral"], components };
}

function drawGallery({ alt }: Scorecard): Gallery {
  return { type: 12, items: [{ media: { url: `attachment://${pictureName}` }, description: alt }] };
}

function text(content: string): TextDisplay {
  return { type: 10, content };
}
