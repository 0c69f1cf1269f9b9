import { answerCard } from "../src/cards/answer.ts";
import { contextOf, entryChoices, type Lookup } from "../src/cards/context.ts";
import { entryKinds, type Command } from "../src/chat.ts";

/** A question in plain words: the entry that fits best, or an honest no. */
export function ask(lookup: Lookup): Command {
  return {
    name: "ask",
    aliases: ["frage"],
    describe: { en: "Ask in your own words", de: "In eigenen Worten fragen" },
    example: { en: "is grok open source?", de: "ist grok open source?" },
    options: [
      {
        name: "question",
        describe: { en: "What you want to know", de: "Was du wissen willst" },
        required: true,
      },
    ],
    run: (request) => answerCard(contextOf(lookup, request), request, lookup.find(request.text)),
    suggest: (request) => entryChoices(lookup, request, entryKinds),
  };
}
