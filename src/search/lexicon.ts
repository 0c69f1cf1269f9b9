import { languages } from "../chat.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { createDictionary, type Dictionary } from "./near.ts";
import type { Settings } from "./settings.ts";
import { stem, wordsOf } from "./words.ts";

type List = Exclude<keyof Knowledge["stopwords"]["en"], "grammar" | "chat" | "beyond">;

/** A stem, or a group of synonyms. */
interface Concept {
  readonly name: string;
  /** Positions of its first word and after its last one. */
  readonly start: number;
  readonly end: number;
}

/** What words are for, whatever the entries say. */
export interface Lexicon {
  /** A word without content of its own. */
  isStopword(word: string): boolean;
  /** The longer ones of them, for slips: "realy", "wether". */
  readonly stopwords: Dictionary;
  is(list: List, word: string): boolean;
  isWithheld(word: string): boolean;
  /** Words that belong together, such as "open source", become one concept. Stop words are still among them. */
  conceptsOf(words: readonly string[]): readonly Concept[];
  /** The concept asks for what the card of every model answers. */
  isOnCard(concept: string): boolean;
  /** The concept asks for what this knowledge does not hold. */
  isBeyond(concept: string): boolean;
}

const longestSynonym = 3;
/** Shorter ones are too easily taken for another word. */
const shortestCorrected = 5;

export function createLexicon({ stopwords, synonyms }: Knowledge, settings: Settings): Lexicon {
  const listed = (list: keyof typeof stopwords.en) =>
    new Set(languages.flatMap((language) => wordsOf(stopwords[language][list])));
  const empty = new Set([...listed("grammar"), ...listed("chat")]);
  const lists: Readonly<Record<List, ReadonlySet<string>>> = {
    asking: listed("asking"),
    around: listed("around"),
    contrasting: listed("contrasting"),
    joining: listed("joining"),
    addressing: listed("addressing"),
    circumstance: listed("circumstance"),
  };
  const withheld = new Set(wordsOf(stopwords.withheld));
  const { nameOf, heads, card } = readSynonyms(settings.synonyms ? synonyms.groups : []);

  const beyond = new Set([...listed("beyond")].map((word) => nameOf.get(stem(word)) ?? stem(word)));

  return {
    stopwords: createDictionary(() => [...empty].filter((word) => word.length >= shortestCorrected)),
    isStopword: (word) => settings.stopwords && empty.has(word),
    is: (list, word) => lists[list].has(word),
    isWithheld: (word) => withheld.has(word),
    conceptsOf(words) {
      const stems = words.map(stem);
      const concepts: Concept[] = [];
      for (let start = 0; start < stems.length;) {
        // Most words begin no synonym of several words.
        const most = heads.has(stems[start] ?? "") ? longestSynonym : 1;
        let end = Math.min(stems.length, start + most);
        let spelling = stems.slice(start, end).join(" ");
        while (end > start + 1 && !nameOf.has(spelling)) {
          end -= 1;
          spelling = stems.slice(start, end).join(" ");
        }
        concepts.push({ name: nameOf.get(spelling) ?? spelling, start, end });
        start = end;
      }
      return concepts;
    },
    isOnCard: (concept) => settings.cardWords && card.has(concept) && !beyond.has(concept),
    isBeyond: (concept) => beyond.has(concept),
  };
}

function readSynonyms(groups: Knowledge["synonyms"]["groups"]) {
  const nameOf = new Map<string, string>();
  const heads = new Set<string>();
  const card = new Set<string>();
  for (const group of groups) {
    const name = group.en;
    if (group.card === true) card.add(name);
    for (const synonym of languages.flatMap((language) => group[language]?.split(", ") ?? [])) {
      const words = wordsOf(synonym).map(stem);
      const spelling = words.join(" ");
      if (!nameOf.has(spelling)) nameOf.set(spelling, name);
      if (words.length > 1) heads.add(words[0] ?? "");
    }
  }
  return { nameOf, heads, card };
}
