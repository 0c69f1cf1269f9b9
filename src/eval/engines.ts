import Fuse, { type IFuseOptions } from "fuse.js";
import MiniSearch from "minisearch";
import { languages, type EntryKey } from "../chat.ts";
import { namesOf, type Knowledge } from "../knowledge/knowledge.ts";
import { createFind } from "../search/find.ts";
import { createLexicon } from "../search/lexicon.ts";
import { createNames } from "../search/names.ts";
import { createPhraseIndex, textsOf } from "../search/phrase-index.ts";
import { settings } from "../search/settings.ts";
import { wordsOf } from "../search/words.ts";
import { everything } from "./calibrate.ts";

export interface Hit {
  readonly key: string;
  /** Higher is better; only comparable within one engine. */
  readonly score: number;
}

export interface Engine {
  readonly name: string;
  /** Best first, each entry once. */
  readonly search: (question: string) => readonly Hit[];
}

/** Makes an engine of the entries; what it costs is its building time. */
export type Build = (knowledge: Knowledge) => Engine;

interface Document {
  readonly id: EntryKey;
  readonly names: readonly string[];
  readonly questions: readonly string[];
  readonly text: string;
}

function documentsOf(knowledge: Knowledge): readonly Document[] {
  return [...knowledge.entries].map(([id, entry]) => {
    const { strong, weak } = namesOf(entry);
    const statement = entry.type === "claim" ? languages.map((language) => entry[language]) : [];
    const questions = languages.flatMap((language) => entry.questions?.[language] ?? []);
    return {
      id,
      names: [...strong, ...weak],
      questions: [...statement, ...questions],
      text: textsOf(entry).join(" "),
    };
  });
}

export const ours: Build = (knowledge) => {
  const find = createFind(knowledge, settings, everything);
  return { name: "Openness", search: (question) => find(question).found };
};

const stockFuse: Build = (knowledge) => fuseEngine("fuse.js, stock", knowledge, {});

const tokenFuse: Build = (knowledge) =>
  fuseEngine("fuse.js, token search", knowledge, { useTokenSearch: true, threshold: 0.3 });

function fuseEngine(name: string, knowledge: Knowledge, options: IFuseOptions<Document>): Engine {
  const keys = [
    { name: "names", weight: 3 },
    { name: "questions", weight: 2 },
    { name: "text", weight: 1 },
  ];
  const fuse = new Fuse(documentsOf(knowledge), { includeScore: true, keys, ...options });
  return {
    name,
    search: (question) =>
      fuse.search(question, { limit: 5 }).map(({ item, score = 1 }) => ({ key: item.id, score: 1 - score })),
  };
}

const tunedMiniSearch: Build = (knowledge) => {
  const mini = new MiniSearch({
    fields: ["names", "questions", "text"],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { names: 2, questions: 1, text: 0.5 } },
  });
  mini.addAll(
    documentsOf(knowledge).map(({ id, names, questions, text }) => ({
      id,
      names: names.join("\n"),
      questions: questions.join("\n"),
      text,
    })),
  );
  return {
    name: "MiniSearch, tuned",
    search: (question) => mini.search(question).map(({ id, score }) => ({ key: String(id), score })),
  };
};

/** Our phrases, stop words, stems and synonyms, ranked by MiniSearch. */
const analysedMiniSearch: Build = (knowledge) => {
  const lexicon = createLexicon(knowledge, settings);
  const keys = [...knowledge.entries.keys()];
  const { phrases } = createPhraseIndex(knowledge, createNames(knowledge), lexicon);
  const mini = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => {
      const words = wordsOf(text);
      return lexicon
        .conceptsOf(words)
        .filter(({ start, end }) => end > start + 1 || !lexicon.isStopword(words[start] ?? ""))
        .map(({ name }) => name);
    },
    processTerm: (term) => term,
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  mini.addAll(phrases.map(({ text }, id) => ({ id, text })));
  return {
    name: "MiniSearch, our analysis",
    search: (question) => {
      const best = new Map<string, number>();
      for (const { id, score } of mini.search(question)) {
        const key = keys[phrases[Number(id)]?.entry ?? -1] ?? "";
        if (!best.has(key)) best.set(key, score);
      }
      return [...best].map(([key, score]) => ({ key, score }));
    },
  };
};

export const peers = { stockFuse, tokenFuse, tunedMiniSearch, analysedMiniSearch };
