import { faultAt, type Fault } from "./faults.ts";
import type { Kind } from "./layout.ts";
import { selectTexts, type Pages } from "./select.ts";

const lists: readonly (readonly [kind: Kind, where: string])[] = [
  ["family", "models.*.id"],
  ["terms", "terms.*.id"],
  ["claims", "claims.*.id"],
  ["conflicts", "conflicts.*.id"],
];

/** Ids are stable and stand for one thing: none occurs twice in its collection, and withheld ones never come back. */
export function checkIds(pages: Pages): readonly Fault[] {
  const withheld = new Set(selectTexts(pages, "claims", "withheld.*").map(({ value }) => value));
  return lists.flatMap(([kind, where]) => {
    const first = new Map<string, string>();
    return selectTexts(pages, kind, where).flatMap(({ page, path, value }) => {
      if (withheld.has(value)) {
        return faultAt(page, path, `"${value}" is withheld and must not be used again; choose another id`);
      }
      const place = first.get(value);
      if (place !== undefined) {
        return faultAt(page, path, `"${value}" is already the id at ${place}; choose another id`);
      }
      first.set(value, `${page.file}:${page.lineOf(path)}`);
      return [];
    });
  });
}
