import type { EntryKey, EntryKind } from "../chat.ts";
import { fold, squeeze } from "../knowledge/fold.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { createNames, type Names } from "./names.ts";

const longestTextRead = 4_000;

interface Mentioned {
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
  const entries = [...knowledge.entries];
  let names: Names | undefined;
  return (text, kinds, scope) => {
    // Most processes never read a longer text.
    const known = (names ??= createNames(knowledge));
    const words = fold(text.slice(0, longestTextRead)).split(" ");
    const keyOf = (name: string): EntryKey | undefined => {
      const fitting = known.exact(squeeze(name)).find(({ entry, weak }) => {
        const type = entries[entry]?.[1].type;
        return type !== undefined && kinds.includes(type) && (!weak || scope?.named === true);
      });
      return fitting && entries[fitting.entry]?.[0];
    };
    const nameAt = (start: number): { readonly key: EntryKey; readonly end: number } | undefined => {
      for (let end = start + known.mostWords; end > start; end -= 1) {
        const key = keyOf(words.slice(start, end).join(""));
        if (key !== undefined) return isOtherVersion(key, words[end]) ? undefined : { key, end };
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

/** "Grok 5" is not "Grok" when there is no Grok 5; a year behind a name is no version. */
function isOtherVersion(key: EntryKey, next: string | undefined): boolean {
  return /^(?:model|family):/.test(key) && /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?$/.test(next ?? "");
}
