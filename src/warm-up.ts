import { setImmediate as nextTurn } from "node:timers/promises";
import type { Bot, Message } from "./chat.ts";

/** None of its words tells the language at once, so that those of the whole knowledge have to. */
const message: Message = {
  text: "Grok open source",
  language: "en",
  place: { adapter: "none", shared: true },
  person: "",
};

/**
 * Builds what the first question in words, the first text in an unknown language and the first completion need. It takes
 * about 0.1 s in all, in which nobody else is answered: between the steps, others have their turn.
 */
export async function warmUp(bot: Bot): Promise<void> {
  await nextTurn();
  bot.languageOf(message.text);
  await nextTurn();
  bot.overhear(message);
  await nextTurn();
  bot.suggest({ ...message, command: "openness" });
}
