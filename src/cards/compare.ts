import type { Cell, Line, Reply, State } from "../chat.ts";
import { parts } from "../knowledge/vocabulary.ts";
import { entryKey, verdictOf, type Entry, type Family, type Model } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";
import { asOf } from "./dates.ts";
import { datesOf, labelOf, scorecardOf } from "./scorecard.ts";

/** What a comparison is between: a model, or a family that its newest model stands for. */
export type Compared = Model | Family;

export function isComparable(entry: Entry): entry is Compared {
  return entry.type === "model" || entry.type === "family";
}

/** Two to five models side by side, and one conclusion. */
export function compareCard(
  context: Context,
  compared: readonly Compared[],
  notes: readonly string[],
): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const models = compared.flatMap((entry) => modelOf(entry) ?? []);
  const verdicts = models.map((model) => verdictOf(knowledge, model));
  const column = (cell: (model: Model, index: number) => Cell) => models.map(cell);
  const standIns = compared.flatMap((entry) => {
    const model = modelOf(entry);
    return entry.type === "family" && model !== undefined
      ? [words.compare.newest(entry.name, model.name)]
      : [];
  });
  return {
    band: "answer",
    ...subjects(compared),
    language,
    title: words.compare.title(words.list(models.map((model) => model.name))),
    text: [conclusion(context, models), ...standIns, ...notes].join(" "),
    tone: "neutral",
    table: {
      caption: words.compare.caption,
      columns: [words.compare.part, ...models.map((model) => model.name)],
      rows: [
        ...parts.map((part) => [
          { text: knowledge.scorecard.parts[part].name[language] },
          ...column(({ dims }) => ({ mark: dims[part].state, text: words.states[dims[part].state] })),
        ]),
        [
          { text: words.compare.definition },
          ...column((_, index) => ({
            text: words.model.readings[verdicts[index]?.definition.reading ?? "unclear"],
          })),
        ],
      ],
    },
    sections: [
      {
        lines: models.map((model, index): Line => {
          const result = verdicts[index];
          const label = result === undefined ? "" : labelOf(context, result);
          const licence = knowledge.licences.get(model.licence)?.name ?? model.licence;
          return { lead: `${model.name}:`, text: words.compare.line(label, licence) };
        }),
      },
      { lines: [{ text: words.compare.sources }] },
    ],
    scorecard: scorecardOf(context, models),
    ...asOf(datesOf(models), context),
    next: [
      ...compared.map((entry) => openEntry(entry, language)),
      ...otherLanguage("compare", compared.map((entry) => entry.id).join(", "), language),
    ],
    audience: "person",
  };
}

function modelOf(entry: Compared): Model | undefined {
  return entry.type === "family" ? entry.members[0] : entry;
}

function subjects(compared: readonly Entry[]): Pick<Reply, "entry" | "others"> {
  const [first, ...others] = compared;
  return first === undefined ? {} : { entry: entryKey(first), others: others.map(entryKey) };
}

/** Ranks by how many parts are open: a count that anyone can check, not a score. Unknown parts are named as such. */
function conclusion({ language }: Context, models: readonly Model[]): string {
  const words = phrases[language];
  const count = (model: Model, state: State) =>
    parts.filter((part) => model.dims[part].state === state).length;
  const ranked = models
    .map((model) => ({ model, open: count(model, "open"), unknown: count(model, "unknown") }))
    .toSorted((a, b) => b.open - a.open);
  return `${words.list(ranked.map(({ model, open, unknown }) => words.compare.rank(model.name, open, unknown)))}.`;
}
