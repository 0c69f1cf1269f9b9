import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { phrases } from "../../../src/phrases.ts";
import { type Connected, connect } from "./connect.ts";
import { unescape } from "./read.ts";

const titleOf = (text: string) => /^## (.*)$/m.exec(unescape(text))?.[1];

const manager = { user: { id: "300", username: "root" }, permissions: "32" };
const administrator = { ...manager, permissions: "8" };
const member = { user: { id: "301", username: "ada" }, permissions: "2048" };
const modal = 9;

let discord: Connected;
beforeEach(async () => {
  discord = await connect({ overhear: ["none"] }, { intentsAllowed: 0xffff_ffff });
});
afterEach(() => discord.stop());

const community = () => ({ adapter: "discord", id: discord.server.guildId });

describe("/settings", () => {
  test.each([
    ["whoever manages the server", manager],
    ["administrators", administrator],
  ])("opens a window for %s, and what is chosen there holds at once", async (_, who) => {
    const { server, store } = discord;
    const opened = await server.slash("settings", {}, who);
    expect(opened.type).toBe(modal);
    const said = await server.submit(opened, { where: "community", mode: "off", language: "de" }, who);
    expect(titleOf(said.message.text)).toBe("Saved.");
    expect(said.message.private).toBe(true);
    expect(await store.settings(community())).toEqual({ mode: "off", language: "de", collect: false });
    const mention = server.say(`<@${server.botId}> grok`);
    const later = await server.slash("define", { term: "fork" });
    expect(later.answered).toBe(true);
    expect(server.replies(mention)).toEqual([]);
  });

  test("switches questions on in the channel it was opened in, and nowhere else", async () => {
    const { server } = discord;
    const opened = await server.slash("settings", {}, manager);
    await server.submit(opened, { mode: "questions" }, manager);
    const asked = server.say("is grok really open source?", member);
    expect((await server.nextReply(asked)).text).toContain("Grok");
    const elsewhere = server.say("is grok really open source?", { ...member, channel: "77" });
    const there = server.say(`<@${server.botId}> llama`, { ...member, channel: "77" });
    await server.nextReply(there);
    expect(server.replies(elsewhere)).toEqual([]);
  });

  test("is refused to everybody else, in their language", async () => {
    const { message } = await discord.server.slash("settings", {}, { ...member, locale: "de" });
    expect(titleOf(message.text)).toBe(phrases.de.settings.notAllowed.title);
    expect(message.private).toBe(true);
  });

  test("belongs to no server that the bot is not in", async () => {
    const visitor = { ...manager, userInstalled: true };
    const { message } = await discord.server.slash("settings", {}, visitor);
    expect(titleOf(message.text)).toBe(phrases.en.settings.nowhere.title);
  });

  test("deletes what is kept about the server once that is confirmed", async () => {
    const { server, store } = discord;
    await store.change(community(), undefined, { mode: "off" });
    const asked = await server.slash("settings", { action: "delete" }, manager);
    await server.press("1:ask:en:settings:delete now", asked, manager);
    expect(await store.settings(community())).toEqual({});
  });
});

test("who is answered unasked can decline from then on", async () => {
  const { server, store } = discord;
  await store.change(community(), undefined, { mode: "questions" });
  const asked = server.say("is grok really open source?", member);
  const reply = await server.nextReply(asked);
  await server.press("1:ask:en:settings:quiet", reply, member);
  expect(await store.isQuiet(community(), member.user.id)).toBe(true);
});

describe("a server that the bot", () => {
  const gone = async () =>
    (await discord.store.settings(community())).mode === undefined ? true : undefined;

  test("was removed from leaves nothing", async () => {
    const { server, store } = discord;
    await store.change(community(), undefined, { mode: "off" });
    server.removeFrom(server.guildId);
    server.removeFrom(server.guildId);
    await expect.poll(gone).toBe(true);
  });

  test("cannot reach for a while keeps its settings", async () => {
    const { server, store } = discord;
    await store.change(community(), undefined, { mode: "off" });
    server.removeFrom(server.guildId, true);
    await server.slash("define", { term: "fork" });
    expect(await store.settings(community())).toEqual({ mode: "off" });
  });
});
