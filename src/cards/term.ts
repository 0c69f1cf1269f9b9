import type { Reply, Section } from "../chat.ts";
import { entryKey, type Term } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import { citations } from "./citations.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";

const mostButtons = 5;

/** A term, precisely: its definition, why it matters, what it is not, and where that comes from. */
export function termCard(context: Context, term: Term): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const sources = citations(knowledge, language);
  sources.cite(term.source);
  const confused = termsOf(context, term.confused_with ?? []);
  const related = termsOf(context, term.related).filter((other) => !confused.includes(other));
  const sections: Section[] = [
    ...(term.matters === undefined
      ? []
      : [{ heading: words.term.matters, lines: [{ text: term.matters[language] }] }]),
    ...(confused.length === 0
      ? []
      : [
          {
            heading: words.term.confused,
            lines: confused.map((other) => ({
              lead: `${other.term[language]}:`,
              text: firstSentence(other.definition[language]),
            })),
          },
        ]),
    ...(related.length === 0
      ? []
      : [
          {
            heading: words.term.related,
            lines: [{ text: related.map((other) => other.term[language]).join(", ") }],
          },
        ]),
  ];
  return {
    band: "answer",
    entry: entryKey(term),
    language,
    title: termTitle(context, term),
    text: term.definition[language],
    tone: "neutral",
    sections,
    sources: sources.list(),
    next: [
      ...[...confused, ...related].slice(0, mostButtons).map((other) => openEntry(other, language)),
      ...otherLanguage("define", term.id, language),
    ],
    audience: "person",
  };
}

/** Definitions are written so that the first sentence can stand alone. */
export function firstSentence(text: string): string {
  return /^.*?[^A-Z0-9][.!?](?=\s+\p{Lu}|$)/su.exec(text)?.[0] ?? text;
}

/** "Model weights (German: Modellgewichte)". */
export function termTitle({ language }: Context, { term }: Term): string {
  const twin = language === "en" ? term.de : term.en;
  return phrases[language].term.title(term[language], twin);
}

function termsOf({ knowledge }: Context, ids: readonly string[]): readonly Term[] {
  return ids.flatMap((id) => knowledge.terms.get(id) ?? []);
}
