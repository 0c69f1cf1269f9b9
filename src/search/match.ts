import type { Phrase, PhraseIndex } from "./phrase-index.ts";
import type { Content, Reading } from "./read.ts";
import type { Settings } from "./settings.ts";

export interface Match {
  readonly entry: number;
  /** How well the best phrase of the entry matches: its part of the question times the question's part of it. */
  readonly match: number;
  readonly phrase: Pick<Phrase, "text" | "kind" | "concepts">;
}

/** The entries that have a phrase in common with a sentence, best first. */
export type MatchPhrases = (
  reading: Pick<Reading, "contents" | "sequence" | "mentions">,
  fits: (entry: number) => boolean,
) => readonly Match[];

/** More are never weighed. */
const mostMatches = 24;

export function createMatchPhrases(index: PhraseIndex, cards: Uint8Array, settings: Settings): MatchPhrases {
  // By phrase and by entry; all zero between two questions.
  const matched = new Float64Array(index.phrases.length);
  const spared = new Float64Array(index.phrases.length);
  const telling = new Uint8Array(index.phrases.length);
  const bestMatch = new Float64Array(cards.length);
  const bestPhrase = new Int32Array(cards.length);

  return (reading, fits) => {
    const asked = [false, true].map((card) =>
      reading.contents.reduce((sum, content) => sum + missing(content, card, settings), 0),
    );
    const entries = bestByEntry(propose(reading.contents), asked, fits);
    const named = mentioned(reading, asked, fits);
    for (const entry of named.keys()) if (bestMatch[entry] === 0) entries.push(entry);
    const matches = foremost(entries, named).flatMap((entry): Match | readonly never[] => {
      const match = bestMatch[entry] ?? 0;
      const mention = named.get(entry);
      if (mention !== undefined && mention.match > match) return mention;
      const phrase = index.phrases[bestPhrase[entry] ?? 0];
      return phrase === undefined ? [] : { entry, match, phrase };
    });
    for (const entry of entries) bestMatch[entry] = 0;
    return matches.sort((a, b) => b.match - a.match).slice(0, mostMatches);
  };

  /** Adds the words up by phrase. Rare words propose phrases; a common one only adds to those already proposed. */
  function propose(contents: readonly Content[]): readonly number[] {
    const proposed: number[] = [];
    const known = contents
      .flatMap((content) => {
        const list = index.postings[content.concept ?? -1];
        return list === undefined ? [] : { content, list };
      })
      .sort((a, b) => a.list.length - b.list.length);
    for (const { content, list } of known) {
      const { weight, similarity, typed, onCard, beyond } = content;
      // What lies beyond the knowledge may be mentioned in passing: it neither helps a phrase nor harms it.
      const own = beyond ? 0 : weight;
      const gain = beyond ? Number.MIN_VALUE : weight * similarity;
      const spare = [own - missing(content, false, settings), own - missing(content, true, settings)];
      // Numbers and single letters are no evidence, nor is for a model what the card of every model answers.
      const tells = !beyond && /\p{L}{2}/u.test(typed);
      const count = (at: number) => {
        const card = cards[index.entryOf[at] ?? 0] ?? 0;
        matched[at] = (matched[at] ?? 0) + gain;
        spared[at] = (spared[at] ?? 0) + (spare[card] ?? 0);
        if (tells && !(onCard && card === 1)) telling[at] = 1;
      };
      if (list.length <= settings.commonWord || proposed.length === 0) {
        for (const at of list) {
          if (matched[at] === 0) proposed.push(at);
          count(at);
        }
      } else {
        const { concept = -1 } = content;
        for (const at of proposed) if (index.phrases[at]?.concepts.includes(concept) === true) count(at);
      }
    }
    return proposed;
  }

  /** The entries of the phrases; how well the best phrase of each matches is left in `bestMatch`. */
  function bestByEntry(
    proposed: readonly number[],
    asked: readonly number[],
    fits: (entry: number) => boolean,
  ): number[] {
    const entries: number[] = [];
    for (const at of proposed) {
      const entry = index.entryOf[at] ?? 0;
      const hit = matched[at] ?? 0;
      const ofQuestion = hit / ((asked[cards[entry] ?? 0] ?? 0) + (spared[at] ?? 0));
      const ofPhrase = hit / (index.phraseWeights[at] ?? 1);
      const usual = index.phrases[at]?.kind === "weak" ? settings.weakName : 1;
      const match = Math.min(1, ofQuestion) * Math.min(1, ofPhrase) * usual;
      const before = bestMatch[entry] ?? 0;
      if (telling[at] === 1 && match > before && fits(entry)) {
        if (before === 0) entries.push(entry);
        bestMatch[entry] = match;
        bestPhrase[entry] = at;
      }
      matched[at] = 0;
      spared[at] = 0;
      telling[at] = 0;
    }
    return entries;
  }

  /** Sorting them all would cost more than anything else in a large knowledge. */
  function foremost(entries: readonly number[], named: ReadonlyMap<number, unknown>): readonly number[] {
    const matches = Float64Array.from(entries, (entry) => bestMatch[entry] ?? 0).sort();
    const least = matches[matches.length - mostMatches] ?? 0;
    return entries.filter((entry) => (bestMatch[entry] ?? 0) >= least || named.has(entry));
  }

  /** Names of several words that stand in the sentence as a whole, stop words and all. */
  function mentioned(
    { mentions, sequence }: Pick<Reading, "mentions" | "sequence">,
    asked: readonly number[],
    fits: (entry: number) => boolean,
  ): ReadonlyMap<number, Match> {
    const best = new Map<number, Match>();
    for (const { entry, text, weak, start, end } of mentions) {
      const within = sequence.filter((content) => content.start >= start && content.end <= end);
      if (end === start + 1 || within.length === 0 || !fits(entry)) continue;
      let hit = 0;
      let sum = asked[cards[entry] ?? 0] ?? 0;
      for (const content of within) {
        hit += content.weight * content.similarity;
        sum += content.weight - missing(content, cards[entry] === 1, settings);
      }
      const match = Math.min(1, hit / sum) * (weak ? settings.weakName : 1);
      if (match <= (best.get(entry)?.match ?? 0)) continue;
      const concepts = within.flatMap(({ concept }) => concept ?? []);
      best.set(entry, { entry, match, phrase: { text, kind: weak ? "weak" : "name", concepts } });
    }
    return best;
  }
}

/** What a word weighs that an entry's phrase does not have. */
export function missing({ weight, onCard, beyond }: Content, card: boolean, settings: Settings): number {
  if (beyond) return weight * settings.beyond;
  return onCard && card ? weight * settings.cardWeight : weight;
}
