import type { Claim, Entry, Family, Knowledge, Model, Term } from "../../src/knowledge/knowledge.ts";
import { createLexicon } from "../../src/search/lexicon.ts";
import { createNames } from "../../src/search/names.ts";
import { createPhraseIndex } from "../../src/search/phrase-index.ts";
import { createRead } from "../../src/search/read.ts";
import { settings as standard, type Settings } from "../../src/search/settings.ts";
import { fewEntries, knowledge as real } from "./few.ts";

/** A few made-up entries and words, so that what the search makes of them can be worked out by hand. */
const [someModel] = real.models.values();
const [someClaim] = real.claims.values();

interface Said {
  readonly aliases?: readonly string[];
  readonly weak?: readonly string[];
  readonly questions?: readonly string[];
  /** What it says at length, in German where there are two. */
  readonly text?: string;
  readonly german?: string;
}

const english = (texts: readonly string[] = []) => ({ en: [...texts], de: [] });
const asked = ({ questions }: Said) => (questions === undefined ? undefined : english(questions));

export function term(name: string, said: Said = {}): Term {
  return {
    type: "term",
    group: "all",
    id: idOf(name),
    term: { en: name, de: name },
    aliases: english(said.aliases),
    weak_aliases: english(said.weak),
    questions: asked(said),
    definition: { en: said.text ?? "", de: said.german ?? "" },
    related: [],
    source: "none",
  };
}

export function model(name: string, familyId: string, said: Said & { readonly vendor?: string } = {}): Model {
  if (someModel === undefined) throw new Error("no models");
  return {
    ...someModel,
    id: idOf(name),
    name,
    family: familyId,
    vendor: said.vendor ?? "Nobody",
    aliases: [...(said.aliases ?? [])],
    weak_aliases: [...(said.weak ?? [])],
    questions: asked(said),
    note: { en: said.text ?? "", de: said.german ?? "" },
  };
}

export function family(name: string, members: readonly Model[], said: Said = {}): Family {
  return {
    type: "family",
    id: idOf(name),
    name,
    aliases: said.aliases ?? [],
    weak_aliases: said.weak ?? [],
    questions: asked(said),
    members,
  };
}

export function claim(title: string, statement: string, said: Said = {}): Claim {
  if (someClaim === undefined) throw new Error("no claims");
  const { since: _, ...check } = someClaim.check;
  return {
    ...someClaim,
    id: idOf(title),
    title: { en: title, de: title },
    en: statement,
    de: statement,
    questions: asked(said),
    check: { ...check, why: { en: said.text ?? "", de: said.german ?? "" } },
  };
}

/** The knowledge that holds these entries and nothing else, in this order. */
export function knowledgeOf(entries: readonly Entry[]): Knowledge {
  return {
    ...fewEntries(...entries),
    stopwords: {
      en: {
        grammar:
          "a an the is are of on in it by and or than from that not who which how do does many so only",
        chat: "please really hello versus difference between you anyone what",
        asking: "is are which how what who does",
        around: "anyone",
        contrasting: "versus difference",
        joining: "and or than versus from",
        addressing: "you",
        circumstance: "who many",
        beyond: "price weather",
      },
      de: {
        grammar: "der die das ist und oder mit",
        chat: "bitte wirklich unterschied",
        asking: "ist was wer",
        around: "jemand",
        contrasting: "unterschied",
        joining: "und oder",
        addressing: "du",
        circumstance: "wer",
        beyond: "preis wetter",
      },
      withheld: "secret geheim",
    },
    synonyms: {
      groups: [
        { card: true, en: "licence, license, permit", de: "lizenz" },
        { card: true, en: "open source, source open code", de: "quelloffen" },
        { en: "source, origin", de: "quelle" },
        { card: true, en: "price, prize money", de: "preis" },
        { en: "boat, rowing boat" },
        { card: true, en: "engine, motor" },
        { card: true, en: "cargo" },
        { card: true, en: "rudder" },
        { en: "narrow, only open" },
        { en: "origin, license" },
      ],
    },
  };
}

/** The parts of the search over these entries. Made anew by each test, so that it notices faults in their making. */
export function searchOf(entries: readonly Entry[], changes: Partial<Settings> = {}) {
  const knowledge = knowledgeOf(entries);
  const settings = { ...standard, ...changes };
  const names = createNames(knowledge);
  const lexicon = createLexicon(knowledge, settings);
  const index = createPhraseIndex(knowledge, names, lexicon);
  return {
    lexicon,
    index,
    read: createRead(index, names, lexicon, settings),
    /** The number of what one or several words mean. */
    conceptOf: (words: string) => index.idOf(lexicon.conceptsOf(words.split(" "))[0]?.name ?? ""),
  };
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
