import type { EntryKind } from "../chat.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Found, Scope, Why } from "./finding.ts";
import { createLexicon } from "./lexicon.ts";
import { membersFirst } from "./members.ts";
import { spellingOf, type Names } from "./names.ts";
import { createFindPair } from "./pair.ts";
import { createPhraseIndex } from "./phrase-index.ts";
import { asksAround } from "./question.ts";
import { createRead, type Reading } from "./read.ts";
import { createScore } from "./score.ts";
import { sentencesOf } from "./sentences.ts";
import type { Settings } from "./settings.ts";

export interface Ranking {
  /** Best first; nothing when the message is about what is withheld. */
  readonly found: readonly Found[];
  /** The first two are asked about together. */
  readonly together: boolean;
  /** The sentence that led to the best asks whoever may know, and not by an ordinary word alone. */
  readonly asked: boolean;
}

/** What a message may be about. */
export type Rank = (text: string, scope: Scope) => Ranking;

interface Candidate {
  readonly entry: number;
  readonly total: number;
  readonly gate: number;
  /** In the sentence that fits best. */
  readonly best: number;
  readonly asked: boolean;
  readonly why: Why;
}

/** More are never shown. */
const mostFound = 5;
const nothing: Ranking = { found: [], together: false, asked: false };

export function createRank(knowledge: Knowledge, names: Names, settings: Settings): Rank {
  const entries = [...knowledge.entries];
  const entryAt = (at: number) => entries[at]?.[1];
  const kindOf = (at: number): EntryKind => entryAt(at)?.type ?? "claim";
  const hasCard = (at: number) => kindOf(at) === "model" || kindOf(at) === "family";
  const lexicon = createLexicon(knowledge, settings);
  const index = createPhraseIndex(knowledge, names, lexicon);
  const read = createRead(index, names, lexicon, settings);
  const score = createScore(index, hasCard, settings);
  const findPair = createFindPair(kindOf, index, lexicon);

  return (text, { named = false, kinds }) => {
    const fits = (at: number) => kinds === undefined || kinds.includes(kindOf(at));
    const readings = sentencesOf(text, settings.sentences).map((sentence) => ({
      ...read(sentence),
      asked: asksAround(sentence, lexicon),
    }));
    if (readings.some(({ typed }) => typed.some((word) => lexicon.isWithheld(word)))) return nothing;
    const told = readings.reduce((sum, reading) => sum + toldBy(reading), 0);
    /** A sentence counts by what it tells: "how open is that?" less than the sentence before it. */
    const partOf = (reading: Reading) => (told === 0 ? 0 : toldBy(reading) / told);

    for (const reading of settings.pairs ? readings : []) {
      const pair = findPair(reading, { fits, named });
      if (pair === undefined) continue;
      const total = score.pair(reading, pair) * partOf(reading);
      const found = pair.map(({ entry, text: phrase }) => foundOf(entry, total, whyOf(reading, phrase)));
      return { found, together: true, asked: reading.asked };
    }

    const candidates = new Map<number, Candidate>();
    for (const reading of readings) {
      const scored = score.entries(reading, fits);
      for (const one of settings.members
        ? membersFirst(scored, entryAt, settings.familyBesideMember)
        : scored) {
        const before = candidates.get(one.entry);
        const total = (before?.total ?? 0) + one.score * partOf(reading);
        const asked = reading.asked && !one.weak;
        candidates.set(
          one.entry,
          before === undefined || one.score > before.best
            ? { ...one, total, best: one.score, asked, why: whyOf(reading, one.phrase) }
            : { ...before, total },
        );
      }
    }
    for (const near of readings.length === 1 ? readings.flatMap(nearNames) : []) {
      if (fits(near.entry) && near.total > (candidates.get(near.entry)?.total ?? 0)) {
        candidates.set(near.entry, near);
      }
    }
    const ranked = [...candidates.values()].toSorted((a, b) => b.total - a.total).slice(0, mostFound);
    return {
      found: ranked.map(({ entry, total, gate, why }) => foundOf(entry, total * gate, why)),
      together: false,
      asked: ranked[0]?.asked === true,
    };
  };

  function foundOf(at: number, total: number, why: Why): Found {
    return { key: entries[at]?.[0] ?? "claim:", score: total, why };
  }

  /** Entries whose name comes near to a sentence as a whole. */
  function nearNames({ asked, contents, typed, understood }: Reading & { readonly asked: boolean }) {
    if (!settings.typos || understood || contents.some(({ beyond }) => beyond)) return [];
    const bare = typed.filter((word) => !lexicon.isStopword(word));
    if (bare.length === 0 || bare.length > names.mostWords) return [];
    return [...new Set([spellingOf(typed), spellingOf(bare)])].flatMap((spelling) =>
      names.dictionary.near(spelling, true).flatMap(({ word, similarity: total }) =>
        names.exact(word).flatMap(({ entry, text, weak }): Candidate | readonly never[] => {
          const why: Why = { phrase: text, corrected: [[spelling, text]], unknown: [] };
          return weak ? [] : { entry, total, best: total, gate: 1, asked, why };
        }),
      ),
    );
  }
}

function toldBy({ contents }: Reading): number {
  return contents.reduce((sum, { concept, weight }) => sum + (concept === undefined ? 0 : weight), 0);
}

function whyOf({ corrected, unknown }: Reading, phrase: string): Why {
  return { phrase, corrected, unknown };
}
