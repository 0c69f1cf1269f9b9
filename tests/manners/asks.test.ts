import { expect, test } from "vitest";
import { askIn } from "../../src/manners/asks.ts";
import { bot } from "../chat.ts";

test.each([
  ["/define  open weights ", "define", "open weights"],
  ["/hilfe privacy", "help", "privacy"],
  ["help", "help", ""],
  ["Hilfe", "help", ""],
  ["help me with grok", "ask", "help me with grok"],
  ["/unknown thing", "ask", "/unknown thing"],
  [" is grok open? ", "ask", "is grok open?"],
  ["", "ask", ""],
])("the message %j asks for %s %j", (text, command, rest) => {
  expect(askIn(text, bot.commands)).toEqual({ command, text: rest });
});
