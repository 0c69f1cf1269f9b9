import type { Button, Line, Reply } from "../chat.ts";
import { entryKey, verdictOf, type Family, type Model } from "../knowledge/knowledge.ts";
import type { Verdict } from "../knowledge/verdict.ts";
import type { LabelId } from "../knowledge/vocabulary.ts";
import { phrases } from "../phrases.ts";
import { articleSections, subjectOf } from "./article.ts";
import { citations, type Citations } from "./citations.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";
import { asOf, formatDate } from "./dates.ts";
import { countParts, toneOf } from "./model.ts";
import { labelOf, mostRows, scorecardOf } from "./scorecard.ts";

const bestFirst: readonly LabelId[] = [
  "fully-open",
  "open-source-ai",
  "open-weights",
  "restricted-weights",
  "closed",
  "unknown",
];

interface Member {
  readonly model: Model;
  readonly result: Verdict;
}

/** "Grok" is several models: one line each, newest first, and never one of them picked silently. */
export function familyCard(context: Context, family: Family): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const { labels } = knowledge.scorecard;
  const sources = citations(knowledge, language);
  const members = family.members.map((model): Member => ({ model, result: verdictOf(knowledge, model) }));
  const groups = bestFirst.flatMap((id) => {
    const names = namesWhere(members, ({ label }) => label.id === id);
    return names.length === 0 ? [] : [{ id, names }];
  });
  const [only] = groups.length === 1 ? groups : [];
  const [newestModel] = family.members;
  const subject = newestModel === undefined ? undefined : subjectOf(knowledge, newestModel);
  return {
    band: "answer",
    entry: entryKey(family),
    language,
    title:
      only === undefined
        ? words.family.mixed(family.name)
        : words.family.uniform(family.name, labels[only.id][language]),
    text: [
      definitionText(context, members),
      ...groups.map(({ id, names }) => words.family.group(labels[id][language], words.list(names))),
    ].join(" "),
    tone: only === undefined ? "partial" : toneOf[only.id],
    sections: [
      { heading: words.family.members, lines: members.map((member) => memberLine(context, member, sources)) },
      ...(subject === undefined ? [] : articleSections(context, subject, sources)),
    ],
    scorecard: scorecardOf(context, family.members),
    sources: sources.list(),
    ...asOf(
      family.members.flatMap(({ dims }) => (dims.weights.state === "unknown" ? [] : [dims.weights.as_of])),
      context,
    ),
    next: buttons(context, family, subject),
    audience: "person",
  };
}

function memberLine(context: Context, { model, result }: Member, sources: Citations): Line {
  const { weights } = model.dims;
  return {
    // The mark goes with the label beside it, not with the weights alone.
    mark: toneOf[result.label.id],
    lead: `${model.name}:`,
    text: `${labelOf(context, result)}. ${formatDate(model.released, context.language)}, ${countParts(context, model)}.`,
    refs: weights.state === "unknown" ? [] : sources.cite(weights.source),
  };
}

/** "Is it open source?" for all members at once, by the definition's own yardstick. */
function definitionText({ language }: Context, members: readonly Member[]): string {
  const words = phrases[language];
  const namesOf = (reading: string) =>
    words.list(namesWhere(members, ({ definition }) => definition.reading === reading));
  const [likely, unclear, notMet] = [namesOf("likely"), namesOf("unclear"), namesOf("not-met")];
  if (likely === "" && unclear === "") return words.family.none(members.length);
  return words.family.definition(
    [
      ...(likely === "" ? [] : [words.family.likely(likely)]),
      ...(unclear === "" ? [] : [words.family.unclear(unclear)]),
      ...(notMet === "" ? [] : [words.family.notMet(notMet)]),
    ].join("; "),
  );
}

function namesWhere(members: readonly Member[], holds: (result: Verdict) => boolean): readonly string[] {
  return members.filter(({ result }) => holds(result)).map(({ model }) => model.name);
}

function buttons(
  { knowledge, language }: Context,
  family: Family,
  subject: string | undefined,
): readonly Button[] {
  const words = phrases[language].button;
  const subjectName = subject === undefined ? undefined : knowledge.article.subjects[subject]?.[language];
  const compared = family.members.slice(0, mostRows).map(({ id }) => id);
  return [
    ...family.members.map((model) => openEntry(model, language)),
    { label: words.compareAll, command: "compare", text: compared.join(", ") },
    ...(subject === undefined || subjectName === undefined
      ? []
      : [{ label: words.claims(subjectName), command: "claims", text: subject }]),
    ...otherLanguage("openness", family.id, language),
  ];
}
