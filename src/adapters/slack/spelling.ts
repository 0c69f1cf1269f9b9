import type { Bot, Reply } from "../../chat.ts";
import { remember } from "../../remember.ts";
import type { CommandNames } from "./hear/asks.ts";

/** "/compare", but not the end of an address. */
const command = /(?<![\w/])\/([a-z]+)(?![\w/])/gu;

/**
 * The bot as it speaks on Slack, where all but two commands stand behind `/openness` and both may have other names: what an
 * answer tells people to type has to work there.
 */
export function spellForSlack(bot: Bot, names: CommandNames): Bot {
  const spell = (text: string): string =>
    text.replace(command, (typed: string, name: string) => {
      if (!bot.commands.some((one) => one.name === name)) return typed;
      return name === "openness" || name === "define" ? names[name] : `${names.openness} ${name}`;
    });
  const spelled = remember((reply: Reply): Reply => ({
    ...reply,
    title: spell(reply.title),
    text: spell(reply.text),
    ...(reply.sections === undefined
      ? {}
      : {
          sections: reply.sections.map((section) => ({
            ...section,
            lines: section.lines.map((line) => ({
              ...line,
              ...(line.lead === undefined ? {} : { lead: spell(line.lead) }),
              text: spell(line.text),
            })),
          })),
        }),
    ...(reply.next === undefined
      ? {}
      : { next: reply.next.map((button) => ({ ...button, label: spell(button.label) })) }),
  }));
  return {
    get commands() {
      return bot.commands;
    },
    answer: async (request) => spelled(await bot.answer(request)),
    suggest: (request) => bot.suggest(request),
    overhear: (message) => bot.overhear(message),
    languageOf: (text) => bot.languageOf(text),
  };
}
