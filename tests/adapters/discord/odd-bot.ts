import type { Bot, Reply } from "../../../src/chat.ts";
import { bot } from "../../chat.ts";

const long: Reply = {
  band: "answer",
  language: "en",
  title: "Too long",
  text: "But the beginning is there.",
  sections: [{ lines: [{ text: "x".repeat(5_000) }] }],
  audience: "person",
};

/** The real bot, but /timeline is broken, /claims answers too much, and /help takes so many milliseconds. */
export function oddBot(helpTakes: number): Bot {
  return {
    ...bot,
    commands: bot.commands,
    async answer(request) {
      if (request.command === "timeline") throw new Error("a bug");
      if (request.command === "claims") return long;
      if (request.command === "help") await new Promise((resolve) => setTimeout(resolve, helpTakes));
      return bot.answer(request);
    },
  };
}
