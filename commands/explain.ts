import { citations } from "../src/cards/citations.ts";
import { contextOf, openEntry, otherLanguage, type Lookup } from "../src/cards/context.ts";
import { noneCard } from "../src/cards/guess.ts";
import { summaryLine } from "../src/cards/pair.ts";
import { entryKinds, type Command } from "../src/chat.ts";
import { entryKey, nameOf } from "../src/knowledge/knowledge.ts";
import { phrases } from "../src/phrases.ts";

const most = 6;

/** A longer text in, the terms, models and claims found in it out. */
export function explain(lookup: Lookup): Command {
  return {
    name: "explain",
    aliases: ["erkläre"],
    describe: {
      en: "Find the terms, models and claims in a text",
      de: "Begriffe, Modelle und Behauptungen in einem Text finden",
    },
    example: {
      en: "Grok-1 has open weights under Apache 2.0",
      de: "Grok-1 hat offene Gewichte unter Apache 2.0",
    },
    options: [
      {
        name: "text",
        describe: { en: "A message or a paragraph", de: "Eine Nachricht oder ein Absatz" },
        required: true,
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      const { knowledge, language } = context;
      const words = phrases[language].explain;
      const { keys } = lookup.mentions(request.text, entryKinds);
      const asked = lookup.find(request.text);
      // A text can make a claim without naming it: what answers it as a whole belongs to it.
      const found = asked.band === "answer" ? asked.found.slice(0, 1).map(({ key }) => key) : [];
      const entries = [...new Set([...keys, ...found])].flatMap((key) => knowledge.entries.get(key) ?? []);
      const shown = entries.slice(0, most);
      if (shown.length === 0) return noneCard(context, { ...asked, band: "none" });
      const sources = citations(knowledge, language);
      return {
        band: "answer",
        ...(shown[0] === undefined ? {} : { entry: entryKey(shown[0]) }),
        others: shown.slice(1).map(entryKey),
        language,
        title: words.title,
        text: entries.length > most ? words.firstOf(most, entries.length) : words.text(entries.length),
        tone: "neutral",
        sections: shown.map((entry) => ({
          heading: nameOf(entry, language),
          lines: [summaryLine(context, entry, sources)],
        })),
        sources: sources.list(),
        next: [
          ...shown.map((entry) => openEntry(entry, language)),
          ...otherLanguage("explain", shown.map((entry) => nameOf(entry, language)).join(", "), language),
        ],
        audience: "person",
      };
    },
  };
}
