import type { Ask, Button, Reply } from "../chat.ts";
import type { Entry } from "../knowledge/knowledge.ts";
import { entryKey } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import type { Finding } from "../search/find.ts";
import { openEntry, otherLanguage, type Context } from "./context.ts";

const mostGuesses = 3;
const mostTopics = 2;
const longestEcho = 80;

/** Not sure: up to three entries to choose from. */
export function suggestCard(context: Context, ask: Ask, finding: Finding): Reply {
  const words = phrases[context.language].guess;
  const guesses = entriesOf(context, finding).slice(0, mostGuesses);
  return {
    band: "suggest",
    ...subjectsOf(guesses),
    language: context.language,
    title: words.near(echo(ask.text)),
    text: words.nearText,
    tone: "neutral",
    next: [...opened(context, guesses), ...otherLanguage(ask.command, ask.text, context.language)],
    audience: "person",
  };
}

/** Not known: says so, and names the two nearest topics. */
export function noneCard(context: Context, finding: Finding): Reply {
  const words = phrases[context.language].guess;
  const topics = entriesOf(context, finding).slice(0, mostTopics);
  return {
    band: "none",
    others: topics.map(entryKey),
    language: context.language,
    title: words.none,
    text: topics.length === 0 ? words.noneText : `${words.noneText} ${words.closest}`,
    tone: "neutral",
    next: [
      ...opened(context, topics),
      { label: phrases[context.language].button.help, command: "help", text: "" },
    ],
    audience: "person",
  };
}

/** What a person typed, shortened for showing it back to them; commands see all of it. */
export function echo(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const characters = Array.from(line);
  return characters.length <= longestEcho ? line : `${characters.slice(0, longestEcho).join("")}…`;
}

function entriesOf({ knowledge }: Context, { found }: Finding): readonly Entry[] {
  return found.flatMap(({ key }) => knowledge.entries.get(key) ?? []);
}

function subjectsOf(entries: readonly Entry[]): Pick<Reply, "entry" | "others"> {
  const [first, ...others] = entries;
  return first === undefined ? {} : { entry: entryKey(first), others: others.map(entryKey) };
}

function opened({ language }: Context, entries: readonly Entry[]): readonly Button[] {
  return entries.map((entry) => openEntry(entry, language));
}
