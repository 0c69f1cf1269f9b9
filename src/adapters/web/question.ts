import { type Language, languages } from "../../chat.ts";

export const themes = ["auto", "dark", "light"] as const;
type Theme = (typeof themes)[number];

/** All that an address of the page says, so that a link shows the same to everyone. */
export interface Question {
  /** What is typed; empty when nothing was asked. */
  readonly line: string;
  readonly language: Language;
  readonly place: "channel" | "direct";
  readonly overheard: boolean;
  readonly theme: Theme;
}

/** What an address leaves open or gets wrong is as usual. */
export function readQuestion(query: URLSearchParams, usual: Language): Question {
  return {
    line: query.get("q")?.trim() ?? "",
    language: languages.find((one) => one === query.get("lang")) ?? usual,
    place: query.get("place") === "direct" ? "direct" : "channel",
    overheard: query.get("manner") === "overheard",
    theme: themes.find((one) => one === query.get("theme")) ?? "auto",
  };
}

/** The address of a view; what is as usual is left out, but for the language. */
export function addressOf(path: string, { line, language, place, overheard, theme }: Question): string {
  const query = new URLSearchParams({
    ...(line === "" ? {} : { q: line }),
    lang: language,
    ...(place === "direct" ? { place } : {}),
    ...(overheard ? { manner: "overheard" } : {}),
    ...(theme === "auto" ? {} : { theme }),
  });
  return `${path}?${query.toString()}`;
}
