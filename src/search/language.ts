import { languages, type Language } from "../chat.ts";
import { fold } from "../knowledge/fold.ts";

const longestRead = 500;

/** The language a text is written in, or nothing when its words do not tell: "grok 2" is neither. */
export type LanguageOf = (text: string) => Language | undefined;

/** Counts the everyday words that only one of the languages has; umlauts and ß count as German. */
export function createLanguageOf(everyday: Readonly<Record<Language, string>>): LanguageOf {
  let lists: Readonly<Record<Language, ReadonlySet<string>>> | undefined;
  return (text) => {
    const words = (lists ??= { en: wordsOf(everyday.en), de: wordsOf(everyday.de) });
    const read = text.slice(0, longestRead);
    // The "mit" of "mit-licence" is a name's.
    const typed = fold(read.replaceAll(/\S*\w-\w\S*/gu, " ")).split(" ");
    const count = {
      en: typed.filter((word) => words.en.has(word) && !words.de.has(word)).length,
      de:
        typed.filter((word) => words.de.has(word) && !words.en.has(word)).length +
        (/[äöüß]/iu.test(read) ? 1 : 0),
    };
    const [first, second] = languages.toSorted((a, b) => count[b] - count[a]);
    return first !== undefined && second !== undefined && count[first] > count[second] ? first : undefined;
  };
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).map(fold));
}
