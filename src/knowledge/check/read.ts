import { Library } from "../schema.ts";
import { checkAddresses } from "./addresses.ts";
import { checkMissingSources, checkTermDates, checkWeakSources } from "./evidence.ts";
import { printFaults, type Fault } from "./faults.ts";
import { checkLicences, checkReasons } from "./findings.ts";
import { checkIds } from "./ids.ts";
import type { Files, Kind } from "./layout.ts";
import { checkNames } from "./names.ts";
import { checkFamilyNames, checkOrder } from "./order.ts";
import { pagesOf, readPages, type KnownPage } from "./pages.ts";
import { checkReferences } from "./references.ts";
import type { Pages } from "./select.ts";

const rules: readonly ((pages: Pages) => readonly Fault[])[] = [
  checkReferences,
  checkIds,
  checkNames,
  checkReasons,
  checkLicences,
  checkWeakSources,
  checkTermDates,
  checkMissingSources,
  checkAddresses,
  checkOrder,
  checkFamilyNames,
];

/** The library, or one printed line for everything that is wrong with it. */
export type Outcome =
  | { readonly library: Library }
  | { readonly library?: undefined; readonly faults: readonly string[] };

/** Reads and judges all of `knowledge/`. */
export function readKnowledge(files: Files): Outcome {
  const { known, faults } = readPages(files);
  const pages = pagesOf(known);
  const all = [...faults, ...rules.flatMap((rule) => rule(pages))];
  return all.length > 0 ? { faults: printFaults(all) } : { library: libraryOf(known) };
}

function libraryOf(known: readonly KnownPage[]): Library {
  const named = (kind: Kind): Readonly<Record<string, unknown>> =>
    Object.fromEntries(known.filter((page) => page.kind === kind).map(({ name, page }) => [name, page.data]));
  return Library.parse({
    families: named("family"),
    terms: named("terms"),
    claims: named("claims")["claims"],
    events: named("events")["events"],
    article: named("article")["article"],
    licences: named("licences")["licences"],
    scorecard: named("scorecard")["scorecard"],
    sources: named("sources")["sources"],
    stopwords: named("stopwords")["stopwords"],
    synonyms: named("synonyms")["synonyms"],
  });
}
