import { spellForSlack } from "../../../src/adapters/slack/spelling.ts";
import { languages, type Language, type Reply } from "../../../src/chat.ts";
import { controlsOf } from "../../../src/manners/controls.ts";
import type { Card } from "../../../src/manners/card.ts";
import { bot, knowledge, requestOf, say, stringsOf } from "../../chat.ts";

/** Spelled with the usual names of the two commands. */
const onSlack = spellForSlack(bot, { openness: "/openness", define: "/define" });

const commandOf = { model: "openness", family: "openness", term: "define", claim: "claims" } as const;

/** What can be asked: every entry, its sources, every page that needs no entry, and what is not understood. */
const lines = [
  ...[...knowledge.entries.values()].flatMap(({ type, id }) => [
    `/${commandOf[type]} ${id}`,
    `/sources ${id}`,
  ]),
  "/help",
  "/help about",
  "/help privacy",
  "/help nonsense",
  "/define",
  "/claims",
  "/claims page 2",
  "/claims nonsense",
  "/timeline",
  "/timeline musk",
  "/timeline nonsense",
  "/sources",
  "/compare",
  "/compare grok-1, olmo 2",
  "/compare grok-1, olmo 2, llama 4, mistral 7b, qwen3",
  "/compare x, grok",
  "/explain Grok-1 has open weights under Apache 2.0",
  "/explain nothing of the kind",
  "is grok open source?",
  "was sind gewichte?",
  "grokk",
  "how tall is mount everest",
  "/nonsense",
];

/** Every card there is, as a channel's private answer and as a public one. */
export async function everyCard(): Promise<readonly (readonly [line: string, card: Card])[]> {
  const asked = languages.flatMap((language) => lines.map((line) => [line, language] as const));
  const replies = await Promise.all(
    asked.map(async ([line, language]) => [`${line} in ${language}`, await say(line, language)] as const),
  );
  return replies.flatMap(([line, reply]) => [
    [line, cardOf(reply)] as const,
    [`${line}, public`, cardOf({ ...reply, audience: "everyone" })] as const,
  ]);
}

export async function cardFor(line: string, language: Language = "en"): Promise<Card> {
  return cardOf(await say(line, language));
}

export function cardOf(reply: Reply): Card {
  const footer = { text: "Shared by", person: "U1" };
  const controls = controlsOf(reply, "U1", true);
  return reply.audience === "everyone" ? { reply, controls, footer } : { reply, controls };
}

/** Everything readable in it, as a person reads it. */
export function readable(payload: unknown): string {
  return stringsIn(payload)
    .map((text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"))
    .join("\n");
}

/** What the answer to a line says and a message, view or payload does not. */
export async function missingIn(
  shown: { readonly body?: unknown } | undefined,
  line: string,
  language?: Language,
): Promise<readonly string[]> {
  const all = readable(shown);
  const reply = await onSlack.answer(requestOf(line, language));
  return stringsOf(reply).filter((text) => !all.includes(text));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
