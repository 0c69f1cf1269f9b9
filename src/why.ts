import type { Language } from "./chat.ts";
import { phrases } from "./phrases.ts";
import type { Finding } from "./search/finding.ts";

/** How the search came to what it found, a line an entry: for those who tend the knowledge. */
export function whyOf({ band, found, limits }: Finding, language: Language): string {
  const words = phrases[language].why;
  const digits = (score: number) => score.toFixed(2);
  return [
    words.band(
      band,
      digits(limits.answer),
      limits.suggest === undefined ? undefined : digits(limits.suggest),
    ),
    ...found.map(({ key, score, why }) =>
      [
        `${key}: ${digits(score)}`,
        words.phrase(why.phrase),
        ...why.corrected.map(([typed, read]) => words.corrected(typed, read)),
        ...(why.unknown.length === 0 ? [] : [words.unknown(why.unknown.join(", "))]),
      ].join("; "),
    ),
  ].join("\n");
}
