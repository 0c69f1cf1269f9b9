import type { Lexicon } from "./lexicon.ts";
import { spellingOf, type Name, type Names } from "./names.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { Settings } from "./settings.ts";
import { wordsOf } from "./words.ts";

/** A concept that a sentence is about. */
export interface Content {
  readonly typed: string;
  /** Missing when nothing in the knowledge explains the word. */
  readonly concept: number | undefined;
  readonly weight: number;
  /** Less than 1 for a corrected word. */
  readonly similarity: number;
  /** Asks for what the card of every model answers. */
  readonly onCard: boolean;
  /** Asks for what the knowledge does not hold. */
  readonly beyond: boolean;
  /** Position of its first word. */
  readonly start: number;
  readonly end: number;
}

/** A name in full within a sentence. */
export interface Mention extends Omit<Name, "words"> {
  readonly start: number;
  readonly end: number;
}

/** A sentence as the index sees it. */
export interface Reading {
  readonly typed: readonly string[];
  /** With slips corrected and joined words cut. */
  readonly words: readonly string[];
  /** Unknown words too, in the order of the sentence. */
  readonly sequence: readonly Content[];
  /** The same, each concept once. */
  readonly contents: readonly Content[];
  /** From left to right, the longest at each place. */
  readonly mentions: readonly Mention[];
  readonly corrected: readonly (readonly [typed: string, read: string])[];
  readonly unknown: readonly string[];
  /** Asks who, when, where or how many. */
  readonly circumstance: boolean;
  /** Every word is known as it was typed. */
  readonly understood: boolean;
}

export type Read = (sentence: string) => Reading;

/** Longer ones are no words, and looking into them would take long. */
const longestWord = 40;
/** How many unknown words of a sentence are looked up for slips: a limit for hostile input, not for people. */
const mostLookups = 24;

export function createRead(index: PhraseIndex, names: Names, lexicon: Lexicon, settings: Settings): Read {
  const isKnown = (word: string): boolean =>
    lexicon.conceptsOf([word]).every(({ name }) => index.idOf(name) !== undefined || lexicon.isBeyond(name));

  return (sentence) => {
    const typed = wordsOf(sentence);
    const words: string[] = [];
    const similarities: number[] = [];
    const corrected: (readonly [string, string])[] = [];
    const take = (read: readonly string[], similarity: number) => {
      words.push(...read);
      similarities.push(...read.map(() => similarity));
    };
    let lookups = 0;

    for (let at = 0; at < typed.length;) {
      const word = typed[at] ?? "";
      const needsHelp =
        word.length <= longestWord && !/\d/u.test(word) && !lexicon.isStopword(word) && !isKnown(word);
      const parts = needsHelp && settings.compounds ? partsOf(word, isKnown) : undefined;
      lookups += needsHelp && parts === undefined ? 1 : 0;
      const slip =
        needsHelp && parts === undefined && settings.typos && lookups <= mostLookups
          ? slipAt(typed, at, words.length === at)
          : undefined;
      if (slip === undefined) {
        take(parts ?? [word], 1);
        at += 1;
        continue;
      }
      // The name may begin before the unknown word.
      words.length -= at - slip.start;
      similarities.length = words.length;
      take(wordsOf(slip.read), slip.similarity);
      if (!lexicon.isStopword(slip.read)) {
        corrected.push([typed.slice(slip.start, slip.end).join(" "), slip.read]);
      }
      at = slip.end;
    }

    const sequence = contentsOf(words, similarities);
    const contents = [
      ...new Map(sequence.map((content) => [content.concept ?? content.typed, content])).values(),
    ];
    const unknown = contents.filter(({ concept }) => concept === undefined).map((content) => content.typed);
    return {
      typed,
      words,
      sequence,
      contents,
      mentions: mentionsIn(words),
      corrected,
      unknown,
      circumstance: typed.some((word) => lexicon.is("circumstance", word)),
      understood: unknown.length === 0 && words.join(" ") === typed.join(" "),
    };
  };

  function contentsOf(words: readonly string[], similarities: readonly number[]): readonly Content[] {
    const contents: Content[] = [];
    for (const { name, start, end } of lexicon.conceptsOf(words)) {
      const word = words[start] ?? "";
      const single = end === start + 1;
      if (single && lexicon.isStopword(word)) continue;
      const concept = index.idOf(name);
      // A year that no entry names says when, not what.
      if (concept === undefined && /^(?:19|20)\d\d$/u.test(word)) continue;
      contents.push({
        typed: words.slice(start, end).join(" "),
        concept,
        weight: concept === undefined ? index.unseenWeight : (index.weights[concept] ?? 0),
        similarity: Math.min(...similarities.slice(start, end)),
        onCard: lexicon.isOnCard(name),
        beyond: lexicon.isBeyond(name),
        start,
        end,
      });
    }
    return contents;
  }

  function mentionsIn(words: readonly string[]): readonly Mention[] {
    const mentions: Mention[] = [];
    for (let start = 0; start < words.length;) {
      let longest: Mention | undefined;
      let spelling = "";
      for (let end = start + 1; end <= Math.min(words.length, start + names.mostWords); end += 1) {
        spelling += spellingOf(words.slice(end - 1, end));
        const [name] = names.exact(spelling);
        if (name !== undefined) longest = { ...name, start, end };
      }
      if (longest !== undefined) mentions.push(longest);
      start = longest?.end ?? start + 1;
    }
    return mentions;
  }

  /** What an unknown word may have been meant as: a word of a name, or with its neighbours a whole name. */
  function slipAt(typed: readonly string[], at: number, neighbours: boolean) {
    const [near] = index.nameWords.near(typed[at] ?? "");
    if (near !== undefined) return { start: at, end: at + 1, read: near.word, similarity: near.similarity };
    const name = neighbours ? nameAround(typed, at) : undefined;
    if (name !== undefined) return name;
    const [stopword] = lexicon.stopwords.nearest(typed[at] ?? "");
    return stopword === undefined
      ? undefined
      : { start: at, end: at + 1, read: stopword.word, similarity: 1 };
  }

  function nameAround(typed: readonly string[], at: number) {
    for (const [before, after] of [
      [0, 2],
      [1, 1],
      [0, 3],
      [1, 2],
      [2, 1],
    ] as const) {
      const [start, end] = [at - before, at + after];
      // One slip is looked for, so all other words have to be those of the name.
      const others = [...typed.slice(Math.max(0, start), at), ...typed.slice(at + 1, end)];
      if (
        start < 0 ||
        end > typed.length ||
        !others.every((word) => names.hasWord(word) || (word.length > 3 && isKnown(word)))
      )
        continue;
      const [name] = names.dictionary
        .near(spellingOf(typed.slice(start, end)))
        .flatMap(({ word, similarity }) => names.exact(word).map(({ text: read }) => ({ read, similarity })));
      if (name !== undefined) return { start, end, ...name };
    }
    return undefined;
  }
}

/** A joined word that is not known as such, cut into two that are: "Lizenzrecht", "openweight". */
function partsOf(word: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
  for (let cut = word.length - 4; cut >= 3; cut -= 1) {
    const right = word.slice(cut);
    if (!isKnown(right)) continue;
    const left = word.slice(0, cut);
    const bare = [left, left.replace(/(?:es|en|s|n)$/u, "")].find(
      (part) => part.length >= 3 && isKnown(part),
    );
    if (bare !== undefined) return [bare, right];
  }
  return undefined;
}
