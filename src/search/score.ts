import { createMatchPhrases, missing, type Match } from "./match.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { Content, Reading } from "./read.ts";
import type { Settings } from "./settings.ts";

export interface Scored {
  readonly entry: number;
  readonly score: number;
  /** The name, alias or question that matched best. */
  readonly phrase: string;
  /** The phrase is an ordinary word. */
  readonly weak: boolean;
  /** All of the phrase is in the sentence, and it is more than a word. */
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

export function createScore(
  index: PhraseIndex,
  entryCount: number,
  hasCard: (entry: number) => boolean,
  settings: Settings,
): Score {
  const cards = Uint8Array.from({ length: entryCount }, (_, entry) => (hasCard(entry) ? 1 : 0));
  const matchPhrases = createMatchPhrases(index, cards, settings);

  return {
    entries(reading, fits) {
      const contents = reading.contents.filter(
        ({ concept }) => settings.unknownWords || concept !== undefined,
      );
      const concepts = new Set(contents.map(({ concept }) => concept));
      return matchPhrases({ ...reading, contents }, fits)
        .map(({ entry, match, phrase }): Scored => {
          const share = shareFound(contents, entry);
          const ofPhrase = match ** settings.coverage;
          const whole = settings.phraseShare * ofPhrase + (1 - settings.phraseShare) * share;
          const doubtful = settings.subjectGate && phrase.kind !== "question" && hasCard(entry);
          return {
            entry,
            score: whole * Math.sqrt(share),
            phrase: phrase.text,
            weak: phrase.kind === "weak",
            whole: phrase.concepts.length > 1 && phrase.concepts.every((concept) => concepts.has(concept)),
            gate: doubtful && leavesOpen(contents, phrase, reading.circumstance) ? settings.gate : 1,
          };
        })
        .sort((a, b) => b.score - a.score);
    },
    pair({ contents }, names) {
      const card = names.every(({ entry }) => hasCard(entry));
      let sum = 0;
      let found = 0;
      let gate = 1;
      for (const content of contents) {
        const { concept, weight, similarity, onCard, beyond } = content;
        const hit =
          concept !== undefined && names.some(({ entry }) => index.conceptsIn(entry).phrases.has(concept));
        const worth = hit ? weight : missing(content, card, settings);
        sum += worth;
        if (hit) found += worth * similarity;
        else if (onCard && card && !beyond) found += worth;
        if (settings.subjectGate && !hit && (beyond || concept === undefined)) ({ gate } = settings);
      }
      return sum === 0 ? 0 : (gate * found) / sum;
    },
  };

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
      const worth = missing(content, card, settings);
      sum += worth;
      if (onCard && card && !beyond) found += worth;
      else if (concept !== undefined && texts.has(concept)) found += worth * settings.evidence;
    }
    return sum === 0 ? 0 : found / sum;
  }
}

/**
 * Words that the phrase does not explain and no card answers; another number, since "llama 5" is not Llama; or a bare
 * name with a "who" or "how many".
 */
function leavesOpen(
  contents: readonly Content[],
  { concepts }: Match["phrase"],
  circumstance: boolean,
): boolean {
  const matches = ({ concept }: Content) => concept !== undefined && concepts.includes(concept);
  if (circumstance && contents.every(matches)) return true;
  return contents.some((content) => {
    if (content.concept === undefined) return true;
    if (matches(content)) return false;
    if (content.beyond) return true;
    return (
      /\d/u.test(content.typed) && contents.some((other) => other.end === content.start && matches(other))
    );
  });
}
