import type { Button, Command, Language, Reply } from "../chat.ts";

/** What was asked for does not fit: says so, and what would, with things to pick. */
export function usageCard(language: Language, title: string, text: string, next: readonly Button[]): Reply {
  return { band: "none", language, title, text, tone: "neutral", next, audience: "person" };
}

/** "/compare first second [third] [fourth] [fifth]". */
export function usageOf({ name, options }: Command): string {
  const shown = options.map((option) => (option.required ? option.name : `[${option.name}]`));
  return [`/${name}`, ...shown].join(" ");
}
