import type { Bot, Command, Reply, Request } from "../../../src/chat.ts";

/** The other side of the boundary: a bot that knows a few names and says back what it was asked. */
export const cannedBot: Bot = {
  commands: [
    command("openness", () => [
      { label: "Grok-1", value: "grok-1" },
      { label: "Grok-2", value: "grok-2" },
      { label: "OLMo 2", value: "olmo-2" },
    ]),
    command("define", () => [
      { label: "Modellgewichte", value: "model-weights" },
      { label: "Offene Gewichte", value: "open-weights" },
      { label: "Offene Daten", value: "open-data" },
    ]),
    {
      ...command("help"),
      options: [
        {
          name: "topic",
          describe: { en: "A topic", de: "Ein Thema" },
          required: false,
          choices: [
            { value: "privacy", label: { en: "Privacy", de: "Datenschutz" } },
            { value: "about", label: { en: "About", de: "Über" } },
          ],
        },
      ],
    },
  ],
  answer: (request) => Promise.resolve(echoed(request)),
  suggest(request) {
    return this.commands.find(({ name }) => name === request.command)?.suggest?.(request) ?? [];
  },
  overhear: () => undefined,
  languageOf: (text) => (/\b(?:ist|was)\b/.test(text) ? "de" : /\bis\b/.test(text) ? "en" : undefined),
};

function command(name: string, suggest?: Command["suggest"]): Command {
  return {
    name,
    describe: { en: name, de: name },
    options: [],
    example: { en: "grok", de: "grok" },
    run: echoed,
    ...(suggest === undefined ? {} : { suggest }),
  };
}

function echoed({ command: name, text, language }: Request): Reply {
  return {
    band: "answer",
    language,
    title: `${name}(${text}) in ${language}`,
    text: "An answer.",
    audience: "person",
    next: [
      { label: "Compare", command: "compare", text: "grok-1, olmo-2" },
      { label: "Other language", command: name, text, language: language === "en" ? "de" : "en" },
    ],
  };
}
