import type { Phrase, PhraseIndex } from "./phrase-index.ts";
import type { Content, Reading } from "./read.ts";
import type { Settings } from "./settings.ts";

export interface Scored {
  readonly entry: number;
  readonly score: number;
  /** The name, alias or question that matched best. */
  readonly phrase: string;
  /** The phrase is an ordinary word. */
  readonly weak: boolean;
  /** All of the phrase is in the sentence. */
  readonly whole: boolean;
  /** Less than 1 where the score may be taken for surer than it is. */
  readonly gate: number;
}

export interface Score {
  /** The entries that have a phrase in common with a sentence, best first. */
  readonly entries: (reading: Reading, fits: (entry: number) => boolean) => readonly Scored[];
  /** How much of a sentence two entries explain that it names. */
  readonly pair: (reading: Reading, names: readonly { readonly entry: number }[]) => number;
}

/** Only the entries with the best phrases are weighed as a whole. */
const mostWeighed = 40;

export function createScore(
  index: PhraseIndex,
  hasCard: (entry: number) => boolean,
  settings: Settings,
): Score {
  // By phrase; all zero between two questions.
  const matched = new Float64Array(index.phrases.length);
  const spared = new Float64Array(index.phrases.length);
  const telling = new Uint8Array(index.phrases.length);

  /** What a word weighs that the entry's phrase does not have. */
  const missing = ({ weight, onCard, beyond }: Content, card: boolean): number => {
    if (beyond) return weight * settings.beyond;
    return onCard && card ? weight * settings.cardWeight : weight;
  };

  return { entries: scoreEntries, pair: scorePair };

  function scoreEntries(reading: Reading, fits: (entry: number) => boolean): readonly Scored[] {
    const contents = reading.contents.filter(({ concept }) => settings.unknownWords || concept !== undefined);
    const asked = {
      card: contents.reduce((sum, content) => sum + missing(content, true), 0),
      other: contents.reduce((sum, content) => sum + missing(content, false), 0),
    };
    const asks = new Set(contents.map(({ concept }) => concept));
    const proposed = propose(contents);

    const best = new Map<
      number,
      { readonly score: number; readonly phrase: Phrase; readonly whole: boolean }
    >();
    for (const at of proposed) {
      const phrase = index.phrases[at];
      const hit = matched[at] ?? 0;
      const sum =
        (phrase !== undefined && hasCard(phrase.entry) ? asked.card : asked.other) + (spared[at] ?? 0);
      const tells = telling[at] === 1;
      matched[at] = 0;
      spared[at] = 0;
      telling[at] = 0;
      if (!tells || phrase === undefined || !fits(phrase.entry)) continue;
      const weight = index.phraseWeights[at] ?? 0;
      const whole = phrase.concepts.length > 1 && phrase.concepts.every((concept) => asks.has(concept));
      const score =
        Math.min(1, hit / sum) ** settings.coverageOfQuestion *
        Math.min(1, hit / weight) ** settings.coverageOfPhrase *
        (phrase.kind === "weak" ? settings.weakName : 1);
      if (score > (best.get(phrase.entry)?.score ?? 0)) best.set(phrase.entry, { score, phrase, whole });
    }

    for (const mention of reading.mentions) {
      if (mention.end === mention.start + 1 || !fits(mention.entry)) continue;
      const within = contents.filter(({ start, end }) => start >= mention.start && end <= mention.end);
      if (within.length === 0) continue;
      const card = hasCard(mention.entry);
      let hit = 0;
      let sum = card ? asked.card : asked.other;
      for (const content of within) {
        hit += content.weight * content.similarity;
        sum += content.weight - missing(content, card);
      }
      const score =
        Math.min(1, hit / sum) ** settings.coverageOfQuestion * (mention.weak ? settings.weakName : 1);
      if (score > (best.get(mention.entry)?.score ?? 0)) {
        const concepts = within.flatMap(({ concept }) => concept ?? []);
        best.set(mention.entry, {
          score,
          phrase: {
            text: mention.text,
            kind: mention.weak ? "weak" : "name",
            entry: mention.entry,
            concepts,
          },
          whole: true,
        });
      }
    }

    return [...best]
      .toSorted(([, a], [, b]) => b.score - a.score)
      .slice(0, mostWeighed)
      .map(([entry, { score, phrase, whole }]): Scored => {
        const share = shareFound(contents, entry);
        const total = (settings.phraseShare * score + (1 - settings.phraseShare) * share) * Math.sqrt(share);
        const doubtful = settings.subjectGate && phrase.kind !== "question" && hasCard(entry);
        const gate = doubtful && leavesOpen(contents, phrase) ? settings.gate : 1;
        return { entry, score: total, phrase: phrase.text, weak: phrase.kind === "weak", whole, gate };
      })
      .toSorted((a, b) => b.score - a.score);
  }

  function scorePair({ contents }: Reading, names: readonly { readonly entry: number }[]): number {
    const card = names.every(({ entry }) => hasCard(entry));
    let sum = 0;
    let found = 0;
    let gate = 1;
    for (const content of contents) {
      const { concept, weight, similarity, onCard, beyond } = content;
      const hit =
        concept !== undefined && names.some(({ entry }) => index.conceptsIn(entry).phrases.has(concept));
      const worth = hit ? weight : missing(content, card);
      sum += worth;
      if (hit) found += worth * similarity;
      else if (onCard && card && !beyond) found += worth;
      if (settings.subjectGate && !hit && (beyond || concept === undefined)) ({ gate } = settings);
    }
    return sum === 0 ? 0 : (gate * found) / sum;
  }

  /** Adds the words up by phrase. Rare words propose phrases; a common one only adds to those already proposed. */
  function propose(contents: readonly Content[]): readonly number[] {
    const proposed: number[] = [];
    const known = contents
      .flatMap((content) => {
        const list = index.postings[content.concept ?? -1];
        return list === undefined ? [] : { content, list };
      })
      .toSorted((a, b) => a.list.length - b.list.length);
    for (const { content, list } of known) {
      const { weight, similarity, typed, onCard, beyond } = content;
      // What lies beyond the knowledge may be mentioned in passing: it neither helps the phrase nor harms it.
      const own = beyond ? 0 : weight;
      const spare = { card: own - missing(content, true), other: own - missing(content, false) };
      // Numbers and single letters are no evidence, nor is for a model what the card of every model answers.
      const letters = /\p{L}{2}/u.test(typed);
      const count = (at: number) => {
        const card = hasCard(index.phrases[at]?.entry ?? -1);
        matched[at] = (matched[at] ?? 0) + (beyond ? Number.MIN_VALUE : weight * similarity);
        spared[at] = (spared[at] ?? 0) + (card ? spare.card : spare.other);
        if (letters && !beyond && !(onCard && card)) telling[at] = 1;
      };
      if (list.length <= settings.commonWord || proposed.length === 0) {
        for (const at of list) {
          if (matched[at] === 0) proposed.push(at);
          count(at);
        }
      } else {
        for (const at of proposed) {
          if (index.phrases[at]?.concepts.includes(content.concept ?? -1) === true) count(at);
        }
      }
    }
    return proposed;
  }

  /** How much of the question is found anywhere in the entry. */
  function shareFound(contents: readonly Content[], entry: number): number {
    const { phrases, texts } = index.conceptsIn(entry);
    const card = hasCard(entry);
    let sum = 0;
    let found = 0;
    for (const content of contents) {
      const { concept, weight, similarity, onCard, beyond } = content;
      if (concept !== undefined && phrases.has(concept)) {
        if (beyond) continue;
        sum += weight;
        found += weight * similarity;
        continue;
      }
      const worth = missing(content, card);
      sum += worth;
      if (onCard && card && !beyond) found += worth;
      else if (concept !== undefined && texts.has(concept)) found += worth * settings.evidence;
    }
    return sum === 0 ? 0 : found / sum;
  }
}

/** Words that the phrase does not explain and no card answers, or another number: "llama 5" is not Llama. */
function leavesOpen(contents: readonly Content[], { concepts }: Phrase): boolean {
  const ends = new Set(
    contents
      .filter(({ concept }) => concept !== undefined && concepts.includes(concept))
      .map(({ end }) => end),
  );
  return contents.some(({ concept, beyond, typed, start }) => {
    if (concept === undefined) return true;
    if (concepts.includes(concept)) return false;
    return beyond || (/^\d/u.test(typed) && ends.has(start));
  });
}
