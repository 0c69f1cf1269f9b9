import { type Ask, type Button, entryKinds, type Language, languages, type Reply } from "../chat.ts";
import { reasons, type Vote } from "../store/store.ts";

/** What a button of ours carries: all that is needed to act on it, so that it outlives a restart. */
export type Press =
  | AskPress
  | { readonly kind: "share"; readonly ask: Ask; readonly language: Language }
  | { readonly kind: "delete"; readonly language: Language; readonly asker: string }
  | { readonly kind: "vote"; readonly language: Language; readonly entry: string; readonly verdict: Verdict }
  /** A form that is sent. Without a channel, "". */
  | { readonly kind: "settings"; readonly language: Language; readonly channel: string };

type Verdict = Vote["verdict"];
/** As the buttons write it. */
const verdicts: Readonly<Record<Verdict, string>> = {
  helpful: "up",
  unhelpful: "down",
  wrong: "wrong",
  outdated: "outdated",
  unclear: "unclear",
  beside: "beside",
};

interface AskPress {
  readonly kind: "ask";
  readonly ask: Ask;
  readonly language: Language;
  /** The button is for that language; otherwise it is the language of the card that holds the button. */
  readonly chosen: boolean;
}

/** Changes when old buttons can no longer be read. */
const version = "1";
const noChannel = "-";
/** As many characters as Discord's buttons hold: a longer code is none that we wrote. */
const longestCode = 100;
/** Of an entry; what a button carries is kept as a vote, so it has to look like one. */
const entryKey = new RegExp(`^(?:${entryKinds.join("|")}):[a-z0-9][a-z0-9.-]*$`);

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
      return [version, "delete", press.language, press.asker].join(":");
    case "vote":
      return [version, "vote", press.language, verdicts[press.verdict], press.entry].join(":");
    case "settings":
      return [version, "settings", press.language, press.channel || noChannel].join(":");
  }
}

/** What a question's button on a reply carries. */
export function codeOf({ command, text, language }: Button, reply: Reply): string {
  return writePress({
    kind: "ask",
    ask: { command, text },
    language: language ?? reply.language,
    chosen: language !== undefined,
  });
}

/** Nothing for a button of an older version, or one that is not ours; a platform may send anything. */
export function readPress(code: unknown): Press | undefined {
  if (typeof code !== "string" || code.length > longestCode) return undefined;
  const [, kind = "", first = "", rest = ""] = /^1:(\w+):([^:]*):(.*)$/su.exec(code) ?? [];
  const language = languages.find((one) => first === one || first === `${one}!`);
  if (language === undefined || rest === "") return undefined;
  const [, before, after] = /^([^:]+):(.*)$/su.exec(rest) ?? [];
  switch (kind) {
    case "ask":
    case "share": {
      if (before === undefined || after === undefined) return undefined;
      const ask = { command: before, text: after };
      return kind === "share"
        ? { kind, ask, language }
        : { kind, ask, language, chosen: first.endsWith("!") };
    }
    case "delete":
      return { kind, language, asker: rest };
    case "vote": {
      const verdict = (["helpful", "unhelpful", ...reasons] as const).find((one) => verdicts[one] === before);
      return after === undefined || verdict === undefined || !entryKey.test(after)
        ? undefined
        : { kind, language, entry: after, verdict };
    }
    case "settings":
      return { kind, language, channel: rest === noChannel ? "" : rest };
    default:
      return undefined;
  }
}
