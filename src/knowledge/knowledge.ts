import type { EntryKey, EntryKind, Language } from "../chat.ts";
import { compare } from "./compare.ts";
import type { Library } from "./schema.ts";
import { verdict, type Verdict } from "./verdict.ts";

type FamilyRecord = Library["families"][string];
type TermRecord = Library["terms"][string]["terms"][number];
type Questions = NonNullable<TermRecord["questions"]>;

export type Model = FamilyRecord["models"][number] & { readonly type: "model"; readonly family: string };
/** Models that share a name: only where there are several. */
export type Family = {
  readonly type: "family";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly weak_aliases: readonly string[];
  readonly questions: Questions | undefined;
  /** Newest first. */
  readonly members: readonly Model[];
};
export type Term = TermRecord & { readonly type: "term"; readonly group: string };
export type Claim = Library["claims"]["claims"][number] & { readonly type: "claim" };
export type Entry = Model | Family | Term | Claim;

export type Development = Library["events"]["developments"][string];
export type Event = Library["events"]["timeline"][number];
type Licence = Library["licences"]["licences"][string];
export type SourceRecord = Library["sources"]["sources"][string];

export interface Knowledge {
  readonly entries: ReadonlyMap<EntryKey, Entry>;
  readonly models: ReadonlyMap<string, Model>;
  readonly families: ReadonlyMap<string, Family>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly developments: ReadonlyMap<string, Development>;
  readonly timeline: readonly Event[];
  readonly licences: ReadonlyMap<string, Licence>;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly groups: ReadonlyMap<string, { readonly en: string; readonly de: string }>;
  readonly article: Library["article"];
  readonly scorecard: Library["scorecard"];
  readonly stopwords: Library["stopwords"];
  readonly synonyms: Library["synonyms"];
}

export function entryKey(entry: { readonly type: EntryKind; readonly id: string }): EntryKey {
  return `${entry.type}:${entry.id}`;
}

/** What an entry is called on a card or a button. */
export function nameOf(entry: Entry, language: Language): string {
  switch (entry.type) {
    case "term":
      return entry.term[language];
    case "claim":
      return entry.title[language];
    case "model":
    case "family":
      return entry.name;
  }
}

/** Names by which people may ask for an entry, in all languages; `weak` ones are ordinary words. */
export function namesOf(entry: Entry): {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
} {
  switch (entry.type) {
    case "term": {
      const { term, aliases, weak_aliases: weak } = entry;
      return {
        strong: [entry.id, term.en, term.de, ...aliases.en, ...aliases.de],
        weak: weak === undefined ? [] : [...weak.en, ...weak.de],
      };
    }
    case "claim":
      return { strong: [entry.id, entry.title.en, entry.title.de], weak: [] };
    case "model":
    case "family": {
      const weak = entry.weak_aliases ?? [];
      const strong = [entry.id, entry.name, ...entry.aliases].filter((name) => !weak.includes(name));
      return { strong, weak };
    }
  }
}

/** When people first heard of a model: the announcement if it is known, else the release. */
function firstDate(model: Model): string {
  return model.releases?.[0]?.announced ?? model.released;
}

/** Turns the checked records into what commands and search look things up in. */
export function openKnowledge(library: Library): Knowledge {
  const models: Model[] = [];
  const families: Family[] = [];
  for (const [id, file] of Object.entries(library.families)) {
    const members = file.models.map((model): Model => ({ ...model, type: "model", family: id }));
    models.push(...members);
    if (file.name === undefined) continue;
    families.push({
      type: "family",
      id,
      name: file.name,
      aliases: file.aliases ?? [],
      weak_aliases: file.weak_aliases ?? [],
      questions: file.questions,
      members: members.toSorted((a, b) => compare(firstDate(b), firstDate(a))),
    });
  }
  const terms = Object.entries(library.terms).flatMap(([group, file]) =>
    file.terms.map((term): Term => ({ ...term, type: "term", group })),
  );
  const claims = library.claims.claims.map((claim): Claim => ({ ...claim, type: "claim" }));
  const entries: Entry[] = [...families, ...models, ...terms, ...claims];
  return {
    entries: new Map(entries.map((entry) => [entryKey(entry), entry])),
    models: byId(models),
    families: byId(families),
    terms: byId(terms),
    claims: byId(claims),
    developments: new Map(Object.entries(library.events.developments)),
    timeline: library.events.timeline,
    licences: new Map(Object.entries(library.licences.licences)),
    sources: new Map(Object.entries(library.sources.sources)),
    groups: new Map(Object.entries(library.terms).map(([group, file]) => [group, file.name])),
    article: library.article,
    scorecard: library.scorecard,
    stopwords: library.stopwords,
    synonyms: library.synonyms,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The verdict on a model, with the licence of its weights looked up. */
export function verdictOf(knowledge: Knowledge, model: Model): Verdict {
  const osiApproved = knowledge.licences.get(model.licence)?.osi_approved ?? null;
  return verdict({ parts: model.dims, osiApproved });
}
