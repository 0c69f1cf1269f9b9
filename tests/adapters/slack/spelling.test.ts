import { expect, test } from "vitest";
import { spellForSlack } from "../../../src/adapters/slack/spelling.ts";
import { bot, requestOf, textOf } from "../../chat.ts";

const onSlack = spellForSlack(bot, { openness: "/open-bot", define: "/begriff" });
const answer = async (line: string) => textOf(await onSlack.answer(requestOf(line)));

test("help names only what can be typed on Slack", async () => {
  const help = await answer("/help");
  expect(help).toContain("/open-bot compare first second [third]");
  expect(help).toContain("Try /begriff model-weights");
  expect(help).toContain("/open-bot model");
  expect(help).not.toMatch(/(?<!\w)\/(openness|define|compare|ask|claims)\b/);
});

test("what to type after a wrong use is spelled so as well, on buttons too", async () => {
  expect(await answer("/compare grok-1")).toContain("for example: /open-bot compare grok-1, olmo 2");
  expect(await answer("/ask")).toContain("Try /open-bot ask is grok open source?");
});

test("addresses and words of people stay as they are", async () => {
  const card = await answer("/openness grok-1");
  expect(card).toBe(textOf(await bot.answer(requestOf("/openness grok-1"))));
  expect(await answer("/claims /compares a/compare //claims")).toContain("/compares a/compare //claims");
});
