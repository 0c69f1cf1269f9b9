import { states, type State } from "../../chat.ts";
import { at, faultAt, isRecord, type Fault } from "./faults.ts";
import { didYouMean } from "./nearest.ts";
import { select, type Pages } from "./select.ts";

/** What the licence's class says about the part "licence" of a scorecard. */
const stateByClass: Readonly<Record<string, string>> = {
  open: "open",
  restricted: "partial",
  proprietary: "closed",
};

/** Every state of a scorecard has a reason that says the same. */
export function checkReasons(pages: Pages): readonly Fault[] {
  const [scorecard] = pages.of("scorecard");
  return select(pages, "family", "models.*.dims.*").flatMap(({ page, path, value }) => {
    const part = String(path.at(-1));
    const reasons = at(scorecard?.data, ["parts", part, "reasons"]);
    const [reason, state] = [at(value, ["reason"]), stateOf(value)];
    if (typeof reason !== "string" || state === "unknown" || !isRecord(reasons)) return [];
    if (!Object.hasOwn(reasons, reason)) {
      const hint = didYouMean(reason, Object.keys(reasons));
      const words = `no reason "${reason}" of ${part}; use one of ${part} in knowledge/scorecard.yaml: ${Object.keys(reasons).join(", ")}${hint}`;
      return faultAt(page, [...path, "reason"], words);
    }
    const due = stateOf(at(reasons, [reason]));
    if (state === undefined || due === undefined || state === due) return [];
    const words = `"${state}" does not fit the reason ${reason}, which means "${due}"; change one of the two`;
    return faultAt(page, [...path, "state"], words);
  });
}

/** The state of the licence follows from its class. */
export function checkLicences(pages: Pages): readonly Fault[] {
  const [licences] = pages.of("licences");
  return select(pages, "family", "models.*").flatMap(({ page, path, value }) => {
    const [licence, state] = [String(at(value, ["licence"])), stateOf(at(value, ["dims", "licence"]))];
    const kind = String(at(licences?.data, ["licences", licence, "class"]));
    const due = stateByClass[kind];
    if (state === undefined || state === "unknown" || due === undefined || state === due) return [];
    const words = `"${state}" does not fit the licence ${licence}, whose class is "${kind}"; write "${due}" or correct the licence`;
    return faultAt(page, [...path, "dims", "licence", "state"], words);
  });
}

/** What is no state is told by the schema. */
function stateOf(finding: unknown): State | undefined {
  return states.find((state) => state === at(finding, ["state"]));
}
