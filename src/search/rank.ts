import type { EntryKind } from "../chat.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Found, Scope, Why } from "./finding.ts";
import { createLexicon } from "./lexicon.ts";
import { membersFirst } from "./members.ts";
import { spellingOf, type Names } from "./names.ts";
import { createFindPair } from "./pair.ts";
import { createPhraseIndex } from "./phrase-index.ts";
import { asksAround } from "./question.ts";
import { createRead, type Content, type Reading } from "./read.ts";
import { createScore, type Scored } from "./score.ts";
import { sentencesOf } from "./sentences.ts";
import type { Settings } from "./settings.ts";

export interface Ranking {
  /** Best first; nothing when the message is about what is withheld. */
  readonly found: readonly Found[];
  /** The first two are asked about together. */
  readonly together: boolean;
  /** The best may be answered unasked: its sentence asks whoever may know, and not a word of it is a riddle. */
  readonly open: boolean;
  /** So little of the message is known that what is found has nothing to do with it, most likely. */
  readonly chance?: boolean;
}

/** What a message may be about. */
export type Rank = (text: string, scope: Scope) => Ranking;

type Sentence = Reading & { readonly open: boolean };

interface Candidate {
  readonly total: number;
  /** In the sentence that fits best. */
  readonly best: Pick<Scored, "entry" | "score" | "phrase" | "weak" | "gate">;
  readonly reading: Sentence;
}

/** More are never shown. */
const mostFound = 5;
const nothing: Ranking = { found: [], together: false, open: false };

export function createRank(knowledge: Knowledge, names: Names, settings: Settings): Rank {
  const entries = [...knowledge.entries];
  const entryAt = (at: number) => entries[at]?.[1];
  const kindOf = (at: number): EntryKind => entryAt(at)?.type ?? "claim";
  const hasCard = (at: number) => kindOf(at) === "model" || kindOf(at) === "family";
  const lexicon = createLexicon(knowledge, settings);
  const index = createPhraseIndex(knowledge, names, lexicon);
  const read = createRead(index, names, lexicon, settings);
  const score = createScore(index, entries.length, hasCard, settings);
  const findPair = createFindPair(kindOf, index, lexicon);

  return (text, { named = false, kinds }) => {
    const fits = (at: number) => kinds === undefined || kinds.includes(kindOf(at));
    const readings = sentencesOf(text, settings.sentences).map((sentence): Sentence => {
      const reading = read(sentence);
      return { ...reading, open: !reading.contents.some(isRiddle) && asksAround(sentence, lexicon) };
    });
    if (readings.some(({ typed }) => typed.some((word) => lexicon.isWithheld(word)))) return nothing;
    const told = readings.reduce((sum, reading) => sum + toldBy(reading), 0);
    /** A sentence counts by what it tells: "how open is that?" less than the sentence before it. */
    const partOf = (reading: Reading) => (told === 0 ? 0 : toldBy(reading) / told);

    for (const reading of settings.pairs ? readings : []) {
      const pair = findPair(reading, { fits, named });
      if (pair === undefined) continue;
      const total = score.pair(reading, pair) * partOf(reading);
      const found = pair.map(({ entry, text: phrase }) => foundOf(entry, total, whyOf(reading, phrase)));
      return { found, together: true, open: reading.open };
    }

    const candidates = new Map<number, Candidate>();
    for (const reading of readings) {
      const scored = score.entries(reading, fits);
      for (const one of settings.members
        ? membersFirst(scored, entryAt, settings.familyBesideMember)
        : scored) {
        const before = candidates.get(one.entry);
        const total = (before?.total ?? 0) + one.score * partOf(reading);
        const better = before === undefined || one.score > before.best.score;
        candidates.set(one.entry, {
          total,
          best: better ? one : before.best,
          reading: better ? reading : before.reading,
        });
      }
    }
    for (const near of readings.length === 1 ? readings.flatMap(nearNames) : []) {
      const { entry } = near.best;
      if (fits(entry) && near.total > (candidates.get(entry)?.total ?? 0)) candidates.set(entry, near);
    }
    const ranked = [...candidates.values()].sort((a, b) => b.total - a.total).slice(0, mostFound);
    const [first] = ranked;
    return {
      found: ranked.map(({ best, total, reading }) =>
        foundOf(best.entry, total * best.gate, whyOf(reading, best.phrase)),
      ),
      together: false,
      open: first?.reading.open === true && !first.best.weak,
      chance: !named && isChance(readings),
    };
  };

  function foundOf(at: number, total: number, why: Why): Found {
    return { key: entries[at]?.[0] ?? "claim:", score: total, why };
  }

  /** Entries whose name comes near to a sentence as a whole. */
  function nearNames(reading: Sentence): readonly Candidate[] {
    const { contents, typed, understood } = reading;
    if (!settings.typos || understood || contents.some(({ beyond }) => beyond)) return [];
    const bare = typed.filter((word) => !lexicon.isStopword(word));
    if (bare.length > names.mostWords) return [];
    return [...new Set([spellingOf(typed), spellingOf(bare)])].flatMap((spelling) =>
      names.dictionary.near(spelling, true).flatMap(({ word, similarity }) =>
        names.exact(word).flatMap(({ entry, text, weak }): Candidate | readonly never[] => {
          if (weak) return [];
          const best = { entry, score: similarity, phrase: text, weak, gate: 1 };
          return {
            total: similarity,
            best,
            reading: { ...reading, corrected: [[spelling, text]], unknown: [] },
          };
        }),
      ),
    );
  }
}

function isRiddle({ concept, beyond }: Content): boolean {
  return concept === undefined || beyond;
}

/** One ordinary word beside riddles: "how high is the eiffel tower" asks for no high score in a benchmark. */
function isChance(readings: readonly Reading[]): boolean {
  const contents = readings.flatMap((reading) => reading.contents);
  const known = contents.filter((content) => !isRiddle(content)).length;
  const names = readings.some(({ mentions }) => mentions.some(({ weak }) => !weak));
  return known < 2 && known < contents.length && !names;
}

function toldBy({ contents }: Reading): number {
  return contents.reduce((sum, { concept, weight }) => sum + (concept === undefined ? 0 : weight), 0);
}

function whyOf({ corrected, unknown }: Reading, phrase: string): Why {
  return { phrase, corrected, unknown };
}
