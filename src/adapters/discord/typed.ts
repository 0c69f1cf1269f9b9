import type { Command, Option } from "../../chat.ts";

/** A slash command as the client takes it apart: each option has a field of its own. */
export interface Typed {
  readonly command: Command;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** Where the person is typing, once behind the command's name. */
  readonly focus?: Focus;
}

interface Focus {
  readonly option: Option;
  readonly value: string;
  /** The line in front of it. */
  readonly before: string;
}

/** Nothing for a line that is no command of ours: the client sends that as a message. */
export function readTyped(line: string, commands: readonly Command[]): Typed | undefined {
  const [, start = "", name = "", gap = "", text = ""] = /^(\s*\/(\S+)(\s*))(.*)$/su.exec(line) ?? [];
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return undefined;
  const focus = gap === "" ? undefined : focusIn(command, start, text);
  return {
    command,
    options: valuesOf(command, text).flatMap((value, index) => {
      const option = command.options[index];
      return option === undefined || value === "" ? [] : [{ name: option.name, value }];
    }),
    ...(focus === undefined ? {} : { focus }),
  };
}

/** Several options are separated by commas, or by spaces where there is no comma. */
function valuesOf({ options }: Command, text: string): readonly string[] {
  if (options.length < 2) return [text.trim()];
  return text.split(text.includes(",") ? "," : /\s+/u).map((value) => value.trim());
}

/** By commas alone, because a name that is being typed may hold a space. */
function focusIn({ options }: Command, start: string, text: string): Focus | undefined {
  const values = options.length < 2 ? [text] : text.split(",");
  const option = options[values.length - 1];
  const value = (values.at(-1) ?? "").trimStart();
  if (option === undefined) return undefined;
  return { option, value, before: `${start}${text.slice(0, text.length - value.length)}` };
}
