import type { Button, Line, Reply, Section, State } from "../chat.ts";
import { parts, type LabelId } from "../knowledge/vocabulary.ts";
import { entryKey, verdictOf, type Model } from "../knowledge/knowledge.ts";
import type { Verdict } from "../knowledge/verdict.ts";
import { phrases } from "../phrases.ts";
import { articleSections, subjectOf } from "./article.ts";
import { citations, type Citations } from "./citations.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";
import { asOf, formatDate } from "./dates.ts";
import { datesOf, labelOf, scorecardOf } from "./scorecard.ts";

export const toneOf: Readonly<Record<LabelId, State>> = {
  "fully-open": "open",
  "open-source-ai": "open",
  "open-weights": "partial",
  "restricted-weights": "partial",
  closed: "closed",
  unknown: "unknown",
};

/** The sources that hold the records of the two indexes. */
const indexes = { mot: "mot-repo", osai: "osai-repo" };

/** How open one model is: label, eight parts, yardsticks, then the article and what is known since. */
export function modelCard(context: Context, model: Model): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const sources = citations(knowledge, language);
  const result = verdictOf(knowledge, model);
  const subject = subjectOf(knowledge, model);
  const partLines = parts.map((part) => partLine(context, model, part, sources));
  return {
    band: "answer",
    entry: entryKey(model),
    language,
    title: words.model.title(model.name, labelOf(context, result)),
    text: `${definitionText(context, model, result)} ${model.note[language]}`,
    tone: toneOf[result.label.id],
    sections: [
      { heading: words.model.parts(countParts(context, model)), lines: partLines },
      yardsticks(context, model, result, sources),
      ...releases(context, model),
      ...(subject === undefined ? [] : articleSections(context, subject, sources, model.id)),
    ],
    scorecard: scorecardOf(context, [model]),
    sources: sources.list(),
    ...asOf(datesOf([model]), context),
    next: buttons(context, model, subject),
    audience: "person",
  };
}

/** "3 open, 1 partly open, 4 closed": counts, never a percentage of our own. */
export function countParts({ language }: Context, model: Model): string {
  const count = (state: string) => parts.filter((part) => model.dims[part].state === state).length;
  return phrases[language].model.counts(count("open"), count("partial"), count("closed"), count("unknown"));
}

function partLine(
  { knowledge, language }: Context,
  model: Model,
  part: (typeof parts)[number],
  sources: Citations,
): Line {
  const words = phrases[language];
  const finding = model.dims[part];
  const { name, reasons } = knowledge.scorecard.parts[part];
  const lead = `${name[language]}: ${words.states[finding.state]}.`;
  if (finding.state === "unknown")
    return { mark: "unknown", lead, text: knowledge.scorecard.unknown[language] };
  const reason = reasons[finding.reason]?.[language] ?? "";
  const date = formatDate(finding.as_of, language);
  return {
    mark: finding.state,
    lead,
    text: `${reason} (${date})`,
    refs: sources.cite(finding.source),
  };
}

function yardsticks(context: Context, model: Model, result: Verdict, sources: Citations): Section {
  const { knowledge, language } = context;
  const words = phrases[language].model;
  const licence = knowledge.licences.get(model.licence);
  const { mot, osai } = model.external ?? {};
  const lines: Line[] = [
    {
      lead: words.framework,
      text: frameworkText(context, mot, result.framework.ceiling),
      refs: mot === undefined ? [] : sources.cite(indexes.mot),
    },
    {
      lead: words.index,
      text:
        osai === undefined
          ? ""
          : words.score(percent(osai.score, language), osai.system, formatDate(osai.as_of, language)),
      refs: osai === undefined ? [] : sources.cite(indexes.osai),
    },
    { lead: words.disagreement, text: model.disagreement?.[language] ?? "" },
    {
      lead: words.licence,
      text: licence === undefined ? "" : `${licence.name}. ${licence[language]}`,
      refs: model.dims.licence.state === "unknown" ? [] : sources.cite(model.dims.licence.source),
    },
  ];
  return { heading: words.yardsticks, lines: lines.filter((line) => line.text !== "") };
}

function definitionText({ language }: Context, model: Model, { definition }: Verdict): string {
  const words = phrases[language];
  const reading = words.model.readings[definition.reading];
  const named = definition.reading === "not-met" ? definition.blockers : definition.doubts;
  const names = words.list(named.map((part) => words.requirements[part]));
  const trial = model.external?.osi_validation;
  const sentence = words.model.definition(
    definition.reading === "not-met"
      ? words.model.because(reading, names)
      : definition.reading === "unclear"
        ? words.model.openQuestions(reading, names)
        : reading,
  );
  return trial === undefined ? sentence : `${sentence} ${words.model.trial[trial.result]}`;
}

// A ceiling of I only means that nothing speaks against it, so it is not shown.
function frameworkText(
  { language }: Context,
  mot: NonNullable<Model["external"]>["mot"],
  ceiling: Verdict["framework"]["ceiling"],
): string {
  const words = phrases[language].model;
  const ours = ceiling === "I" ? "" : words.ceiling[ceiling];
  if (mot === undefined) return ours;
  const date = formatDate(mot.record, language);
  if (mot.class !== "none")
    return ours === "" ? words.recordAlone(mot.class, date) : `${words.record(mot.class, date)} ${ours}`;
  return `${words.noRecordClass(date)} ${ours}`.trim();
}

function percent(share: number, language: Context["language"]): string {
  const value = (share * 100).toFixed(1).replace(/\.0$/, "");
  return language === "de" ? value.replace(".", ",") : value;
}

function releases({ language }: Context, model: Model): readonly Section[] {
  const words = phrases[language].model;
  if (model.releases === undefined) return [];
  const anyWeights = model.releases.some((release) => release.weights !== undefined);
  const lines = model.releases.map((release): Line => {
    const facts = [
      release.announced === undefined ? undefined : words.announced(formatDate(release.announced, language)),
      release.weights === undefined ? undefined : words.weightsOn(formatDate(release.weights, language)),
      release.size?.[language],
    ].filter((fact) => fact !== undefined);
    const texts = [facts.length === 0 ? words.undated : facts.join(", "), release.note?.[language]];
    return { lead: `${release.name}:`, text: texts.filter((text) => text !== undefined).join(". ") };
  });
  return [{ heading: anyWeights ? words.releases : words.releasesWithoutWeights, lines }];
}

function buttons(context: Context, model: Model, subject: string | undefined): readonly Button[] {
  const { knowledge, language } = context;
  const words = phrases[language].button;
  const family = knowledge.families.get(model.family);
  const sibling = family?.members.find((member) => member.id !== model.id);
  const subjectName = subject === undefined ? undefined : knowledge.article.subjects[subject]?.[language];
  return [
    ...(family === undefined ? [] : [openEntry(family, language)]),
    ...(sibling === undefined
      ? []
      : [{ label: words.compare(sibling.name), command: "compare", text: `${model.id}, ${sibling.id}` }]),
    ...(subject === undefined || subjectName === undefined
      ? []
      : [{ label: words.claims(subjectName), command: "claims", text: subject }]),
    { label: words.sources, command: "sources", text: model.id },
    ...otherLanguage("openness", model.id, language),
  ];
}
