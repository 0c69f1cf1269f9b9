import { citations, strongest } from "../src/cards/citations.ts";
import { contextOf, otherLanguage, type Context, type Lookup } from "../src/cards/context.ts";
import { formatDate } from "../src/cards/dates.ts";
import { eventsPage, subjectsOfEvents } from "../src/cards/events.ts";
import { echo } from "../src/cards/guess.ts";
import { readPage } from "../src/cards/pages.ts";
import { usageCard } from "../src/cards/usage.ts";
import type { Choice, Command, Line, Reply } from "../src/chat.ts";
import { squeeze } from "../src/knowledge/fold.ts";
import { phrases } from "../src/phrases.ts";

interface Subject {
  /** Empty: all subjects. */
  readonly id: string;
  readonly name: string;
}

/** Dated events, newest first. */
export function timeline(lookup: Lookup): Command {
  return {
    name: "timeline",
    aliases: ["zeitleiste"],
    describe: { en: "What happened when", de: "Was wann geschah" },
    example: { en: "musk", de: "musk" },
    options: [
      {
        name: "subject",
        describe: { en: "A subject, such as musk or openai", de: "Ein Gegenstand, etwa musk oder openai" },
        required: false,
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      const { text, page } = readPage(request.text);
      const subject = subjectOf(context, request.text) ?? subjectOf(context, text);
      return subject === undefined ? unknownCard(context, text) : eventsCard(context, subject, page);
    },
    suggest(request) {
      const typed = squeeze(request.text);
      return subjects(contextOf(lookup, request))
        .filter(({ id, name }) => squeeze(id).startsWith(typed) || squeeze(name).includes(typed))
        .map(({ id, name }): Choice => ({ label: name, value: id }));
    },
  };
}

function eventsCard(context: Context, subject: Subject, number: number): Reply {
  const { knowledge, language } = context;
  const words = phrases[language].timeline;
  const sources = citations(knowledge, language);
  const page = eventsPage(context, subject.id, number);
  return {
    band: "answer",
    language,
    title: words.title(subject.name),
    text: words.text(page.from, page.to, page.total),
    tone: "neutral",
    sections: [
      {
        lines: page.items.map((event): Line => ({
          lead: `${formatDate(event.date, language)}:`,
          text: event[language],
          refs: sources.cite(...strongest(knowledge, event.sources, event.date).slice(0, 1)),
        })),
      },
    ],
    sources: sources.list(),
    next: [...page.turn, ...otherLanguage("timeline", page.text, language)],
    audience: "person",
  };
}

function unknownCard(context: Context, text: string): Reply {
  const words = phrases[context.language].timeline;
  return usageCard(
    context.language,
    words.unknown(echo(text)),
    words.unknownText,
    subjects(context).map(({ id, name }) => ({ label: name, command: "timeline", text: id, pick: true })),
  );
}

function subjects({ knowledge, language }: Context): readonly Subject[] {
  return subjectsOfEvents(knowledge).map((id) => ({
    id,
    name: knowledge.article.subjects[id]?.[language] ?? id,
  }));
}

function subjectOf(context: Context, text: string): Subject | undefined {
  const { knowledge, language } = context;
  const typed = squeeze(text);
  if (typed === "") return { id: "", name: phrases[language].timeline.all };
  return subjects(context).find(({ id }) => {
    const words = knowledge.article.subjects[id];
    return [id, words?.en, words?.de, ...(words?.aliases ?? [])].some(
      (name) => name !== undefined && squeeze(name) === typed,
    );
  });
}
