import { afterEach, expect, test, vi } from "vitest";
import { drawCard, pictureName } from "../../../src/adapters/discord/card.ts";
import { faultsOf } from "../../../src/adapters/discord/limits.ts";
import type { Pictures } from "../../../src/picture/picture.ts";
import { say } from "../../chat.ts";
import type { BotMessage } from "../../stand-ins/discord/bot-message.ts";
import { checkFiles } from "../../stand-ins/discord/limits.ts";
import { everyScorecard } from "../../picture/scorecards.ts";
import { type Connected, connect, drawnPictures } from "./connect.ts";

const drawn = await drawnPictures(["/openness grok", "/openness grok-1", "/compare grok-1, olmo-2"]);
let discord: Connected;
afterEach(async () => {
  vi.useRealTimers();
  await discord?.stop();
});

const grok = { model: "grok" };
const alt = async (line = "/openness grok") => (await say(line)).scorecard?.alt;
const galleriesOf = ({ everyComponent }: BotMessage) => everyComponent.filter(({ type }) => type === 12);

/** How the bot asked for something: a form with files, or JSON alone. */
const sent = (path: string) =>
  discord.server.calls
    .filter((call) => call.method === "POST" && call.path.includes(path))
    .map(({ body }) => body);

test.each([
  ["openness", { model: "grok" }, "/openness grok"],
  ["openness", { model: "grok-1" }, "/openness grok-1"],
  ["compare", { first: "grok-1", second: "olmo-2" }, "/compare grok-1, olmo-2"],
] as const)("/%s %j carries its picture, described in words", async (command, options, line) => {
  discord = await connect({ pictures: drawn });
  const { message, data } = await discord.server.slash(command, options);
  const description = await alt(line);
  expect(message.everyComponent.map(({ type }) => type).slice(0, 3)).toEqual([17, 10, 12]);
  expect(galleriesOf(message)).toEqual([
    { type: 12, items: [{ media: { url: "attachment://openness.png" }, description }] },
  ]);
  expect(data).toMatchObject({
    files: ["openness.png"],
    attachments: [{ id: 0, filename: "openness.png", description }],
  });
  expect(message.private).toBe(true);
});

test("a mention is answered with it as well", async () => {
  discord = await connect({ pictures: drawn });
  const said = discord.server.say(`<@${discord.server.botId}> is grok open source?`);
  expect(galleriesOf(await discord.server.nextReply(said))).toHaveLength(1);
  expect(sent("/messages")).toMatchObject([{ files: ["openness.png"] }]);
});

test("an answer without a scorecard comes without a file", async () => {
  discord = await connect({ pictures: drawn });
  const { message, data } = await discord.server.slash("define", { term: "fork" });
  expect(galleriesOf(message)).toEqual([]);
  expect(data).not.toHaveProperty("attachments");
  expect(data).not.toHaveProperty("files");
});

test.each<[string, Pictures]>([
  ["cannot be drawn", { draw: async () => undefined }],
  ["takes longer than a second", { draw: () => new Promise(() => {}) }],
])("where the picture %s, the words come alone", async (_, pictures) => {
  discord = await connect({ pictures });
  const { message, answered } = await discord.server.slash("openness", grok);
  expect(answered).toBe(true);
  expect(galleriesOf(message)).toEqual([]);
  expect(message.text).toContain("Grok");
});

test("where files are not allowed, the words come alone", async () => {
  discord = await connect({ pictures: drawn });
  discord.server.failNext("/messages", 403);
  const said = discord.server.say(`<@${discord.server.botId}> is grok open source?`);
  const reply = await discord.server.nextReply(said);
  expect(galleriesOf(reply)).toEqual([]);
  expect(reply.text).toContain("Grok");
});

test("every picture's description stays inside Discord's limits", async () => {
  const reply = await say("/openness grok");
  for (const [name, scorecard] of everyScorecard)
    expect(faultsOf(drawCard({ reply, controls: [] }, scorecard)), name).toEqual([]);
});

test("Discord's stand-in refuses what refers to a file that does not come with it", async () => {
  const { scorecard, ...words } = await say("/openness grok");
  const { components, attachments } = drawCard({ reply: words, controls: [] }, scorecard);
  const codes = (files: readonly string[]) =>
    checkFiles({ components, attachments, files }).map(({ code }) => code);
  expect(codes([pictureName])).toEqual([]);
  expect(codes([])).toEqual(["ATTACHMENT_NOT_FOUND", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"]);
});
