import type { Ask } from "../chat.ts";
import type { Event, Knowledge } from "../knowledge/knowledge.ts";
import type { Context } from "./context.ts";
import { pageOf, type Page } from "./pages.ts";

const perPage = 8;

/** What has events of its own: ids of the article's subjects. */
export function subjectsOfEvents({ article, timeline }: Knowledge): readonly string[] {
  return Object.keys(article.subjects).filter((id) => timeline.some(({ subjects }) => subjects.includes(id)));
}

/** One page of a subject's events, newest first; the empty subject is all of them. */
export function eventsPage(context: Context, subject: string, page: number): Page<Event> {
  const ask = { command: "timeline", text: subject };
  return pageOf(eventsAbout(context, subject), perPage, page, context, ask);
}

/** The question that opens the page on which an event stands. */
export function askForEvent(context: Context, event: Event): Ask {
  const [subject = ""] = event.subjects;
  const page = Math.floor(eventsAbout(context, subject).indexOf(event) / perPage) + 1;
  return { command: "timeline", text: eventsPage(context, subject, page).text };
}

function eventsAbout({ knowledge }: Context, subject: string): readonly Event[] {
  return knowledge.timeline
    .filter(({ subjects }) => subject === "" || subjects.includes(subject))
    .toReversed();
}
