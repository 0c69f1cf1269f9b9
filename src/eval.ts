import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBot } from "./bot.ts";
import { languages } from "./chat.ts";
import { calibrate } from "./eval/calibrate.ts";
import { measuresOf, type Judged } from "./eval/measures.ts";
import { readQuestions, type Question } from "./eval/questions.ts";
import { reportOf } from "./eval/report.ts";
import { openKnowledge } from "./knowledge/knowledge.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";
import { askBot } from "./outcome.ts";
import { createFind } from "./search/find.ts";

/**
 * `npm run -s eval -- [FILE.tsv] [--json] [--peers] [--calibrate]`: what the bot makes of labelled questions. With
 * `--json` one object a row, then one with the measures. `--peers` runs other search engines on the same questions;
 * `--calibrate` measures the thresholds anew, for the next build.
 */
async function main(): Promise<void> {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
      calibrate: { type: "boolean", default: false },
    },
  });
  const file = positionals[0] ?? fileURLToPath(import.meta.resolve("#questions"));
  const questions = readQuestions(file, readFileSync(file, "utf8"));
  const knowledge = openKnowledge(openLibrary());
  if (flags.calibrate) {
    const measured = fileURLToPath(import.meta.resolve("#thresholds"));
    writeFileSync(measured, `${JSON.stringify(calibrate(knowledge, questions), undefined, 2)}\n`);
    console.log(`${measured} written; it counts from the next build on`);
    return;
  }
  if (flags.peers) {
    // Loads what only development has.
    const { comparePeers } = await import("./eval/peers.ts");
    console.log(comparePeers(knowledge, questions));
    return;
  }
  const judged = await judge(questions);
  if (!flags.json) {
    const find = createFind(knowledge);
    console.log(reportOf(judged, ({ text, mode }) => find(text, { overheard: mode === "overheard" })));
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
