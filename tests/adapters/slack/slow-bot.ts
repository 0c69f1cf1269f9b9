import { setTimeout as pause } from "node:timers/promises";
import type { Bot } from "../../../src/chat.ts";
import { bot } from "../../chat.ts";

/** The real bot, which takes its time; `asked` resolves when a question has reached it. */
export function createSlowBot(milliseconds: number): { readonly bot: Bot; readonly asked: Promise<void> } {
  let reached = () => {};
  const asked = new Promise<void>((resolve) => {
    reached = resolve;
  });
  return {
    asked,
    bot: {
      commands: bot.commands,
      suggest: (request) => bot.suggest(request),
      overhear: (message) => bot.overhear(message),
      languageOf: (text) => bot.languageOf(text),
      async answer(request) {
        reached();
        await pause(milliseconds);
        return bot.answer(request);
      },
    },
  };
}

/** The real bot with a bug in every answer. */
export const brokenBot: Bot = {
  commands: bot.commands,
  suggest: () => [],
  overhear: () => undefined,
  languageOf: () => undefined,
  answer: () => Promise.reject(new Error("a bug")),
};
