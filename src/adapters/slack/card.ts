import type { ContextBlock, ImageBlock, KnownBlock } from "@slack/types";
import type { Reply, Scorecard } from "../../chat.ts";
import type { Card } from "../../manners/card.ts";
import { drawActions } from "./draw/actions.ts";
import { drawFeedback } from "./draw/feedback.ts";
import { drawHeading, drawSections, lineText } from "./draw/sections.ts";
import { drawSources, sourceText } from "./draw/sources.ts";
import { drawTable, fitsTable, tableOf, tableSection } from "./draw/table.ts";
import { cleanText } from "../visible.ts";
import { escapedUpTo, escapeText, plain } from "./draw/text.ts";

/** A message as every way of sending one takes it: nothing of it pings anybody or unfolds a link. */
export interface Message {
  /** For notifications and screen readers, and in place of blocks that Slack refuses. */
  readonly text: string;
  readonly blocks?: KnownBlock[];
  /** Keeps `text` literal; blocks say for themselves what they are. */
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

const longestHeader = 150;
const longestText = 3_000;
/** Slack asks to keep a message's text below 4,000 characters: title and short answer. */
const longestNotice = 1_990;

/** `picture` is the address of the reply's picture. */
export function drawCard(card: Card, picture?: string): Message {
  const { reply, controls } = card;
  const blocks = [...drawBlocks(card, "message", picture), ...drawFeedback(controls)];
  const notice = [reply.title, reply.text].filter((text) => text !== "");
  return { ...message(notice.map((text) => escapedUpTo(longestNotice, text)).join("\n")), blocks };
}

/** The whole answer as text, without buttons: for when Slack refuses the blocks. */
export function writeCard({ reply, footer }: Card): Message {
  const { title, text, table, sections = [], sources = [], asOf } = reply;
  const parts = [
    [title, text],
    ...[...(table === undefined ? [] : [tableSection(table)]), ...sections].map(({ heading, lines }) => [
      heading ?? "",
      ...lines.map(lineText),
    ]),
    sources.map((source, index) => sourceText(source, index + 1)),
    [asOf ?? "", footer?.text ?? ""],
  ];
  const written = parts
    .map((lines) =>
      lines
        .map((line) => escapeText(cleanText(line)))
        .filter((line) => line !== "")
        .join("\n"),
    )
    .filter((part) => part !== "");
  return message(written.join("\n\n"));
}

/** The words of a card. Home and modals have neither tables nor pictures nor feedback buttons. */
export function drawBlocks(
  { reply, controls, footer }: Card,
  surface: "message" | "view",
  picture?: string,
): KnownBlock[] {
  const { table, scorecard, sections = [], sources = [] } = reply;
  const shown = table ?? (scorecard === undefined ? undefined : tableOf(scorecard));
  const isTable = shown !== undefined && surface === "message" && fitsTable(shown);
  return [
    ...drawTitle(reply),
    ...(scorecard === undefined || picture === undefined ? [] : [drawPicture(scorecard, picture)]),
    ...(isTable ? [drawTable(shown)] : []),
    // A scorecard's words are in the sections already.
    ...drawSections([...(table === undefined || isTable ? [] : [tableSection(table)]), ...sections]),
    ...drawSources(sources),
    ...drawSmallPrint(reply, footer),
    ...drawActions(reply, surface === "message" ? controls : []),
  ];
}

function drawTitle({ title, text }: Reply): KnownBlock[] {
  const heading = plain(title);
  const said = plain(text);
  return [
    heading.text.length <= longestHeader ? { type: "header", text: heading } : drawHeading(title),
    ...(said.text === ""
      ? []
      : said.text.length <= longestText
        ? [{ type: "section" as const, text: said }]
        : drawSections([{ lines: [{ text }] }])),
  ];
}

function drawPicture({ alt }: Scorecard, address: string): ImageBlock {
  return { type: "image", image_url: address, alt_text: cleanText(alt) };
}

function drawSmallPrint({ asOf }: Reply, footer: Card["footer"]): ContextBlock[] {
  const elements = [
    ...(asOf === undefined ? [] : [plain(asOf)]),
    ...(footer === undefined ? [] : [drawFooter(footer)]),
  ];
  return elements.length === 0 ? [] : [{ type: "context", elements }];
}

/** The only mention there is: whoever pressed the button, by an id that came from Slack. */
function drawFooter({ text, person }: NonNullable<Card["footer"]>) {
  if (person === undefined || !/^[UW][A-Z0-9]+$/u.test(person)) return plain(text);
  return { type: "mrkdwn" as const, text: `${escapeText(cleanText(text))} <@${person}>`, verbatim: true };
}

function message(text: string): Message {
  return { text, mrkdwn: false, unfurl_links: false, unfurl_media: false };
}
