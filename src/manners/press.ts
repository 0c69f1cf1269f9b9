import { type Ask, type Language, languages } from "../chat.ts";

/** What a button of ours carries: all that is needed to act on it, so that it outlives a restart. */
export type Press =
  | AskPress
  | { readonly kind: "share"; readonly ask: Ask; readonly language: Language }
  | { readonly kind: "delete"; readonly asker: string }
  | { readonly kind: "vote"; readonly entry: string; readonly helpful: boolean };

export interface AskPress {
  readonly kind: "ask";
  readonly ask: Ask;
  readonly language: Language;
  /** The button is for that language; otherwise it is the language of the card that holds the button. */
  readonly chosen: boolean;
}

/** Changes when old buttons can no longer be read. */
const version = "1";

/** At most 100 characters, as long as a text keeps to `longestButtonText`. */
export function writePress(press: Press): string {
  switch (press.kind) {
    case "ask":
      return [
        version,
        "ask",
        `${press.language}${press.chosen ? "!" : ""}`,
        press.ask.command,
        press.ask.text,
      ].join(":");
    case "share":
      return [version, "share", press.language, press.ask.command, press.ask.text].join(":");
    case "delete":
      return [version, "delete", press.asker].join(":");
    case "vote":
      return [version, "vote", press.helpful ? "up" : "down", press.entry].join(":");
  }
}

/** Nothing for a button of an older version, or one that is not ours. */
export function readPress(code: string): Press | undefined {
  const [, kind = "", first = "", rest = ""] = /^1:(\w+):([^:]*)(?::(.*))?$/su.exec(code) ?? [];
  switch (kind) {
    case "ask":
    case "share": {
      const language = languages.find((one) => first === one || first === `${one}!`);
      const [, command, text] = /^([^:]+):(.*)$/su.exec(rest) ?? [];
      if (language === undefined || command === undefined || text === undefined) return undefined;
      const ask = { command, text };
      return kind === "share"
        ? { kind, ask, language }
        : { kind, ask, language, chosen: first.endsWith("!") };
    }
    case "delete":
      return first === "" ? undefined : { kind, asker: first };
    case "vote":
      return rest === "" ? undefined : { kind, entry: rest, helpful: first === "up" };
    default:
      return undefined;
  }
}
