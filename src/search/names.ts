import { squeeze } from "../knowledge/fold.ts";
import { namesOf, type Knowledge } from "../knowledge/knowledge.ts";
import { createDictionary, type Dictionary } from "./near.ts";
import { wordsOf } from "./words.ts";

export interface Name {
  readonly text: string;
  readonly words: readonly string[];
  /** Position among the entries. */
  readonly entry: number;
  /** An ordinary word, a name only where one is expected. */
  readonly weak: boolean;
}

/** Whole names, however they are spaced. */
export interface Names {
  readonly all: readonly Name[];
  /** Without spaces and points. */
  exact(spelling: string): readonly Name[];
  readonly dictionary: Dictionary;
  /** Part of a name, even if only "of". */
  hasWord(word: string): boolean;
  /** Words of the longest name. */
  readonly mostWords: number;
}

export function createNames(knowledge: Knowledge): Names {
  const all: Name[] = [];
  const spelled = new Map<string, Name[]>();
  let mostWords = 1;
  let words: ReadonlySet<string> | undefined;
  const add = (spelling: string, name: Name) => {
    const same = spelled.get(spelling);
    if (same === undefined) spelled.set(spelling, [name]);
    else if (!same.some(({ entry }) => entry === name.entry)) same.push(name);
  };
  let entry = 0;
  for (const record of knowledge.entries.values()) {
    const { strong, weak } = namesOf(record);
    const seen = new Set<string>();
    const spellings = new Set<string>();
    // Last the id: it writes "Grok 1.5" as "grok-1-5", which would make a 1 and a 5 of it.
    for (const text of [...strong.filter((name) => name !== record.id), ...weak, record.id]) {
      const parts = wordsOf(text);
      const spelling = spellingOf(parts);
      const folded = parts.join(" ");
      if (text === record.id ? spellings.has(spelling) : seen.has(folded)) continue;
      seen.add(folded);
      spellings.add(spelling);
      const name: Name = { text, words: parts, entry, weak: !strong.includes(text) };
      all.push(name);
      mostWords = Math.max(mostWords, parts.length);
      add(squeeze(text), name);
      // "data ethics" and "dataethics" fold differently, because "ae" looks like an umlaut.
      add(spelling, name);
    }
    entry += 1;
  }
  return {
    all,
    exact: (spelling) => spelled.get(spelling) ?? [],
    dictionary: createDictionary(() => spelled.keys()),
    hasWord(word) {
      words ??= new Set(all.flatMap((name) => name.words));
      return words.has(word);
    },
    mostWords,
  };
}

/** How a run of words is looked up as a name. */
export function spellingOf(words: readonly string[]): string {
  return words.join("").replaceAll(".", "");
}
