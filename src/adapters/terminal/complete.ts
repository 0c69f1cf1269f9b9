import { type Bot, type Choice, type Language, languages } from "../../chat.ts";
import { ownCommands, readAsk, terminalRequest } from "./conversation.ts";

/** What may stand in place of `typed`, the end of the line: the pair that node:readline asks a completer for. */
export type Completion = [completions: string[], typed: string];

/** Guesses by similarity get worse quickly. */
const mostGuesses = 8;

/** Completes commands behind a slash, then their arguments, which commas part. */
export function completeLine(bot: Bot, line: string, language: Language): Completion {
  if (!/^\/\S*\s/u.test(line)) return completeCommand(bot, line);
  const ask = readAsk(line);
  const typed = /[^\s,][^,]*$/u.exec(line.slice(line.search(/\s/u)))?.[0] ?? "";
  const options = bot.commands.find(({ name }) => name === ask.command)?.options ?? [];
  const fixed = options[ask.text.split(",").length - 1]?.choices?.map(({ value }) => value);
  if (ask.command === "lang") return [begunBy(typed, languages), typed];
  if (fixed !== undefined) return [begunBy(typed, fixed), typed];
  return completeChoice(typed, bot.suggest(terminalRequest(ask, language)));
}

function completeCommand({ commands }: Bot, line: string): Completion {
  if (line !== "" && !line.startsWith("/")) return [[], line];
  const names = [...commands.map(({ name }) => name), ...ownCommands].map((name) => `/${name} `);
  return [begunBy(line, names), line];
}

/** By value ("model-w"), else by what people call it ("Modellgew"), else whatever the bot finds similar. */
function completeChoice(typed: string, choices: readonly Choice[]): Completion {
  const values = choices.map(({ value }) => value);
  const begun = begunBy(typed, values);
  if (begun.length > 0) return [begun, typed];
  const named = choices.filter(({ label }) => begins(label, typed)).map(({ value }) => value);
  const offered = named.length > 0 ? named : values.slice(0, mostGuesses);
  // readline would put what several have in common in place of the other name; with that among them it only lists.
  return [offered.length > 1 ? [typed, ...offered] : offered, typed];
}

function begunBy(typed: string, values: readonly string[]): string[] {
  return values.filter((value) => begins(value, typed));
}

function begins(text: string, typed: string): boolean {
  return text.toLowerCase().startsWith(typed.toLowerCase());
}
