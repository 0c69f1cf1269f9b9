import { states } from "../../chat.ts";
import { at, faultAt, isRecord, type Fault } from "./faults.ts";
import { didYouMean } from "./nearest.ts";
import { select, type Pages, type Spot } from "./select.ts";

/** What the licence's class says about the part "licence" of a scorecard. */
const stateByClass: Readonly<Record<string, string>> = {
  open: "open",
  restricted: "partial",
  proprietary: "closed",
};

/** Every state of a scorecard has a reason that says the same. */
export function checkReasons(pages: Pages): readonly Fault[] {
  const [scorecard] = pages.of("scorecard");
  if (scorecard === undefined) return [];
  return select(pages, "family", "models.*.dims.*").flatMap(({ page, path, value }) => {
    const part = String(path.at(-1));
    const reasons = at(scorecard.data, ["parts", part, "reasons"]);
    const [reason, state] = [at(value, ["reason"]), at(value, ["state"])];
    if (typeof reason !== "string" || state === "unknown" || !isRecord(reasons)) return [];
    const due = at(reasons, [reason, "state"]);
    if (due === undefined) {
      const hint = didYouMean(reason, Object.keys(reasons));
      const words = `no reason "${reason}" of ${part}; use one of ${part} in knowledge/scorecard.yaml: ${Object.keys(reasons).join(", ")}${hint}`;
      return faultAt(page, [...path, "reason"], words);
    }
    // A misspelt state is told by the schema.
    const known = states.find((word) => word === state);
    if (known === undefined || known === due || typeof due !== "string") return [];
    const words = `"${known}" does not fit the reason ${reason}, which means "${due}"; change one of the two`;
    return faultAt(page, [...path, "state"], words);
  });
}

/** The state of the licence follows from its class. */
export function checkLicences(pages: Pages): readonly Fault[] {
  const [licences] = pages.of("licences");
  return select(pages, "family", "models.*").flatMap(({ page, path, value }: Spot) => {
    const [licence, state] = [at(value, ["licence"]), at(value, ["dims", "licence", "state"])];
    if (typeof licence !== "string" || typeof state !== "string" || state === "unknown") return [];
    const kind = at(licences?.data, ["licences", licence, "class"]);
    const due = typeof kind === "string" ? stateByClass[kind] : undefined;
    if (due === undefined || due === state) return [];
    const words = `"${state}" does not fit the licence ${licence}, whose class is "${String(kind)}"; write "${due}" or correct the licence`;
    return faultAt(page, [...path, "dims", "licence", "state"], words);
  });
}
