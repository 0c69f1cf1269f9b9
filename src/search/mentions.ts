import type { EntryKey, EntryKind } from "../chat.ts";
import { fold, squeeze } from "../knowledge/fold.ts";
import { entryKey, namesOf, type Knowledge } from "../knowledge/knowledge.ts";

const longestTextRead = 4_000;

export interface Mentioned {
  /** Each entry once, in the order of first mention. */
  readonly keys: readonly EntryKey[];
  /** The runs of words between the names, folded. */
  readonly rest: readonly string[];
}

/** Finds the names of entries in a text. `named`: the text is a list of names, so ordinary words count as well. */
export type Mentions = (
  text: string,
  kinds: readonly EntryKind[],
  scope?: { readonly named?: boolean },
) => Mentioned;

/**
 * Reads a text from left to right and takes the longest name at each place, so that "Grok 3" is not "Grok". Only exact
 * names count, however they are spaced.
 */
export function createMentions(knowledge: Knowledge): Mentions {
  const names = new Map<string, { readonly key: EntryKey; readonly weak: boolean }>();
  let mostWords = 1;
  for (const entry of knowledge.entries.values()) {
    const key = entryKey(entry);
    const { strong, weak } = namesOf(entry);
    for (const name of [...strong, ...weak]) {
      const spelling = squeeze(name);
      mostWords = Math.max(mostWords, fold(name).split(" ").length);
      if (!names.has(spelling)) names.set(spelling, { key, weak: !strong.includes(name) });
    }
  }
  return (text, kinds, scope) => {
    const words = fold(text.slice(0, longestTextRead)).split(" ");
    const nameAt = (start: number): { readonly key: EntryKey; readonly end: number } | undefined => {
      for (let end = Math.min(words.length, start + mostWords); end > start; end -= 1) {
        const name = names.get(squeeze(words.slice(start, end).join(" ")));
        if (name === undefined || (name.weak && scope?.named !== true)) continue;
        if (kinds.some((kind) => name.key.startsWith(`${kind}:`))) return { key: name.key, end };
      }
      return undefined;
    };
    const keys = new Set<EntryKey>();
    const rest: string[][] = [[]];
    for (let at = 0; at < words.length;) {
      const name = nameAt(at);
      if (name === undefined) rest.at(-1)?.push(words[at] ?? "");
      else {
        keys.add(name.key);
        rest.push([]);
      }
      at = name?.end ?? at + 1;
    }
    return { keys: [...keys], rest: rest.map((run) => run.join(" ")).filter((run) => run !== "") };
  };
}
