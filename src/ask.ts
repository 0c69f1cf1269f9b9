import { parseArgs } from "node:util";
import { readAsk, terminalRequest } from "./adapters/terminal/conversation.ts";
import { renderReply } from "./adapters/terminal/render.ts";
import { screenStyle } from "./adapters/terminal/screen.ts";
import { createBot } from "./bot.ts";
import { languages, type Bot, type Language, type Reply } from "./chat.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";

const usage = `Usage: npm run -s ask -- [--lang en|de] [--overheard] [--json] "question or /command"`;

/** `npm run -s ask -- "…"`: one question, one answer. */
async function main(): Promise<void> {
  const { flags, positionals } = readArguments();
  const question = positionals.join(" ");
  const chosen = languages.find((language) => language === flags.lang);
  if (question.trim() === "" || (flags.lang !== undefined && chosen === undefined)) throw new Error(usage);

  const env = await openEnvironment();
  const mind = createMind(openLibrary());
  const bot = createBot(() => mind, createLog(env.LOG_LEVEL ?? "warn", process.stderr));
  const language = chosen ?? bot.languageOf(question) ?? env.DEFAULT_LANGUAGE;

  const started = performance.now();
  const reply = await answer(bot, question, language, flags.overheard);
  const ms = Math.round((performance.now() - started) * 1000) / 1000;

  if (flags.json) console.log(JSON.stringify(resultOf(question, reply, ms)));
  else if (reply !== undefined)
    console.log(renderReply(reply, { ...screenStyle(process.stdout, process.env), buttons: "typed" }));
}

function readArguments() {
  try {
    const { values: flags, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: "string" },
        overheard: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    return { flags, positionals };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : ""}\n${usage}`.trim(), { cause });
  }
}

async function answer(
  bot: Bot,
  question: string,
  language: Language,
  overheard: boolean,
): Promise<Reply | undefined> {
  const request = terminalRequest(readAsk(question), language);
  if (!overheard) return bot.answer(request);
  const heard = bot.overhear({ ...request, text: question, place: { ...request.place, shared: true } });
  return heard === undefined ? undefined : bot.answer(heard);
}

function resultOf(question: string, reply: Reply | undefined, ms: number) {
  return {
    question,
    band: reply?.band ?? "silent",
    entry: reply?.entry ?? null,
    others: reply?.others ?? [],
    reply: reply ?? null,
    ms,
  };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
