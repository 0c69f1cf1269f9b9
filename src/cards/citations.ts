import type { Language, Source } from "../chat.ts";
import type { Knowledge, SourceRecord } from "../knowledge/knowledge.ts";
import { readings, tiers } from "../knowledge/vocabulary.ts";
import { phrases } from "../phrases.ts";
import { firstDay, formatDate, lastDay } from "./dates.ts";

/** Numbers the sources of one answer in the order in which they are cited. */
export interface Citations {
  /** Positions to put behind a statement; weak and unknown sources are left out. */
  cite(...ids: readonly string[]): readonly number[];
  list(): readonly Source[];
}

export function citations(knowledge: Knowledge, language: Language): Citations {
  const cited: string[] = [];
  const position = (id: string): number => {
    const known = cited.indexOf(id);
    return known === -1 ? cited.push(id) : known + 1;
  };
  return {
    cite: (...ids) => ids.filter((id) => isShown(knowledge.sources.get(id))).map(position),
    list: () => cited.flatMap((id) => sourceOf(knowledge, id, language)),
  };
}

/**
 * The strongest sources first: by tier, then by how far we read them. Weak ones are never shown. Of a statement about
 * the day `since`, pages that are older cannot tell and come last.
 */
export function strongest(knowledge: Knowledge, ids: readonly string[], since?: string): readonly string[] {
  const rank = (id: string): number => {
    const source = knowledge.sources.get(id);
    if (source === undefined) return Infinity;
    const tooOld = since !== undefined && source.date !== undefined && lastDay(source.date) < firstDay(since);
    return (tooOld ? 100 : 0) + tiers.indexOf(source.tier) * 10 + readings.indexOf(source.read);
  };
  return [...new Set(ids)]
    .filter((id) => isShown(knowledge.sources.get(id)))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** As shown on a card; a page that nobody here has opened says so. */
export function sourceOf(knowledge: Knowledge, id: string, language: Language): readonly Source[] {
  const source = knowledge.sources.get(id);
  if (source === undefined) return [];
  const { title, publisher, url, date, read } = source;
  return [
    {
      title,
      publisher,
      url,
      ...(date === undefined ? {} : { date: formatDate(date, language) }),
      ...(read === "cited" ? { note: phrases[language].readings.cited } : {}),
    },
  ];
}

function isShown(source: SourceRecord | undefined): boolean {
  return source !== undefined && source.tier !== "weak";
}
