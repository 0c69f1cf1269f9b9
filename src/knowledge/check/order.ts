import { at, faultAt, type Fault } from "./faults.ts";
import { select, within, type Pages, type Spot } from "./select.ts";

/** Readers of the files, and of the timeline, rely on the oldest coming first. */
export function checkOrder(pages: Pages): readonly Fault[] {
  const lists = [
    select(pages, "events", "timeline.*.date"),
    ...select(pages, "family", "models").map((models) => within(models, "*").map(firstDate)),
  ];
  return lists.flatMap(misplaced);
}

/** When people first heard of a model, as in `firstDate` of the loaded knowledge. */
function firstDate({ page, path, value }: Spot): Spot {
  const announced = ["releases", 0, "announced"];
  const here = at(value, announced) === undefined ? ["released"] : announced;
  return { page, path: [...path, ...here], value: at(value, here) };
}

function misplaced(dates: readonly Spot[]): readonly Fault[] {
  return dates.flatMap(({ page, path, value }, position) => {
    const later = dates.slice(0, position).find((earlier) => isLater(earlier.value, value));
    if (later === undefined) return [];
    const words = `${String(value)} stands below ${String(later.value)}; move it up, the oldest comes first`;
    return faultAt(page, path, words);
  });
}

/** Dates of different precision count as equal when one contains the other: 2026-05 and 2026-05-18. */
function isLater(a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false;
  return a.slice(0, b.length) > b;
}

/** Several models can only be asked about together by the name that they share. */
export function checkFamilyNames(pages: Pages): readonly Fault[] {
  return pages.of("family").flatMap((page) => {
    const [models, name] = [at(page.data, ["models"]), at(page.data, ["name"])];
    if (!Array.isArray(models) || models.length < 2 || name !== undefined) return [];
    return faultAt(page, ["name"], `is missing, but the family has ${models.length} models; add it`);
  });
}
