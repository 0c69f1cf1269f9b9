import { answerCard } from "../src/cards/answer.ts";
import { contextOf, entryChoices, otherLanguage, type Context, type Lookup } from "../src/cards/context.ts";
import type { Command, Reply } from "../src/chat.ts";
import { findPreferring } from "../src/search/prefer.ts";
import { phrases } from "../src/phrases.ts";

const kinds = ["term"] as const;

/** What does a term mean? Without one: which terms there are. */
export function define(lookup: Lookup): Command {
  return {
    name: "define",
    describe: { en: "Explain a term, or list them all", de: "Einen Begriff erklären oder alle auflisten" },
    example: { en: "model-weights", de: "Modellgewichte" },
    options: [
      {
        name: "term",
        describe: { en: "A term, such as model-weights", de: "Ein Begriff, etwa Modellgewichte" },
        required: false,
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      if (request.text.trim() === "") return browseCard(context);
      return answerCard(context, request, findPreferring(lookup.find, request.text, kinds));
    },
    suggest: (request) => entryChoices(lookup, request, kinds),
  };
}

/** All terms by group, for people who do not know yet what to ask for. */
function browseCard({ knowledge, language }: Context): Reply {
  const words = phrases[language].term;
  const terms = [...knowledge.terms.values()];
  const groups = [...knowledge.groups]
    .map(([group, name]) => ({ name, members: terms.filter((term) => term.group === group) }))
    .toSorted((a, b) => b.members.length - a.members.length);
  return {
    band: "answer",
    language,
    title: words.browse,
    text: words.browseText(terms.length),
    tone: "neutral",
    sections: groups.map(({ name, members }) => ({
      heading: name[language],
      lines: [{ text: members.map((term) => term.term[language]).join(", ") }],
    })),
    next: [...otherLanguage("define", "", language)],
    audience: "person",
  };
}
