import type { Ask, Command } from "../chat.ts";

export function commandNamed(word: string, commands: readonly Command[]): Command | undefined {
  const typed = word.toLowerCase();
  return commands.find(({ name, aliases = [] }) => name === typed || aliases.includes(typed));
}

/** A message is a question, unless it is the name of a command, or begins with one behind a slash. */
export function askIn(text: string, commands: readonly Command[]): Ask {
  const [first, rest] = firstWord(text);
  const isCommand = first.startsWith("/") || rest === "";
  const named = isCommand ? commandNamed(first.replace(/^\//u, ""), commands) : undefined;
  return named === undefined ? { command: "ask", text: text.trim() } : { command: named.name, text: rest };
}

export function firstWord(text: string): readonly [first: string, rest: string] {
  const [, first = "", rest = ""] = /^(\S+)\s*([^]*)$/u.exec(text.trim()) ?? [];
  return [first, rest];
}
