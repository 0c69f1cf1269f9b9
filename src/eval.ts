import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBot } from "./bot.ts";
import { languages } from "./chat.ts";
import { measuresOf, type Judged } from "./eval/measures.ts";
import { readQuestions, type Question } from "./eval/questions.ts";
import { reportOf } from "./eval/report.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";
import { askBot } from "./outcome.ts";

/**
 * `npm run -s eval -- [FILE.tsv] [--json]`: what the bot makes of labelled questions. With `--json` one object a row,
 * then one with the measures.
 */
async function main(): Promise<void> {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const file = positionals[0] ?? fileURLToPath(import.meta.resolve("#questions"));
  const judged = await judge(readQuestions(file, readFileSync(file, "utf8")));
  if (!flags.json) {
    console.log(reportOf(judged));
    return;
  }
  for (const { question, outcome } of judged) console.log(JSON.stringify({ id: question.id, ...outcome }));
  console.log(JSON.stringify({ summary: measuresOf(judged) }));
}

async function judge(questions: readonly Question[]): Promise<readonly Judged[]> {
  const mind = createMind(openLibrary());
  const bot = createBot(() => mind, createLog("error", process.stderr));
  const judged: Judged[] = [];
  for (const question of questions) {
    const language = languages.find((one) => one === question.language) ?? "en";
    const { outcome } = await askBot(bot, question.text, language, question.mode === "overheard");
    judged.push({ question, outcome });
  }
  return judged;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
