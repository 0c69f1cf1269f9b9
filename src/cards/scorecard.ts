import { type Scorecard, type ScorecardRow, states } from "../chat.ts";
import { verdictOf, type Model } from "../knowledge/knowledge.ts";
import type { Verdict } from "../knowledge/verdict.ts";
import { parts } from "../knowledge/vocabulary.ts";
import { phrases } from "../phrases.ts";
import type { Context } from "./context.ts";
import { asOf } from "./dates.ts";

/** More would be too small to read where pictures are shown. */
export const mostRows = 5;

/** What a picture shows of models; of more than five the first five, and it says so. */
export function scorecardOf(context: Context, models: readonly Model[]): Scorecard {
  const words = phrases[context.language].scorecard;
  const shown = models.slice(0, mostRows);
  const columns = parts.map((part) => words.parts[part]);
  const rows = shown.map((model): ScorecardRow => ({
    name: model.name,
    label: labelOf(context, verdictOf(context.knowledge, model)),
    cells: parts.map((part) => {
      const mark = model.dims[part].state;
      return { mark, text: words.states[mark] };
    }),
  }));
  const footer = [
    ...(shown.length < models.length ? [words.more(shown.length, models.length)] : []),
    words.yardstick,
    asOf(datesOf(shown), context).asOf,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(" ");
  const alt = [...rows.map((row) => inWords(row, columns)), footer].join(" ");
  return { caption: words.caption, subject: words.subject, columns, rows, footer, alt };
}

/** "Grok-1 (Open weights): open: Weights, Licence; closed: Data." */
function inWords({ name, label, cells }: ScorecardRow, columns: readonly string[]): string {
  const groups = states.flatMap((state) => {
    const names = columns.filter((_, index) => cells[index]?.mark === state);
    const word = cells.find(({ mark }) => mark === state)?.text ?? "";
    return names.length === 0 ? [] : [`${word}: ${names.join(", ")}`];
  });
  return `${name} (${label}): ${groups.join("; ")}.`;
}

export function labelOf({ knowledge, language }: Context, { label }: Verdict): string {
  const name = knowledge.scorecard.labels[label.id][language];
  return label.gated ? `${name}, ${phrases[language].model.gated}` : name;
}

/** Of all the evidence that there is for the parts of models. */
export function datesOf(models: readonly Model[]): readonly string[] {
  return models.flatMap(({ dims }) =>
    parts.flatMap((part) => {
      const finding = dims[part];
      return finding.state === "unknown" ? [] : [finding.as_of];
    }),
  );
}
