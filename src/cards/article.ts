import type { Line, Section } from "../chat.ts";
import { compare } from "../knowledge/compare.ts";
import type { Claim, Development, Knowledge, Model } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import type { Citations } from "./citations.ts";
import { strongest } from "./citations.ts";
import type { Context } from "./context.ts";
import { formatDate } from "./dates.ts";

const onTopic = new Set(["openness", "weights", "licensing"]);
const claimsShown = 2;
const developmentsOfFamily = 2;
const developmentsOfModel = 1;

/** The subject of the article that a model belongs to: its family ("grok") or its vendor ("meta"). */
export function subjectOf(knowledge: Knowledge, model: Model): string | undefined {
  const { subjects } = knowledge.article;
  if (model.family in subjects) return model.family;
  return Object.keys(subjects).find((id) => subjects[id]?.en === model.vendor);
}

/**
 * What the article says about a subject, and what has become known since: always apart, always in this order. With a
 * model, what is known of that model.
 */
export function articleSections(
  { knowledge, language }: Context,
  subject: string,
  sources: Citations,
  model?: string,
): readonly Section[] {
  const words = phrases[language].article;
  const month = formatDate(knowledge.article.date.slice(0, 7), language);
  return [
    {
      heading: words.heading(month),
      lines: claimsAbout(knowledge, subject).map((claim) => claimLine(claim, language)),
    },
    {
      heading: words.since,
      lines: developmentsAbout(knowledge, subject, model).map((development) => ({
        lead: `${formatDate(development.date, language)}:`,
        text: development[language],
        refs: sources.cite(...strongest(knowledge, development.sources, development.date).slice(0, 1)),
      })),
    },
  ].filter((section) => section.lines.length > 0);
}

/** Facts on openness come first, and of these the ones that no longer stand as they did. */
function claimsAbout(knowledge: Knowledge, subject: string): readonly Claim[] {
  const rank = ({ kind, topics, check }: Claim): number =>
    (kind === "fact" && topics.some((topic) => onTopic.has(topic)) ? 0 : 2) +
    (check.status === check.at_publication ? 1 : 0);
  return [...knowledge.claims.values()]
    .filter((claim) => claim.subjects.includes(subject))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, claimsShown);
}

/** The newest; of a model those that are about it, and only if there are none, those about no other. */
function developmentsAbout(
  knowledge: Knowledge,
  subject: string,
  model: string | undefined,
): readonly Development[] {
  const all = [...knowledge.developments.values()]
    .filter((development) => development.subjects.includes(subject))
    .toSorted((a, b) => compare(b.date, a.date));
  if (model === undefined) return all.slice(0, developmentsOfFamily);
  const own = all.filter(({ models }) => models?.includes(model) === true);
  const rest = all.filter(({ models }) => models === undefined);
  return (own.length > 0 ? own : rest).slice(0, developmentsOfModel);
}

/** A claim with the word for its present status; opinions are the article's. */
export function claimLine(claim: Claim, language: Context["language"]): Line {
  const words = phrases[language];
  const text = claim.attribute === true ? words.article.argues(claim[language]) : claim[language];
  return { lead: `${capitalized(words.statuses[claim.check.status])}:`, text };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
