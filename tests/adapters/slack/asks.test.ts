import { describe, expect, test } from "vitest";
import { askOfCommand, askOfMessage } from "../../../src/adapters/slack/hear/asks.ts";
import { mentions, readText } from "../../../src/adapters/slack/hear/read.ts";
import { bot } from "../../chat.ts";

const names = { openness: "/openness2", define: "/begriff" };

describe("a slash command", () => {
  test.each([
    ["/openness2", "", "help", ""],
    ["/openness2", "   ", "help", ""],
    ["/openness2", "grok", "openness", "grok"],
    ["/openness2", "grok 4 fast", "openness", "grok 4 fast"],
    ["/openness2", "help privacy", "help", "privacy"],
    ["/openness2", "HILFE", "help", ""],
    ["/openness2", "compare grok-1, olmo 2", "compare", "grok-1, olmo 2"],
    ["/openness2", "vergleich grok llama", "compare", "grok llama"],
    ["/openness2", "define open weights", "define", "open weights"],
    ["/openness2", "explain\na text\nof lines", "explain", "a text\nof lines"],
    ["/openness2", "is grok open source", "ask", "is grok open source"],
    ["/openness2", "what are model weights?", "ask", "what are model weights?"],
    ["/openness2", "helpful models", "openness", "helpful models"],
    ["/begriff", "", "define", ""],
    ["/begriff", "open weights", "define", "open weights"],
    ["/begriff", "help", "help", ""],
    ["/begriff", "compare", "define", "compare"],
  ])("%s %j asks %s %j", (command, text, asked, rest) => {
    expect(askOfCommand({ command, text }, names, bot.commands)).toEqual({ command: asked, text: rest });
  });
});

describe("a message", () => {
  test.each([
    ["is grok open source?", "ask", "is grok open source?"],
    ["help", "help", ""],
    ["Hilfe", "help", ""],
    ["help me", "ask", "help me"],
    ["compare grok and llama", "ask", "compare grok and llama"],
    ["/compare grok, llama", "compare", "grok, llama"],
    ["/define open weights", "define", "open weights"],
    ["/openness2 is grok open source", "ask", "is grok open source"],
    ["/openness2", "help", ""],
    ["/begriff open weights", "define", "open weights"],
    ["/unknown thing", "ask", "/unknown thing"],
    ["", "ask", ""],
  ])("%j asks %s %j", (text, asked, rest) => {
    expect(askOfMessage(text, names, bot.commands)).toEqual({ command: asked, text: rest });
  });
});

describe("Slack's markup is read as the words that people see", () => {
  test.each([
    ["a &amp; b &lt; c &gt; d", "a & b < c > d"],
    ["&amp;lt;", "&lt;"],
    ["see <https://x.ai/grok|the page> of <#C1|general>", "see the page of general"],
    ["<https://x.ai/grok>", "https://x.ai/grok"],
    ["<@U1> is grok open?", "is grok open?"],
    ["<@U1|ada> and <!subteam^S1|@team>, <!here>", "ada and @team,"],
    ["<!date^1392734382^{date}|18 February>", "18 February"],
    ["gr\u200bo\u00adk \u202eis\u202c open", "grok is open"],
    ["two\nlines", "two\nlines"],
    ["lone \ud800\u0000", "lone \ufffd\ufffd"],
  ])("%j", (text, words) => {
    expect(readText(text)).toBe(words);
  });

  test("a mention of the bot is seen with and without its name", () => {
    expect(mentions("hello <@U0BOT>", "U0BOT")).toBe(true);
    expect(mentions("hello <@U0BOT|openness>", "U0BOT")).toBe(true);
    expect(mentions("hello <@U0BOTTLE>", "U0BOT")).toBe(false);
  });

  test("a long message of brackets costs no time", () => {
    expect(readText("<".repeat(40_000))).toHaveLength(40_000);
    expect(readText("<|".repeat(20_000))).toHaveLength(40_000);
  });
});
