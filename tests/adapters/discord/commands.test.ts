import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phrases } from "../../../src/phrases.ts";
import { say } from "../../chat.ts";
import { type Connected, connect } from "./connect.ts";
import { unescape } from "./read.ts";

let discord: Connected;
beforeAll(async () => {
  discord = await connect();
});
afterAll(() => discord.stop());

const titleOf = (text: string) => unescape(/^## (.*)$/m.exec(text)?.[1] ?? "");

/** A person of their own each time, so that nobody is too fast. */
let persons = 0;
const someone = (more: object = {}) => {
  persons += 1;
  return { user: { id: `40000000000000000${persons}`, username: `p${persons}` }, ...more };
};

describe("a slash command", () => {
  test.each([
    ["en-US", "en"],
    ["de", "de"],
    ["fr", "en"],
  ] as const)("is answered in the reader's language: %s", async (locale, language) => {
    const { message, type } = await discord.server.slash("define", { term: "model-weights" }, { locale });
    expect(titleOf(message.text)).toBe((await say("/define model-weights", language)).title);
    expect(type).toBe(4);
  });

  test("is answered privately among others, and for all in a direct message", async () => {
    const ask = async (who: object) => (await discord.server.slash("define", { term: "fork" }, who)).message;
    expect((await ask({})).private).toBe(true);
    expect((await ask({ guild: null })).private).toBe(false);
    expect((await ask({ guild: null, userInstalled: true })).private).toBe(true);
  });

  test("works in servers that the bot is not in", async () => {
    const who = { guild: "1180000000000000001", userInstalled: true };
    expect((await discord.server.slash("define", { term: "fork" }, who)).message.private).toBe(true);
  });

  test("hands over its options in their own order", async () => {
    const { message } = await discord.server.slash("compare", {
      second: "olmo-2",
      third: "",
      first: "grok-1",
    });
    expect(titleOf(message.text)).toBe((await say("/compare grok-1, olmo-2")).title);
  });

  test("pings nobody, whatever was typed", async () => {
    const typed = "@everyone <@204255221017214977> <#1> [x](https://x.example) **b**";
    const { message } = await discord.server.slash("openness", { model: typed });
    expect(message.allowedMentions).toEqual({ parse: [], replied_user: false });
    expect(message.text.replace(/\\[^\w\s]/g, "")).not.toMatch(/@everyone|<@|<#|\]\(|\*\*b/);
  });

  test("that is no longer known is answered all the same", async () => {
    const { message } = await discord.server.slash("opennes", { model: "grok" });
    expect(message.text).toContain("There is no command");
  });
});

describe("autocomplete", () => {
  test("offers the best first, in the reader's language", async () => {
    const { choices } = await discord.server.autocomplete(
      "define",
      { name: "term", value: "gewicht" },
      {},
      { locale: "de" },
    );
    expect(choices[0]).toEqual({ name: "Modellgewichte", value: "model-weights" });
  });

  test("completes the option that is being typed", async () => {
    const focused = { name: "second", value: "olmo" };
    const { choices } = await discord.server.autocomplete("compare", focused, { first: "grok-1" });
    expect(choices.map(({ value }) => value)).toContain("olmo-2");
  });

  test("offers something before anything is typed", async () => {
    const { choices } = await discord.server.autocomplete("openness", { name: "model", value: "" });
    expect(choices.length).toBeGreaterThan(5);
  });
});

describe("a button", () => {
  test("asks what it carries, in the language of the private card that it is on", async () => {
    const first = await discord.server.slash("openness", { model: "grok-1" }, { locale: "en-US" });
    const german = await discord.server.press("1:ask:de!:openness:grok-1", first, { locale: "en-US" });
    expect(titleOf(german.message.text)).toBe((await say("/openness grok-1", "de")).title);
    expect(german.message.private).toBe(true);
    const next = await discord.server.press("1:ask:de:sources:grok-1", german, { locale: "en-US" });
    expect(titleOf(next.message.text)).toBe((await say("/sources grok-1", "de")).title);
  });

  test("shares the card with all, and names who did", async () => {
    const first = await discord.server.slash("define", { term: "fork" });
    const { message } = await discord.server.press("1:share:en:define:fork", first);
    expect(message.private).toBe(false);
    expect(message.text).toContain("Shared by <@204255221017214977>");
    expect(message.allowedMentions).toEqual({ parse: [], replied_user: false });
  });

  test("on a card for all answers each in their own language, privately", async () => {
    const first = await discord.server.slash("openness", { model: "grok-1" });
    const shared = await discord.server.press("1:share:en:openness:grok-1", first, someone());
    const german = { locale: "de" };
    const { message } = await discord.server.press("1:ask:en:sources:grok-1", shared, german);
    expect(titleOf(message.text)).toBe((await say("/sources grok-1", "de")).title);
    expect(message.private).toBe(true);
  });

  test("counts a vote, and thanks in the reader's language", async () => {
    const first = await discord.server.slash("define", { term: "fork" }, { locale: "de" });
    const { message } = await discord.server.press("1:vote:de:up:term:fork", first, { locale: "de" });
    expect(titleOf(message.text)).toBe(phrases.de.card.thanks.title);
    expect(message.private).toBe(true);
    expect(await discord.store.votes()).toMatchObject([{ entry: "term:fork", verdict: "helpful", count: 1 }]);
  });

  test("of before a restart still works, and one that is too old says so", async () => {
    expect(titleOf((await discord.server.press("1:ask:en:define:fork")).message.text)).toBe(
      (await say("/define fork")).title,
    );
    const { message } = await discord.server.press("0:something");
    expect(titleOf(message.text)).toBe(phrases.en.card.stale.title);
  });

  test("deletes the card for whoever asked and for moderators, and for nobody else", async () => {
    const { server } = discord;
    const ada = someone();
    const share = async (term: string) =>
      server.press(`1:share:en:define:${term}`, await server.slash("define", { term }), ada);
    const press = async (card: Awaited<ReturnType<typeof share>>, who: object) => {
      const answer = await server.press(`1:delete:en:${ada.user.id}`, card, who);
      return { deleted: card.message.deleted, type: answer.type };
    };
    const grace = someone();
    const card = await share("open-weights");
    expect(await press(card, { ...grace, permissions: "0" })).toEqual({ deleted: false, type: 4 });
    expect(await press(card, ada)).toEqual({ deleted: true, type: 6 });
    const manageMessages = String(1 << 13);
    expect(
      await press(await share("model-weights"), { ...grace, permissions: manageMessages }),
    ).toMatchObject({
      deleted: true,
    });
  });
});

test("a choice in a menu is a question", async () => {
  const { server } = discord;
  const list = await server.slash("claims", {});
  const menu = list.message.everyComponent.find(({ type }) => type === 3);
  const picked = menu?.options?.[1];
  const { message } = await server.choose("menu:0", picked?.value ?? "", list);
  const title = picked?.value.replace(/^1:ask:en:claims:/, "/claims ");
  expect(titleOf(message.text)).toBe((await say(title ?? "")).title);
  expect(unescape(message.text)).toContain((await say(title ?? "")).text);
});

describe("the command in a message's menu", () => {
  test("explains what is in the message", async () => {
    const { message } = await discord.server.menu(
      "Explain this",
      { content: "Grok-1 hat offene Gewichte" },
      { locale: "de" },
    );
    expect(message.text).toContain("Grok-1");
    expect(message.private).toBe(true);
    expect(titleOf(message.text)).toBe((await say("/explain Grok-1 hat offene Gewichte", "de")).title);
  });

  test("says so when there is no text in it", async () => {
    const { message } = await discord.server.menu("Explain this", { content: "" });
    expect(message.text).toContain(phrases.en.menu.nothing);
    expect(message.private).toBe(true);
  });
});
