import type { Library } from "./schema.ts";

/** How much there is of everything, as an aligned table. */
export function countsTable(library: Library): string {
  const families = Object.values(library.families);
  const sources = Object.values(library.sources.sources);
  const several = families.filter(({ models }) => models.length > 1).length;
  const cited = sources.filter(({ read }) => read === "cited").length;
  const weak = sources.filter(({ tier }) => tier === "weak").length;
  const groups = Object.values(library.terms);
  const rows: readonly (readonly [what: string, count: number, note?: string])[] = [
    ["claims", library.claims.claims.length],
    ["terms", groups.flatMap(({ terms }) => terms).length, `in ${groups.length} groups`],
    ["models", families.flatMap(({ models }) => models).length],
    ["families", families.length, `${several} with several models`],
    ["licences", Object.keys(library.licences.licences).length],
    ["sources", sources.length, `${cited} only cited and never opened, ${weak} weak and never shown`],
    ["developments", Object.keys(library.events.developments).length],
    ["events", library.events.timeline.length],
  ];
  return rows
    .map(([what, count, note]) => `${what.padEnd(12)} ${String(count).padStart(4)}  ${note ?? ""}`.trimEnd())
    .join("\n");
}
