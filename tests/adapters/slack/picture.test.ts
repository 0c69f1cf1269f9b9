import { afterEach, beforeAll, expect, test } from "vitest";
import { drawBlocks, drawCard } from "../../../src/adapters/slack/card.ts";
import { faultsOf } from "../../../src/adapters/slack/limits.ts";
import type { Card } from "../../../src/manners/card.ts";
import { addressOf } from "../../../src/picture/address.ts";
import { say } from "../../chat.ts";
import { cardFor, everyCard } from "./drawn.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

const publicUrl = "https://bot.example.org";

let cards: readonly (readonly [line: string, card: Card])[] = [];
beforeAll(async () => {
  cards = await everyCard();
});
let place: Workplace | undefined;
afterEach(async () => {
  await place?.close();
  place = undefined;
});

const tablesOf = (card: Card) =>
  (drawCard(card).blocks ?? []).flatMap((block) => (block.type === "data_table" ? [block] : []));

test("a family is a table, its models as rows and their parts as columns", async () => {
  const [table, ...others] = tablesOf(await cardFor("/openness grok", "de"));
  const rows = table?.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : "")));
  expect(others).toEqual([]);
  expect(table?.caption).toBe("Offenheit, Teil für Teil");
  expect(rows?.[0]).toEqual([
    "Modell",
    "Gewichte",
    "Lizenz",
    "Code",
    "Trainingscode",
    "Daten",
    "Dateninfo",
    "Checkpoints",
    "Doku",
  ]);
  expect(rows?.map(([name]) => name)).toEqual([
    "Modell",
    "Grok-4 (4–4.7)",
    "Grok-3",
    "Grok-2 / Grok 2.5",
    "Grok-1.5",
    "Grok-1",
  ]);
  expect(rows?.at(-1)?.[1]).toMatch(/offen$/);
});

test("a model alone is no table, and a comparison keeps its own", async () => {
  expect(tablesOf(await cardFor("/openness grok-1"))).toEqual([]);
  const tables = tablesOf(await cardFor("/compare grok-1, olmo 2"));
  expect(tables.map(({ caption }) => caption)).toEqual([
    (await say("/compare grok-1, olmo 2")).table?.caption,
  ]);
});

test("with a picture every card stays inside Slack's limits, and views have none", () => {
  let pictures = 0;
  for (const [line, card] of cards) {
    const address = addressOf(card.reply, publicUrl);
    const message = drawCard(card, address);
    expect(faultsOf(message, "message"), line).toEqual([]);
    const kinds = message.blocks?.map(({ type }) => type);
    expect(kinds?.includes("image"), line).toBe(card.reply.scorecard !== undefined);
    if (address !== undefined) pictures += 1;
    const view = drawBlocks(card, "view").map(({ type }) => type);
    expect(view, line).not.toContain("image");
    expect(view, line).not.toContain("data_table");
  }
  expect(pictures).toBeGreaterThan(100);
});

test("Slack is told where the picture is, if it can be reached there", async () => {
  place = await openWorkplace({ publicUrl });
  const { message } = await place.slack.command("/openness", "grok");
  const { scorecard } = await say("/openness grok");
  const images = JSON.stringify(message?.body).match(/\{"type":"image"[^}]*\}/)?.[0] ?? "{}";
  const image: { image_url?: string; alt_text?: string } = JSON.parse(images);
  expect(image.alt_text).toBe(scorecard?.alt);
  expect(image.image_url).toMatch(
    /^https:\/\/bot\.example\.org\/picture\.png\?command=openness&text=grok&lang=en&v=[\w-]{16}$/,
  );
});

test("without a public address there is no picture", async () => {
  place = await openWorkplace();
  const { message } = await place.slack.command("/openness", "grok");
  expect(JSON.stringify(message?.body)).not.toContain('"image"');
  expect(JSON.stringify(message?.body)).toContain('"data_table"');
});
