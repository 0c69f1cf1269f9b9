import { contextOf, otherLanguage, type Context, type Lookup } from "../src/cards/context.ts";
import { formatDate, newest } from "../src/cards/dates.ts";
import { echo } from "../src/cards/guess.ts";
import { usageCard, usageOf } from "../src/cards/usage.ts";
import type { Command, Line, Localized, Reply } from "../src/chat.ts";
import { squeeze } from "../src/knowledge/fold.ts";
import { parts } from "../src/knowledge/vocabulary.ts";
import { phrases } from "../src/phrases.ts";

const topics = ["privacy", "about"] as const;
type Topic = (typeof topics)[number];

/** What the bot can do, made from the commands themselves. */
export function help(lookup: Lookup, others: readonly Command[]): Command {
  const self: Command = {
    name: "help",
    aliases: ["hilfe"],
    describe: {
      en: "What this bot can do, what it keeps, and what stands behind it",
      de: "Was der Bot kann, was er speichert und was dahintersteht",
    },
    example: { en: "about", de: "about" },
    options: [
      {
        name: "topic",
        describe: { en: "privacy or about", de: "privacy (Datenschutz) oder about (über den Bot)" },
        required: false,
        choices: topics.map((topic) => ({ value: topic, label: labelOf(topic) })),
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      const typed = squeeze(request.text);
      if (typed === "") return commandsCard(context, [...others, self]);
      const topic = topics.find(
        (name) => name === typed || Object.values(labelOf(name)).some((label) => squeeze(label) === typed),
      );
      if (topic === "privacy") return privacyCard(context, request.place.shared);
      if (topic === "about") return aboutCard(context);
      const words = phrases[context.language].help;
      return usageCard(
        context.language,
        words.unknown(echo(request.text)),
        words.unknownText,
        topicButtons(context),
      );
    },
  };
  return self;
}

function labelOf(topic: Topic): Localized {
  return { en: phrases.en.help.topic[topic].label, de: phrases.de.help.topic[topic].label };
}

function commandsCard(context: Context, commands: readonly Command[]): Reply {
  const { language } = context;
  const words = phrases[language].help;
  return {
    band: "answer",
    language,
    title: words.title,
    text: words.text,
    tone: "neutral",
    sections: [
      {
        heading: words.commands,
        lines: commands.map((command): Line => ({
          lead: usageOf(command),
          text: `${command.describe[language]}. ${phrases[language].usage.example(`/${command.name} ${command.example[language]}`.trim())}`,
        })),
      },
      { lines: [{ text: words.plain }] },
    ],
    next: [...topicButtons(context), ...otherLanguage("help", "", language)],
    audience: "person",
  };
}

function topicButtons({ language }: Context) {
  return topics.map((topic) => ({ label: labelOf(topic)[language], command: "help", text: topic }));
}

/** Among others, with what everybody can decide about themselves. */
function privacyCard(context: Context, shared: boolean): Reply {
  const { language } = context;
  const { settings } = phrases[language];
  const { title, text, lines } = phrases[language].help.topic.privacy;
  return {
    band: "answer",
    language,
    title,
    text,
    tone: "neutral",
    sections: [{ lines: lines.map((line) => ({ text: line })) }],
    next: [
      ...(shared
        ? (["quiet", "forget"] as const).map((action) => ({
            label: settings[action].button,
            command: "settings",
            text: action,
          }))
        : []),
      ...otherLanguage("help", "privacy", language),
    ],
    audience: "person",
  };
}

function aboutCard(context: Context): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const { about } = words.help.topic;
  const { article, scorecard } = knowledge;
  const evidence = newest(Object.values(article.evidence));
  return {
    band: "answer",
    language,
    title: about.title,
    text: about.text,
    tone: "neutral",
    sections: [
      {
        heading: about.article,
        lines: [{ text: article.about[language] }, { text: article.date_note[language] }],
      },
      {
        heading: about.knowledge,
        lines: [
          {
            text: about.counts(
              knowledge.claims.size,
              knowledge.terms.size,
              knowledge.models.size,
              knowledge.sources.size,
            ),
          },
          ...(evidence === undefined ? [] : [{ text: about.evidence(formatDate(evidence, language)) }]),
        ],
      },
      {
        heading: about.parts,
        lines: parts.map((part) => ({
          lead: `${scorecard.parts[part].name[language]}:`,
          text: scorecard.parts[part].question[language],
        })),
      },
      {
        heading: about.yardsticks,
        lines: scorecard.attribution.map((credit, index) => ({
          lead: `${credit.name}:`,
          text: credit[language],
          refs: [index + 1],
        })),
      },
    ],
    sources: scorecard.attribution.map(({ name, url }) => ({
      title: name,
      publisher: new URL(url).host,
      url,
    })),
    next: [...otherLanguage("help", "about", language)],
    audience: "person",
  };
}
