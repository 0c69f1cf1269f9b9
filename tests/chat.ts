import { createBot } from "../src/bot.ts";
import type { Bot, Language, Reply, Request } from "../src/chat.ts";
import { openLibrary } from "../src/knowledge/load.ts";
import { openKnowledge } from "../src/knowledge/knowledge.ts";
import type { Log } from "../src/log.ts";
import { createMind } from "../src/mind.ts";

/** The real bot over the real knowledge, as the tests talk to it. */
const today = "2026-11-22";
const library = openLibrary();
const mind = createMind(library, () => today);

export const knowledge = openKnowledge(library);
export const silentLog: Log = { info() {}, warn() {}, error() {} };
export const bot: Bot = createBot(() => mind, silentLog);
export const { catalogue } = mind;

export function requestOf(line: string, language: Language = "en"): Request {
  const [, command = "ask", text = ""] = /^\/(\S+)\s*(.*)$/su.exec(line) ?? [undefined, "ask", line];
  return { command, text, language, place: { adapter: "test", shared: false }, person: "someone" };
}

/** `say("/openness grok")`: the answer as a person would get it. */
export async function say(line: string, language: Language = "en"): Promise<Reply> {
  return bot.answer(requestOf(line, language));
}

/** Every string that a person gets to see. */
export function stringsOf(reply: Reply): readonly string[] {
  return [
    reply.title,
    reply.text,
    ...(reply.asOf === undefined ? [] : [reply.asOf]),
    ...(reply.sections ?? []).flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : [heading]),
      ...lines.flatMap(({ lead, text }) => (lead === undefined ? [text] : [lead, text])),
    ]),
    ...(reply.table === undefined
      ? []
      : [
          reply.table.caption,
          ...reply.table.columns,
          ...reply.table.rows.flatMap((row) => row.map(({ text }) => text)),
        ]),
    ...(reply.sources ?? []).flatMap(({ title, publisher, url, date, note }) =>
      [title, publisher, url, date, note].filter((text) => text !== undefined),
    ),
    ...(reply.next ?? []).map(({ label }) => label),
  ];
}

export const textOf = (reply: Reply): string => stringsOf(reply).join("\n");
