import { expect, test } from "vitest";
import { createConversation, readAsk } from "../../../src/adapters/terminal/conversation.ts";
import type { Language } from "../../../src/chat.ts";
import { phrases } from "../../../src/phrases.ts";
import { cannedBot } from "./canned-bot.ts";

/** The titles and sentences that the lines lead to. */
async function hear(lines: readonly string[], language: Language = "en"): Promise<string[]> {
  const conversation = createConversation(cannedBot, language);
  const heard: string[] = [];
  for (const line of lines) {
    // Each line may refer to the answer before it.
    // oxlint-disable-next-line no-await-in-loop
    const turn = await conversation.hear(line);
    heard.push(turn.kind === "reply" ? turn.reply.title : turn.kind === "notice" ? turn.text : turn.kind);
  }
  return heard;
}

test.each([
  ["/openness grok", "openness", "grok"],
  ["  /OPENNESS   Grok 2.5 ", "openness", "Grok 2.5"],
  ["/define", "define", ""],
  ["/", "", ""],
  ["is grok open?", "ask", "is grok open?"],
  ["either/or", "ask", "either/or"],
  ["/explain one\u2028two", "explain", "one\u2028two"],
])("%j is read as command %j with text %j", (line, command, text) => {
  expect(readAsk(line)).toEqual({ command, text });
});

test("a question is answered in its own language where that is clear", async () => {
  expect(await hear(["ist grok offen?", "is grok open?", "/openness grok"])).toEqual([
    "ask(ist grok offen?) in de",
    "ask(is grok open?) in en",
    "openness(grok) in en",
  ]);
});

test("a language that was chosen holds, also for questions in another", async () => {
  expect(await hear(["/lang de", "is grok open?", "/openness grok"])).toEqual([
    phrases.de.terminal.language,
    "ask(is grok open?) in de",
    "openness(grok) in de",
  ]);
});

test.each(["/lang", "/lang fr", "/lang de en"])("%s explains itself and changes nothing", async (line) => {
  expect(await hear([line, "/openness grok"])).toEqual([
    phrases.en.terminal.languageUsage,
    "openness(grok) in en",
  ]);
});

test("a number picks a button of the last answer", async () => {
  expect(await hear(["/openness grok", "1"])).toEqual([
    "openness(grok) in en",
    "compare(grok-1, olmo-2) in en",
  ]);
});

test("a button is answered in its own language, and the ones below that in the same", async () => {
  expect(await hear(["/openness grok", "2", "1"])).toEqual([
    "openness(grok) in en",
    "openness(grok) in de",
    "compare(grok-1, olmo-2) in de",
  ]);
});

test("a number that no button has is explained, and the buttons stay", async () => {
  expect(await hear(["/openness grok", "3", "0", "1"])).toEqual([
    "openness(grok) in en",
    phrases.en.terminal.noSuchNumber(2),
    phrases.en.terminal.noSuchNumber(2),
    "compare(grok-1, olmo-2) in en",
  ]);
});

test("a number is a question where there is nothing to pick", async () => {
  expect(await hear(["42"])).toEqual(["ask(42) in en"]);
});

test("the tries of the greeting can be picked", async () => {
  const conversation = createConversation(cannedBot, "de");
  const tries = conversation.greet().next ?? [];
  expect(tries.map(({ label }) => label)).toEqual(phrases.de.terminal.tries);
  expect(await conversation.hear("1")).toMatchObject({ reply: { title: "openness(grok) in de" } });
});

test("an unknown command goes to the bot like any other", async () => {
  expect(await hear(["/weather berlin"])).toEqual(["weather(berlin) in en"]);
});

test("/quit leaves", async () => {
  expect(await hear(["/quit"])).toEqual(["leave"]);
});
