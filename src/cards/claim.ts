import type { Line, Reply } from "../chat.ts";
import { entryKey, type Claim } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import { citations, strongest } from "./citations.ts";
import { otherLanguage, type Context } from "./context.ts";
import { asOf, formatDate, newest } from "./dates.ts";

/** A claim in three layers that never mix: what the article says, how it checks out, what is known since. */
export function claimCard(context: Context, claim: Claim): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const { article } = knowledge;
  const { check } = claim;
  const sources = citations(knowledge, language);
  const since = check.since;
  const developments = (since?.refs ?? []).flatMap((id) => knowledge.developments.get(id) ?? []);
  // Two sources an answer: the best for the check, the best for what came after.
  const best = strongest(knowledge, check.sources);
  const later = strongest(
    knowledge,
    developments.flatMap((development) => development.sources),
    newest(developments.map((development) => development.date)),
  ).filter((id) => id !== best[0]);
  // How far the evidence reaches, not when the last event was.
  const reach = claim.subjects.flatMap((subject) => article.evidence[subject] ?? []);
  const evidence = newest(reach);
  const month = formatDate(article.date.slice(0, 7), language);
  const topic = claim.topics[0] ?? "openness";
  const says: Line[] = [
    {
      text: claim.attribute === true ? words.article.argues(claim[language]) : claim[language],
    },
    {
      text: [
        words.claim.where(
          article.paragraphs[claim.paragraph]?.[language] ?? claim.paragraph,
          words.kinds[claim.kind],
        ),
        ...(claim.speaker === undefined ? [] : [words.claim.speaker(claim.speaker[language])]),
      ].join(", "),
    },
  ];
  return {
    band: "answer",
    entry: entryKey(claim),
    language,
    title: words.claim.title(words.statuses[check.status]),
    text: words.claim.verdict(words.statuses[check.at_publication], words.statuses[check.status], month),
    tone: "neutral",
    sections: [
      { heading: words.article.heading(month), lines: says },
      {
        heading: words.claim.check,
        lines: [
          { text: check.why[language], refs: sources.cite(...best.slice(0, later.length > 0 ? 1 : 2)) },
        ],
      },
      {
        heading:
          evidence === undefined ? words.claim.since : words.claim.sinceUntil(formatDate(evidence, language)),
        lines: [
          since === undefined
            ? { text: words.claim.nothingSince }
            : { text: since[language], refs: sources.cite(...later.slice(0, 1)) },
        ],
      },
    ],
    sources: sources.list(),
    ...asOf(reach, context),
    next: [
      {
        label: words.claim.about(article.topics[topic]?.[language] ?? topic),
        command: "claims",
        text: topic,
      },
      { label: words.button.sources, command: "sources", text: claim.id },
      ...otherLanguage("claims", claim.id, language),
    ],
    audience: "person",
  };
}
