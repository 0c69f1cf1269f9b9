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
  /** Words of the longest name. */
  readonly mostWords: number;
}

export function createNames(knowledge: Knowledge): Names {
  const all: Name[] = [];
  const spelled = new Map<string, Name[]>();
  let mostWords = 1;
  const add = (spelling: string, name: Name) => {
    const same = spelled.get(spelling);
    if (same === undefined) spelled.set(spelling, [name]);
    else if (!same.some(({ entry }) => entry === name.entry)) same.push(name);
  };
  let entry = 0;
  for (const record of knowledge.entries.values()) {
    const { strong, weak } = namesOf(record);
    const seen = new Set<string>();
    for (const text of [...strong, ...weak]) {
      const words = wordsOf(text);
      const folded = words.join(" ");
      if (seen.has(folded)) continue;
      seen.add(folded);
      const name: Name = { text, words, entry, weak: !strong.includes(text) };
      all.push(name);
      mostWords = Math.max(mostWords, words.length);
      const squeezed = squeeze(text);
      const spelling = spellingOf(words);
      add(squeezed, name);
      // "data ethics" and "dataethics" fold differently, because "ae" looks like an umlaut.
      if (spelling !== squeezed) add(spelling, name);
    }
    entry += 1;
  }
  return {
    all,
    exact: (spelling) => spelled.get(spelling) ?? [],
    dictionary: createDictionary(() => spelled.keys()),
    mostWords,
  };
}

/** How a run of words is looked up as a name. */
export function spellingOf(words: readonly string[]): string {
  return words.join("").replaceAll(".", "");
}
