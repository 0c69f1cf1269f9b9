import {
  type Button,
  type Choice,
  type EntryKind,
  type Language,
  longestButtonText,
  type Request,
} from "../chat.ts";
import { nameOf, type Entry, type Knowledge } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import type { Complete } from "../search/complete.ts";
import type { Find } from "../search/find.ts";
import type { Mentions } from "../search/mentions.ts";

/** What answers are looked up in. */
export interface Lookup {
  readonly knowledge: Knowledge;
  readonly find: Find;
  readonly mentions: Mentions;
  readonly complete: Complete;
  /** The day on which an answer is given, "2026-11-22": old evidence is marked as such. */
  readonly today: () => string;
}

/** What one answer is drawn from. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly today: string;
}

export function contextOf({ knowledge, today }: Lookup, { language }: Request): Context {
  return { knowledge, language, today: today() };
}

/** Choices for an argument that names an entry. */
export function entryChoices(
  lookup: Lookup,
  request: Request,
  kinds: readonly EntryKind[],
): readonly Choice[] {
  return lookup.complete(request.text, kinds, request.language).flatMap((key) => {
    const entry = lookup.knowledge.entries.get(key);
    return entry === undefined ? [] : [{ label: nameOf(entry, request.language), value: entry.id }];
  });
}

/** The question that opens an entry's own card. */
export function openEntry(entry: Entry, language: Language): Button {
  const name = nameOf(entry, language);
  switch (entry.type) {
    case "model":
    case "family":
      return { label: name, command: "openness", text: entry.id, pick: true };
    case "term":
      return { label: name, command: "define", text: entry.id, pick: true };
    case "claim":
      return {
        label: phrases[language].claim.label(name),
        command: "claims",
        text: entry.id,
        pick: true,
      };
  }
}

/** The same card in the other language; none for a question that is too long for a button. */
export function otherLanguage(command: string, text: string, language: Language): readonly Button[] {
  if (text.length > longestButtonText) return [];
  const other = language === "en" ? "de" : "en";
  return [{ label: phrases[language].language.other, command, text, language: other }];
}
