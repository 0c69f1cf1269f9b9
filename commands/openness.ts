import { answerCard } from "../src/cards/answer.ts";
import { contextOf, entryChoices, type Lookup } from "../src/cards/context.ts";
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
      const finding = lookup.find(request.text, { kinds, named: true });
      // People also put terms and whole questions here; an answer to those beats a guess at a model.
      const wider = finding.band === "answer" ? finding : lookup.find(request.text);
      return answerCard(contextOf(lookup, request), request, wider.band === "none" ? finding : wider);
    },
    suggest: (request) => entryChoices(lookup, request, kinds),
  };
}
