import type { Ask, Command } from "../../../chat.ts";
import { askIn, commandNamed, firstWord } from "../../../manners/asks.ts";

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
  const [first, rest] = firstWord(text);
  const named = commandNamed(first, commands);
  if (isDefine) return named?.name === "help" ? { command: "help", text: rest } : { command: "define", text };
  if (named !== undefined) return { command: named.name, text: rest };
  return { command: text.split(/\s+/u).length > longestName ? "ask" : "openness", text };
}

/** In a message the slash commands may be called as they are in this workspace. */
export function askOfMessage(text: string, names: CommandNames, commands: readonly Command[]): Ask {
  const [first, rest] = firstWord(text);
  return first === names.openness || first === names.define
    ? askOfCommand({ command: first, text: rest }, names, commands)
    : askIn(text, commands);
}
