import type { Language } from "../../src/chat.ts";
import { openLibrary } from "../../src/knowledge/load.ts";
import {
  entryKey,
  openKnowledge,
  type Claim,
  type Entry,
  type Family,
  type Knowledge,
  type Model,
  type Term,
} from "../../src/knowledge/knowledge.ts";

/** Without the bot of `../chat.ts`, whose making takes longer than all of these tests. */
export const knowledge = openKnowledge(openLibrary());

/** The real word lists with a few entries, for tests that say what is in them. */
export function fewEntries(...entries: readonly Entry[]): Knowledge {
  return { ...knowledge, entries: new Map(entries.map((entry) => [entryKey(entry), entry])) };
}

type Named = { readonly id: string; readonly aliases?: readonly string[]; readonly weak?: readonly string[] };
type ByLanguage = Readonly<Record<Language, readonly string[]>>;

const none: ByLanguage = { en: [], de: [] };
const [anyTerm] = knowledge.terms.values();
const [anyClaim] = knowledge.claims.values();
const [anyModel] = knowledge.models.values();

/** The first name in each language is shown, the others are aliases. */
export function term(id: string, names: ByLanguage, weak: ByLanguage = none): Term {
  if (anyTerm === undefined) throw new Error("no terms");
  const [[en = "", ...english], [de = "", ...german]] = [names.en, names.de];
  const aliases = { en: english, de: german };
  return { ...anyTerm, id, term: { en, de }, aliases, weak_aliases: { en: [...weak.en], de: [...weak.de] } };
}

export function claim(id: string, en: string, de: string): Claim {
  if (anyClaim === undefined) throw new Error("no claims");
  return { ...anyClaim, id, title: { en, de } };
}

export function model(name: string, ofFamily: string, { id, aliases = [], weak = [] }: Named): Model {
  if (anyModel === undefined) throw new Error("no models");
  return { ...anyModel, family: ofFamily, id, name, aliases: [...aliases], weak_aliases: [...weak] };
}

export function family(name: string, { id, aliases = [], weak = [] }: Named): Family {
  return { type: "family", id, name, aliases, weak_aliases: weak, questions: undefined, members: [] };
}
