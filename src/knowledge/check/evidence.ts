import { at, faultAt, type Fault } from "./faults.ts";
import type { Kind } from "./layout.ts";
import { select, type Pages } from "./select.ts";

const answers: readonly (readonly [kind: Kind, where: string])[] = [
  ["family", "models.*.dims.*.source"],
  ["family", "models.*.releases.*.sources"],
  ["terms", "terms.*.source"],
  ["claims", "claims.*.check.sources"],
  ["events", "developments.*.sources"],
  ["events", "timeline.*.sources"],
];

/** Weak sources document a conflict; they never carry an answer alone. */
export function checkWeakSources(pages: Pages): readonly Fault[] {
  const isWeak = (id: unknown): boolean => at(sourceOf(pages, id), ["tier"]) === "weak";
  return answers.flatMap(([kind, where]) =>
    select(pages, kind, where).flatMap(({ page, path, value }) => {
      const ids = Array.isArray(value) ? value : [value];
      if (ids.length === 0 || !ids.every(isWeak)) return [];
      return faultAt(
        page,
        path,
        `rests only on weak sources (${ids.join(", ")}); add or choose a better one`,
      );
    }),
  );
}

/** A term's only source shows its date on the card. */
export function checkTermDates(pages: Pages): readonly Fault[] {
  return select(pages, "terms", "terms.*.source").flatMap(({ page, path, value }) => {
    const source = sourceOf(pages, value);
    if (source === undefined || at(source, ["date"]) !== undefined) return [];
    const words = `the source "${String(value)}" has no date; give it one in knowledge/sources.yaml or choose another`;
    return faultAt(page, path, words);
  });
}

/** Only what cannot be checked may go without sources, and in the timeline only the article itself. */
export function checkMissingSources(pages: Pages): readonly Fault[] {
  const claims = select(pages, "claims", "claims.*.check").filter(
    ({ value }) =>
      at(value, ["status"]) !== "unverifiable" || at(value, ["at_publication"]) !== "unverifiable",
  );
  const events = select(pages, "events", "timeline.*").filter(({ value }) => at(value, ["article"]) !== true);
  return [
    ...claims.map((spot) => ({
      ...spot,
      words: "has no source; add one, or set both statuses to unverifiable",
    })),
    ...events.map((spot) => ({ ...spot, words: "has no source; add one" })),
  ].flatMap(({ page, path, value, words }) => {
    const sources = at(value, ["sources"]);
    return Array.isArray(sources) && sources.length === 0 ? faultAt(page, [...path, "sources"], words) : [];
  });
}

function sourceOf(pages: Pages, id: unknown): unknown {
  return at(pages.of("sources")[0]?.data, ["sources", String(id)]);
}
