import type { Command, Language } from "../chat.ts";
import { namesOf, type Entry, type Knowledge } from "../knowledge/knowledge.ts";

/** The names that an entry has in one language; a model has none, for it is called the same in all. */
export function namesIn(entry: Entry, language: Language): readonly string[] {
  switch (entry.type) {
    case "term":
      return [entry.term[language], ...entry.aliases[language], ...(entry.weak_aliases?.[language] ?? [])];
    case "claim":
      return [entry.title[language]];
    case "model":
    case "family":
      return [];
  }
}

type ByLanguage = Readonly<Record<Language, readonly string[]>>;

/** What people say about the subject. */
export interface Spoken {
  readonly names: ByLanguage;
  /** Beside those of the names. */
  readonly words: ByLanguage;
  /** Names that are the same in all languages. */
  readonly shared: readonly string[];
}

/** Takes it from the names, the synonyms, the small talk and the commands, whose other names are all German. */
export function spokenOf(
  { entries, licences, stopwords, synonyms }: Knowledge,
  commands: readonly Command[],
): Spoken {
  const all = [...entries.values()];
  const products = all.filter(({ type }) => type === "model" || type === "family");
  const namesOfAll = (language: Language) => all.flatMap((entry) => namesIn(entry, language));
  // Whom German calls the same has no German synonym: "musk, elon".
  const translated = synonyms.groups.filter(({ de }) => de !== undefined);
  const untranslated = synonyms.groups.filter(({ de }) => de === undefined);
  const wordsOfAll = (language: Language) => [
    ...translated.flatMap((group) => wordsIn(group[language] ?? "")),
    ...wordsIn(stopwords[language].chat),
  ];
  return {
    names: { en: namesOfAll("en"), de: namesOfAll("de") },
    words: {
      en: wordsOfAll("en"),
      de: [...wordsOfAll("de"), ...commands.flatMap(({ aliases = [] }) => aliases)],
    },
    shared: [
      ...commands.map(({ name }) => name),
      ...products.flatMap((entry) => Object.values(namesOf(entry)).flat()),
      ...untranslated.flatMap(({ en }) => en.split(", ")),
      ...licences.keys(),
    ],
  };
}

function wordsIn(list: string): readonly string[] {
  return list.split(/[\s,]+/u);
}
