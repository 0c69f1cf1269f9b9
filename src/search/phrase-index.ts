import { languages } from "../chat.ts";
import type { Entry, Knowledge } from "../knowledge/knowledge.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Names } from "./names.ts";
import { createDictionary, type Dictionary } from "./near.ts";
import { wordsOf } from "./words.ts";

export interface Phrase {
  readonly text: string;
  readonly kind: "name" | "weak" | "question";
  readonly entry: number;
  /** Ids, each once. */
  readonly concepts: readonly number[];
}

/** Not entries are looked up but their phrases, each by itself: names, aliases, questions. */
export interface PhraseIndex {
  readonly phrases: readonly Phrase[];
  /** By phrase: its entry. */
  readonly entryOf: Int32Array;
  /** By phrase: the sum of the weights of its concepts. */
  readonly phraseWeights: Float64Array;
  idOf(concept: string): number | undefined;
  /** By concept: the phrases with it. */
  readonly postings: readonly (readonly number[])[];
  /** By concept: how much it says. The fewer entries have it, the more. */
  readonly weights: Float64Array;
  /** Of a word that no entry has. */
  readonly unseenWeight: number;
  /** Single words of names: only towards these a word is corrected. */
  readonly nameWords: Dictionary;
  /** Concepts of an entry's phrases, and of what it says at length. */
  conceptsIn(entry: number): { readonly phrases: ReadonlySet<number>; readonly texts: ReadonlySet<number> };
}

export function createPhraseIndex(knowledge: Knowledge, names: Names, lexicon: Lexicon): PhraseIndex {
  const entries = [...knowledge.entries.values()];
  const ids = new Map<string, number>();
  const postings: number[][] = [];
  const phrases: Phrase[] = [];

  const add = (text: string, words: readonly string[], kind: Phrase["kind"], entry: number) => {
    const telling = new Set(tellingConcepts(words, lexicon));
    // "Is Musk only in it for himself" has one word that tells, and whoever asks about Musk means more than that.
    if (telling.size < (kind === "question" ? 2 : 1)) return;
    const concepts: number[] = [];
    for (const name of telling) {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      (postings[id] ??= []).push(phrases.length);
      concepts.push(id);
    }
    phrases.push({ text, kind, entry, concepts });
  };

  for (const { text, words, entry, weak } of names.all) {
    if (mostlyTelling(words, lexicon)) add(text, words, weak ? "weak" : "name", entry);
  }
  for (const [at, entry] of entries.entries()) {
    for (const language of languages) {
      const statement = entry.type === "claim" ? [entry[language]] : [];
      for (const text of [...statement, ...(entry.questions?.[language] ?? [])]) {
        add(text, wordsOf(text), "question", at);
      }
    }
  }

  const entryOf = Int32Array.from(phrases, ({ entry }) => entry);
  const weights = Float64Array.from(postings, (list) => {
    const holders = new Set(list.map((phrase) => entryOf[phrase]));
    return Math.log(1 + entries.length / holders.size);
  });
  const phraseWeights = new Float64Array(phrases.length);
  const inEntry: Phrase[][] = entries.map(() => []);
  for (const [at, phrase] of phrases.entries()) {
    const { entry, concepts } = phrase;
    inEntry[entry]?.push(phrase);
    for (const concept of concepts) phraseWeights[at] = (phraseWeights[at] ?? 0) + (weights[concept] ?? 0);
  }
  const conceptsIn: (ReturnType<PhraseIndex["conceptsIn"]> | undefined)[] = [];

  return {
    phrases,
    entryOf,
    phraseWeights,
    idOf: (concept) => ids.get(concept),
    postings,
    weights,
    unseenWeight: Math.log(1 + entries.length),
    nameWords: createDictionary(() =>
      names.all
        .filter(({ weak }) => !weak)
        .flatMap(({ words }) => words)
        .filter((word) => word.length > 2 && !lexicon.isStopword(word)),
    ),
    // Read on demand: the texts are long, and only those of likely entries are needed.
    conceptsIn(at) {
      conceptsIn[at] ??= {
        phrases: new Set((inEntry[at] ?? []).flatMap(({ concepts }) => concepts)),
        texts: new Set(
          entries
            .slice(at, at + 1)
            .flatMap(textsOf)
            .flatMap((text) => tellingConcepts(wordsOf(text), lexicon))
            .flatMap((name) => ids.get(name) ?? []),
        ),
      };
      return conceptsIn[at];
    },
  };
}

function tellingConcepts(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const concepts: string[] = [];
  for (const { name, start, end } of lexicon.conceptsOf(words)) {
    if (end > start + 1 || !lexicon.isStopword(words[start] ?? "")) concepts.push(name);
  }
  return concepts;
}

/** "is it open" and "API only" are names only as a whole: one word of them says too little. */
function mostlyTelling(words: readonly string[], lexicon: Lexicon): boolean {
  const telling = words.filter((word) => !lexicon.isStopword(word)).length;
  return telling > 1 || telling === words.length;
}

/** What an entry says at length: weak evidence, because much is mentioned in passing. */
export function textsOf(entry: Entry): readonly string[] {
  switch (entry.type) {
    case "term":
      return languages.flatMap((language) => [entry.definition[language], entry.matters?.[language] ?? ""]);
    case "claim":
      return languages.flatMap((language) => [
        entry.check.why[language],
        entry.check.since?.[language] ?? "",
      ]);
    case "model":
      return [entry.vendor, ...languages.map((language) => entry.note[language])];
    case "family":
      return entry.members.map(({ vendor }) => vendor);
  }
}
