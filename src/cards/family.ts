import type { Line, Reply } from "../chat.ts";
import { labels } from "../knowledge/vocabulary.ts";
import { entryKey, verdictOf, type Family, type Model } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import { articleSections, subjectOf } from "./article.ts";
import { citations } from "./citations.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";
import { asOf, formatDate } from "./dates.ts";
import { countParts, labelOf, toneOf } from "./model.ts";

const mostCompared = 5;

/** "Grok" is several models: one line each, newest first, and never one of them picked silently. */
export function familyCard(context: Context, family: Family): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const sources = citations(knowledge, language);
  const verdicts = family.members.map((model) => verdictOf(knowledge, model));
  const groups = labels.toReversed().flatMap((id) => {
    const members = family.members.filter((_, index) => verdicts[index]?.label.id === id);
    return members.length === 0 ? [] : [{ id, members }];
  });
  const [only] = groups.length === 1 ? groups : [];
  const newestModel = family.members[0];
  const subject = newestModel === undefined ? undefined : subjectOf(knowledge, newestModel);
  const subjectName = subject === undefined ? undefined : knowledge.article.subjects[subject]?.[language];
  return {
    band: "answer",
    entry: entryKey(family),
    language,
    title:
      only === undefined
        ? words.family.mixed(family.name)
        : words.family.uniform(family.name, knowledge.scorecard.labels[only.id][language]),
    text: [
      ...definitionTexts(context, family),
      ...groups.map(({ id, members }) =>
        words.family.group(
          knowledge.scorecard.labels[id][language],
          words.list(members.map(({ name }) => name)),
        ),
      ),
    ].join(" "),
    tone: only === undefined ? "partial" : toneOf[only.id],
    sections: [
      {
        heading: words.family.members,
        lines: family.members.map((model): Line => {
          const weights = model.dims.weights;
          return {
            // The mark goes with the label beside it, not with the weights alone.
            mark: toneOf[verdictOf(knowledge, model).label.id],
            lead: `${model.name}:`,
            text: memberText(context, model),
            refs: weights.state === "unknown" ? [] : sources.cite(weights.source),
          };
        }),
      },
      ...(subject === undefined ? [] : articleSections(context, subject, sources, 2)),
    ],
    sources: sources.list(),
    ...asOf(
      family.members.flatMap(({ dims }) => (dims.weights.state === "unknown" ? [] : [dims.weights.as_of])),
      context,
    ),
    next: [
      ...family.members.map((model) => openEntry(model, language)),
      {
        label: words.button.compareAll,
        command: "compare",
        text: family.members
          .slice(0, mostCompared)
          .map((model) => model.id)
          .join(", "),
      },
      ...(subject === undefined || subjectName === undefined
        ? []
        : [{ label: words.button.claims(subjectName), command: "claims", text: subject }]),
      otherLanguage("openness", family.id, language),
    ],
    audience: "person",
  };
}

function memberText(context: Context, model: Model): string {
  const { knowledge, language } = context;
  const label = labelOf(context, verdictOf(knowledge, model));
  return `${label}. ${formatDate(model.released, language)}, ${countParts(context, model)}.`;
}

/** "Is it open source?" for each member at once, by the definition's own yardstick. */
function definitionTexts({ knowledge, language }: Context, { members }: Family): readonly string[] {
  const words = phrases[language];
  const read = (reading: string) =>
    members
      .filter((model) => verdictOf(knowledge, model).definition.reading === reading)
      .map(({ name }) => name);
  const [likely, unclear] = [read("likely"), read("unclear")];
  if (likely.length + unclear.length === 0) return [words.family.none(members.length)];
  return [
    ...(likely.length > 0 ? [words.family.some(words.list(likely))] : []),
    ...(unclear.length > 0 ? [words.family.unclear(words.list(unclear))] : []),
  ];
}
