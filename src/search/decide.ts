import type { Finding, Scope } from "./finding.ts";
import type { Ranking } from "./rank.ts";
import type { Thresholds } from "./thresholds.ts";

const mostSuggested = 3;
const mostTopics = 2;

/** Sure enough to answer, to ask back, or neither. */
export function decide(
  { found, together, open }: Ranking,
  { overheard = false }: Scope,
  thresholds: Thresholds,
): Finding {
  const limits = overheard ? thresholds.overheard : thresholds.asked;
  const [first, second] = found;
  const best = first?.score ?? 0;
  const ahead =
    together ||
    second === undefined ||
    second.score < limits.lead * best ||
    (second.score === best && outranks(first, second));
  const sure = first !== undefined && best >= limits.answer && ahead;
  if (sure && (open || !overheard)) return { band: "answer", found, together, limits };
  if (overheard) return { band: "silent", found: [], together: false, limits };
  if (best >= thresholds.asked.suggest) {
    return { band: "suggest", found: found.slice(0, mostSuggested), together, limits };
  }
  return { band: "none", found: found.slice(0, mostTopics), together: false, limits };
}

/** Asked about a model and a claim alike, the model's card answers: it lists the claims about it. */
function outranks(first: Ranking["found"][number] | undefined, second: Ranking["found"][number]): boolean {
  return /^(model|family):/.test(first?.key ?? "") && second.key.startsWith("claim:");
}
