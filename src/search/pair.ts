import type { EntryKind } from "../chat.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Name } from "./names.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { Mention, Reading } from "./read.ts";

/** The two entries that a sentence asks about together. */
type Pair = readonly [Mention, Mention];
export type FindPair = (
  reading: Reading,
  scope: { readonly fits: (entry: number) => boolean; readonly named: boolean },
) => Pair | undefined;

/** Longer names are hardly ever inflected as a whole. */
const mostWordsInflected = 4;

const comparable: readonly (readonly EntryKind[])[] = [["model", "family"], ["term"]];

/** Finds "grok or llama", "difference between open weights and open source". */
export function createFindPair(
  kindOf: (entry: number) => EntryKind,
  index: PhraseIndex,
  lexicon: Lexicon,
): FindPair {
  // Names by their concepts: "offenen Gewichten" is no name as it is spelled.
  const inflected = new Map<string, Omit<Name, "words">>();
  for (const { text, kind, entry, concepts } of index.phrases) {
    const key = concepts.join();
    if (kind === "name" && !inflected.has(key)) inflected.set(key, { text, entry, weak: false });
  }

  return (reading, { fits, named }) => {
    const contrasts = reading.words.some((word) => lexicon.is("contrasting", word));
    const mentions = allMentions(reading).filter(
      ({ entry, weak }) => fits(entry) && (!weak || contrasts || named),
    );
    const distinct = mentions.filter(
      (one, at) => mentions.findIndex(({ entry }) => entry === one.entry) === at,
    );
    for (const kinds of comparable) {
      const [first, second, third] = distinct.filter(({ entry }) => kinds.includes(kindOf(entry)));
      if (first === undefined) continue;
      if (second === undefined) return undefined;
      const between = reading.words.slice(first.end, second.start);
      const apart = reading.sequence.some(
        ({ start, onCard }) => start >= first.end && start < second.start && !onCard,
      );
      const joined = third === undefined && !apart && between.some((word) => lexicon.is("joining", word));
      return contrasts || joined ? [first, second] : undefined;
    }
    return undefined;
  };

  /** Where names stand, those too that are inflected: "offenen Gewichten". */
  function allMentions({ words, sequence, mentions }: Reading): readonly Mention[] {
    const free = sequence.filter(
      ({ start }) => !mentions.some((name) => name.start <= start && start < name.end),
    );
    let read = 0;
    const more = free.flatMap(({ start }, at): Mention | readonly never[] => {
      // "Gewichten" is part of the name before it.
      if (start < read) return [];
      for (let last = Math.min(free.length, at + mostWordsInflected); last > at; last -= 1) {
        const run = free.slice(at, last);
        const name = inflected.get(run.map(({ concept }) => concept).join());
        const end = start + run.reduce((sum, content) => sum + content.end - content.start, 0);
        if (name === undefined || run.at(-1)?.end !== end) continue;
        read = end;
        return { ...name, start, end };
      }
      return [];
    });
    // A stop word is a name only beside a word that joins: "apache or mit".
    const named = mentions.filter(
      ({ start, end }) =>
        end > start + 1 ||
        !lexicon.isStopword(words[start] ?? "") ||
        [words[start - 1], words[end]].some((word) => word !== undefined && lexicon.is("joining", word)),
    );
    return [...named, ...more].toSorted((a, b) => a.start - b.start);
  }
}
