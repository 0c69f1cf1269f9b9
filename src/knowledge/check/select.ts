import { isRecord, type Page, type Path } from "./faults.ts";
import type { Kind } from "./layout.ts";

/** The pages that could be read. Their content may still be faulty: rules take what is there. */
export interface Pages {
  readonly of: (kind: Kind) => readonly Page[];
  /** True when no file of this kind is missing or unreadable, so that what is not found does not exist. */
  readonly complete: (kind: Kind) => boolean;
}

/** A value and where it stands. */
export interface Spot<Value = unknown> {
  readonly page: Page;
  readonly path: Path;
  readonly value: Value;
}

/** All values at a pattern such as `models.*.dims.*.source`, where `*` is any key or position. */
export function select(pages: Pages, kind: Kind, pattern: string): readonly Spot[] {
  return pages.of(kind).flatMap((page) => within({ page, path: [], value: page.data }, pattern));
}

/** Only the texts: the schema tells where something else stands. */
export function selectTexts(pages: Pages, kind: Kind, pattern: string): readonly Spot<string>[] {
  return select(pages, kind, pattern).filter((spot): spot is Spot<string> => typeof spot.value === "string");
}

/** The same below a spot. */
export function within(spot: Spot, pattern: string): readonly Spot[] {
  return pattern
    .split(".")
    .reduce<readonly Spot[]>((spots, step) => spots.flatMap((inner) => stepInto(inner, step)), [spot]);
}

function stepInto({ page, path, value }: Spot, step: string): readonly Spot[] {
  if (!isRecord(value)) return [];
  const all = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const keys = step === "*" ? all : all.filter((key) => key === step);
  return keys.map((key) => ({ page, path: [...path, key], value: value[key] }));
}

/** The ids at a pattern: keys where it ends in `*`, else the texts that stand there. */
export function idsAt(pages: Pages, kind: Kind, pattern: string): readonly string[] {
  return pattern.endsWith("*")
    ? select(pages, kind, pattern).map(({ path }) => String(path.at(-1)))
    : selectTexts(pages, kind, pattern).map(({ value }) => value);
}
