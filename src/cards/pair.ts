import type { Line, Reply } from "../chat.ts";
import { entryKey, nameOf, verdictOf, type Entry } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import { claimLine } from "./article.ts";
import { citations, strongest, type Citations } from "./citations.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";
import { labelOf } from "./scorecard.ts";
import { firstSentence, termTitle } from "./term.ts";

/** Two subjects side by side: mostly two terms, but any two entries will do. */
export function pairCard(context: Context, first: Entry, second: Entry): Reply {
  const { knowledge, language } = context;
  const words = phrases[language].pair;
  const sources = citations(knowledge, language);
  return {
    band: "answer",
    entry: entryKey(first),
    others: [entryKey(second)],
    language,
    title: words.title(nameOf(first, language), nameOf(second, language)),
    text: words.text,
    tone: "neutral",
    sections: [first, second].map((entry) =>
      entry.type === "term"
        ? {
            heading: termTitle(context, entry),
            lines: [{ text: entry.definition[language], refs: sources.cite(entry.source) }],
          }
        : { heading: nameOf(entry, language), lines: [summaryLine(context, entry, sources)] },
    ),
    sources: sources.list(),
    next: [
      openEntry(first, language),
      openEntry(second, language),
      ...otherLanguage("ask", words.question(nameOf(first, language), nameOf(second, language)), language),
    ],
    audience: "person",
  };
}

/** An entry in one line, with its best source. */
export function summaryLine(context: Context, entry: Entry, sources: Citations): Line {
  const { knowledge, language } = context;
  switch (entry.type) {
    case "term":
      return { text: firstSentence(entry.definition[language]), refs: sources.cite(entry.source) };
    case "claim":
      return {
        ...claimLine(entry, language),
        refs: sources.cite(...strongest(knowledge, entry.check.sources).slice(0, 1)),
      };
    case "family":
      return {
        text: phrases[language].family.versions(
          phrases[language].list(entry.members.map(({ name }) => name)),
        ),
      };
    case "model": {
      const { weights } = entry.dims;
      return {
        text: `${labelOf(context, verdictOf(knowledge, entry))}.`,
        refs: weights.state === "unknown" ? [] : sources.cite(weights.source),
      };
    }
  }
}
