import type { Line, Section } from "../chat.ts";
import type { Claim, Knowledge, Model } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import type { Citations } from "./citations.ts";
import { strongest } from "./citations.ts";
import type { Context } from "./context.ts";
import { formatDate } from "./dates.ts";

const onTopic = new Set(["openness", "weights", "licensing"]);
const claimsShown = 2;

/** The subject of the article that a model belongs to: its family ("grok") or its vendor ("meta"). */
export function subjectOf(knowledge: Knowledge, model: Model): string | undefined {
  const { subjects } = knowledge.article;
  if (model.family in subjects) return model.family;
  return Object.keys(subjects).find((id) => subjects[id]?.en === model.vendor);
}

/** What the article says about a subject, and what has become known since: always apart, always in this order. */
export function articleSections(
  { knowledge, language }: Context,
  subject: string,
  sources: Citations,
  developmentsShown: number,
): readonly Section[] {
  const words = phrases[language].article;
  const claims = [...knowledge.claims.values()].filter((claim) => claim.subjects.includes(subject));
  const fitting = claims.filter(
    (claim) => claim.kind === "fact" && claim.topics.some((topic) => onTopic.has(topic)),
  );
  const said = (fitting.length > 0 ? fitting : claims).slice(0, claimsShown);
  const since = [...knowledge.developments.values()]
    .filter((development) => development.subjects.includes(subject))
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .slice(0, developmentsShown);
  const month = formatDate(knowledge.article.date.slice(0, 7), language);
  return [
    { heading: words.heading(month), lines: said.map((claim) => claimLine(claim, language)) },
    {
      heading: words.since,
      lines: since.map((development) => ({
        lead: `${formatDate(development.date, language)}:`,
        text: development[language],
        refs: sources.cite(...strongest(knowledge, development.sources).slice(0, 1)),
      })),
    },
  ].filter((section) => section.lines.length > 0);
}

/** A claim with the word for its present status; opinions are the article's. */
export function claimLine(claim: Claim, language: Context["language"]): Line {
  const words = phrases[language];
  const text = claim.attribute === true ? words.article.argues(claim[language]) : claim[language];
  return { lead: `${capitalized(words.statuses[claim.check.status])}:`, text };
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
