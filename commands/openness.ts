import { answerCard } from "../src/cards/answer.ts";
import { contextOf, entryChoices, type Lookup } from "../src/cards/context.ts";
import { findPreferring } from "../src/search/prefer.ts";
import type { Command } from "../src/chat.ts";

const kinds = ["model", "family"] as const;

/** How open is a model, or each model of a family? */
export function openness(lookup: Lookup): Command {
  return {
    name: "openness",
    describe: {
      en: "How open an AI model is, part by part",
      de: "Wie offen ein KI-Modell ist, Teil für Teil",
    },
    example: { en: "grok", de: "grok" },
    options: [
      {
        name: "model",
        describe: {
          en: "A model or a family of models, such as grok",
          de: "Ein Modell oder eine Modellfamilie, etwa grok",
        },
        required: true,
      },
    ],
    run(request) {
      return answerCard(
        contextOf(lookup, request),
        request,
        findPreferring(lookup.find, request.text, kinds),
      );
    },
    suggest: (request) => entryChoices(lookup, request, kinds),
  };
}
