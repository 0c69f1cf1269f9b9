import type { Ask, Command } from "../../../chat.ts";

/** How the two slash commands are called in this workspace, with the slash. */
export interface CommandNames {
  readonly openness: string;
  readonly define: string;
}

/** Names are shorter than questions: what is longer is looked up among everything, not among models first. */
const longestName = 3;

/** `/openness` takes every command as a subcommand, and free text as a question; `/define` takes a term. */
export function askOfCommand(
  typed: { readonly command: string; readonly text: string },
  names: CommandNames,
  commands: readonly Command[],
): Ask {
  const isDefine = typed.command === names.define;
  const text = typed.text.trim();
  if (text === "") return { command: isDefine ? "define" : "help", text: "" };
  const [first = "", rest = ""] = split(text);
  const named = commandNamed(first, commands);
  if (isDefine) return named?.name === "help" ? { command: "help", text: rest } : { command: "define", text };
  if (named !== undefined) return { command: named.name, text: rest };
  return { command: text.split(/\s+/u).length > longestName ? "ask" : "openness", text };
}

/** A message is a question, unless it is the name of a command, or begins with one behind a slash. */
export function askOfMessage(text: string, names: CommandNames, commands: readonly Command[]): Ask {
  const [first = "", rest = ""] = split(text.trim());
  if (first === names.openness || first === names.define)
    return askOfCommand({ command: first, text: rest }, names, commands);
  const isAlone = rest === "";
  const named =
    first.startsWith("/") || isAlone ? commandNamed(first.replace(/^\//u, ""), commands) : undefined;
  return named === undefined ? { command: "ask", text: text.trim() } : { command: named.name, text: rest };
}

function commandNamed(word: string, commands: readonly Command[]): Command | undefined {
  const typed = word.toLowerCase();
  return commands.find(({ name, aliases = [] }) => name === typed || aliases.includes(typed));
}

function split(text: string): readonly string[] {
  return /^(\S+)\s*([^]*)$/u.exec(text)?.slice(1) ?? [];
}
