import type { Catalogue, CatalogueModel, ClaimStatus, Named, TermGroup } from "../catalogue.ts";
import type { Ask } from "../chat.ts";
import { compare } from "../knowledge/compare.ts";
import { nameOf, verdictOf, type Entry, type Knowledge, type Model } from "../knowledge/knowledge.ts";
import { labels, parts, statuses } from "../knowledge/vocabulary.ts";
import { phrases } from "../phrases.ts";
import { claimLine } from "./article.ts";
import { openEntry, type Context } from "./context.ts";
import { daily } from "./daily.ts";
import { asOf, firstDay, formatDate } from "./dates.ts";
import { askForEvent, subjectsOfEvents } from "./events.ts";
import { toneOf } from "./model.ts";
import { labelOf } from "./scorecard.ts";
import { firstSentence } from "./term.ts";

const ofToday = daily<Knowledge, Catalogue>(drawCatalogue);

/** Everything there is to ask for, in the words of the cards. */
export function catalogueOf(context: Context): Catalogue {
  return ofToday(context, context.knowledge);
}

function drawCatalogue(context: Context, knowledge: Knowledge): Catalogue {
  const { language } = context;
  const models = [...knowledge.models.values()]
    .toSorted((a, b) => compare(firstDay(b.released), firstDay(a.released)))
    .toSorted((a, b) => byName(a.vendor, b.vendor))
    .map((model) => modelRow(context, model));
  const subjectName = (id: string) => knowledge.article.subjects[id]?.[language] ?? id;
  return {
    parts: parts.map((part) => knowledge.scorecard.parts[part].name[language]),
    models,
    choices: choicesOf(context, models),
    groups: groupsOf(context),
    statuses: statusesOf(context),
    subjects: subjectsOfEvents(knowledge).map(subjectName),
    events: knowledge.timeline
      .map((event) => ({
        date: event.date,
        dateText: formatDate(event.date, language),
        text: event[language],
        subjects: event.subjects.map(subjectName),
        ask: askForEvent(context, event),
      }))
      .toReversed(),
    ...asOf(Object.values(knowledge.article.evidence), context),
  };
}

function modelRow(context: Context, model: Model): CatalogueModel {
  const { knowledge, language } = context;
  const result = verdictOf(knowledge, model);
  return {
    name: nameOf(model, language),
    vendor: { id: model.vendor, name: model.vendor },
    label: {
      id: result.label.id,
      cell: { mark: toneOf[result.label.id], text: labelOf(context, result) },
    },
    licence: { id: model.licence, name: knowledge.licences.get(model.licence)?.name ?? model.licence },
    date: formatDate(model.released, language),
    cells: parts.map((part) => {
      const { state } = model.dims[part];
      return { mark: state, text: phrases[language].states[state] };
    }),
    ask: askOf(context, model),
  };
}

function choicesOf(
  { knowledge, language }: Context,
  models: readonly CatalogueModel[],
): Catalogue["choices"] {
  const named = (list: readonly Named[]) =>
    [...new Map(list.map((one) => [one.id, one])).values()].toSorted((a, b) => byName(a.name, b.name));
  return {
    vendor: named(models.map(({ vendor }) => vendor)),
    label: labels
      .filter((id) => models.some(({ label }) => label.id === id))
      .map((id) => ({ id, name: knowledge.scorecard.labels[id][language] })),
    licence: named(models.map(({ licence }) => licence)),
  };
}

function groupsOf(context: Context): readonly TermGroup[] {
  const { knowledge, language } = context;
  const terms = [...knowledge.terms.values()];
  return [...knowledge.groups].map(([id, name]) => ({
    name: name[language],
    terms: terms
      .filter(({ group }) => group === id)
      .map((term) => ({
        name: nameOf(term, language),
        text: firstSentence(term.definition[language]),
        ask: askOf(context, term),
      }))
      .toSorted((a, b) => byName(a.name, b.name)),
  }));
}

function statusesOf(context: Context): readonly ClaimStatus[] {
  const { knowledge, language } = context;
  const claims = [...knowledge.claims.values()];
  return statuses
    .map((status) => ({
      word: phrases[language].statuses[status],
      claims: claims
        .filter(({ check }) => check.status === status)
        .map((claim) => ({
          title: nameOf(claim, language),
          text: claimLine(claim, language).text,
          paragraph: knowledge.article.paragraphs[claim.paragraph]?.[language] ?? claim.paragraph,
          ask: askOf(context, claim),
        })),
    }))
    .filter(({ claims: listed }) => listed.length > 0);
}

function askOf({ language }: Context, entry: Entry): Ask {
  const { command, text } = openEntry(entry, language);
  return { command, text };
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, "en", { sensitivity: "base", numeric: true });
}
