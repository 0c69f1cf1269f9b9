import { type Ask, type Language, languages, longestButtonText, type Reply } from "../chat.ts";
import { versionOf } from "./picture.ts";

/** Where the world finds pictures, below the public address. */
export const picturePath = "/picture.png";

/** What a picture's address asks for. */
export interface PictureAsk extends Ask {
  readonly language: Language;
  /** Of the picture that was meant; there is a newer one when the knowledge has changed. */
  readonly version: string;
}

/** The address of a reply's picture. It says all that is needed to draw it, so nothing has to be remembered. */
export function addressOf({ scorecard, language, next = [] }: Reply, base: string): string | undefined {
  // The button for the other language asks for this very card.
  const self = next.find((button) => button.language !== undefined);
  if (scorecard === undefined || self === undefined) return undefined;
  const query = new URLSearchParams({
    command: self.command,
    text: self.text,
    lang: language,
    v: versionOf(scorecard),
  });
  return `${base}${picturePath}?${query.toString()}`;
}

/** Reads such an address; nothing for one that was never given. */
export function readAddress(url: string): PictureAsk | undefined {
  const [, search = ""] = url.split("?", 2);
  const query = new URLSearchParams(search);
  const [command, text, lang] = [query.get("command"), query.get("text"), query.get("lang")];
  const language = languages.find((one) => one === lang);
  if (command === null || text === null || language === undefined) return undefined;
  if (text.length > longestButtonText) return undefined;
  return { command, text, language, version: query.get("v") ?? "" };
}
