import { parseArgs } from "node:util";
import { renderReply } from "./adapters/terminal/render.ts";
import { screenStyle } from "./adapters/terminal/screen.ts";
import { createBot } from "./bot.ts";
import { languages } from "./chat.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";
import { askBot } from "./outcome.ts";
import { whyOf } from "./why.ts";

const usage = `Usage: npm run -s ask -- [--lang en|de] [--overheard] [--why] [--json] "question or /command"`;

/** `npm run -s ask -- "…"`: one question, one answer. */
async function main(): Promise<void> {
  const { flags, positionals } = readArguments();
  const question = positionals.join(" ");
  const chosen = languages.find((language) => language === flags.lang);
  if (question.trim() === "" || (flags.lang !== undefined && chosen === undefined)) throw new Error(usage);

  const { env, secrets } = await openEnvironment((doubt) => console.error(doubt));
  const mind = createMind(openLibrary());
  const bot = createBot(() => mind, createLog(env.LOG_LEVEL ?? "warn", process.stderr, secrets));
  const language = chosen ?? bot.languageOf(question) ?? env.DEFAULT_LANGUAGE;
  const { reply, outcome } = await askBot(bot, question, language, flags.overheard);

  if (flags.json) {
    const { ms, ...rest } = outcome;
    console.log(JSON.stringify({ ...rest, reply: reply ?? null, ms }));
    return;
  }
  if (reply !== undefined)
    console.log(renderReply(reply, { ...screenStyle(process.stdout, process.env), buttons: "typed" }));
  // A command narrows the search down by itself, so only a question in plain words is explained.
  if (flags.why) console.log(`\n${whyOf(mind.find(question, { overheard: flags.overheard }), language)}`);
}

function readArguments() {
  try {
    const { values: flags, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: "string" },
        overheard: { type: "boolean", default: false },
        why: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    return { flags, positionals };
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : ""}\n${usage}`.trim(), { cause });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
