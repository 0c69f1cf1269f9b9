import { beforeAll, expect, test } from "vitest";
import { drawBlocks, drawCard, writeCard } from "../../../src/adapters/slack/card.ts";
import { faultsOf } from "../../../src/adapters/slack/limits.ts";
import type { Card } from "../../../src/manners/card.ts";
import { stringsOf } from "../../chat.ts";
import { everyCard, readable } from "./drawn.ts";

let cards: readonly (readonly [line: string, card: Card])[] = [];
beforeAll(async () => {
  cards = await everyCard();
});

const missing = (card: Card, seen: string) => stringsOf(card.reply).filter((text) => !seen.includes(text));

test("every card stays inside Slack's limits, as a message and in a view", () => {
  expect(cards.length).toBeGreaterThan(800);
  for (const [line, card] of cards) {
    expect(faultsOf(drawCard(card), "message"), line).toEqual([]);
    expect(faultsOf({ blocks: drawBlocks(card, "view") }, "view"), line).toEqual([]);
  }
});

test("no string of an answer is lost, in a message and in a view", () => {
  for (const [line, card] of cards) {
    expect(missing(card, readable(drawCard(card).blocks)), line).toEqual([]);
    expect(missing(card, readable(drawBlocks(card, "view"))), line).toEqual([]);
  }
});

test("in plain text only the buttons are missing", () => {
  for (const [line, card] of cards) {
    const { next: _, ...words } = card.reply;
    expect(missing({ ...card, reply: words }, readable(writeCard(card))), line).toEqual([]);
    expect(faultsOf(writeCard(card), "message"), line).toEqual([]);
  }
});

test("every message has its title as text, and unfolds no link", () => {
  for (const [line, card] of cards) {
    const message = drawCard(card);
    expect(readable(message.text), line).toContain(card.reply.title);
    expect(message).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
    expect(Object.keys(message)).not.toContain("link_names");
    expect(Object.keys(message)).not.toContain("parse");
  }
});

test("every control of a card can be pressed, and tells its name to screen readers", () => {
  const kinds = new Set<string>();
  for (const [line, card] of cards) {
    const drawn = JSON.stringify(drawCard(card).blocks);
    for (const { kind, code, label } of card.controls) {
      kinds.add(kind);
      expect(drawn, line).toContain(JSON.stringify(code));
      expect(drawn, line).toContain(JSON.stringify(label));
    }
  }
  expect([...kinds].toSorted()).toEqual(["delete", "helpful", "share", "unhelpful"]);
});

test("only whoever caused an answer sees the button that deletes it", () => {
  const [, shared] = cards.find(([, { reply }]) => reply.audience === "everyone") ?? [];
  expect(JSON.stringify(shared && drawCard(shared))).toContain('"visible_to_user_ids":["U1"]');
});

test("the only mention is whoever shared a card", () => {
  for (const [, card] of cards) {
    const drawn = JSON.stringify(drawCard(card));
    expect([...drawn.matchAll(/<[@!#][^>]*>/g)].map(String)).toEqual(
      card.footer === undefined ? [] : ["<@U1>"],
    );
  }
});

test("whoever shared a card without an id of Slack's form is not mentioned", () => {
  const [, card] = cards[0] ?? [];
  if (card === undefined) throw new Error("no card");
  const footer = { text: "Shared by", person: "U1> <!channel" };
  expect(JSON.stringify(drawCard({ ...card, footer }))).not.toContain("<!channel");
});
