import { on } from "node:events";
import path from "node:path";
import { emitKeypressEvents } from "node:readline";
import { parseArgs } from "node:util";
import { addAlias } from "./curate/alias.ts";
import { addLabelled } from "./curate/labelled.ts";
import { listVotes } from "./curate/votes.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createMind } from "./mind.ts";
import type { Finding } from "./search/finding.ts";
import { isLasting, openStore } from "./store/open.ts";
import type { OpenQuestion, Store } from "./store/store.ts";

const knowledge = path.join(import.meta.dirname, "../../knowledge");
const questionSet = path.join(import.meta.dirname, "../../tests/questions/questions.tsv");
const mostOffered = 3;
const keys = "a alias · q labelled question · 1-3 for that entry · d drop · space next · x end";

/** `npm run questions`: what people asked and nobody could answer, for whoever tends the knowledge. */
async function main(): Promise<void> {
  const { values: flags } = parseArgs({ options: { votes: { type: "boolean", default: false } } });
  const { env } = await openEnvironment((doubt) => console.error(doubt));
  const where = { databaseUrl: env.DATABASE_URL, folder: env.DATA_DIR, keys: env.STORE_KEYS };
  if (!isLasting(where))
    throw new Error("Nothing outlives the bot here: use Node 22.13 or newer, or set DATABASE_URL.");
  const store = await openStore(where, () => {});
  try {
    if (flags.votes) console.log(listVotes(await store.votes()));
    else await goThrough(store, await store.questions());
  } finally {
    await store.close();
  }
}

/** At a terminal one by one, each with a key; otherwise as a list. */
async function goThrough(store: Store, questions: readonly OpenQuestion[]): Promise<void> {
  const mind = createMind(openLibrary());
  const nearestOf = ({ text }: OpenQuestion) =>
    mind.find(text, { overheard: false }).found.slice(0, mostOffered);
  if (questions.length === 0) console.log("No open questions.");
  const pressed = process.stdin.isTTY && process.stdout.isTTY ? pressedKeys() : undefined;
  for (const question of questions) {
    const nearest = nearestOf(question);
    console.log(describe(question, nearest));
    if (pressed !== undefined && !(await decide(store, question, nearest, pressed))) break;
  }
  await pressed?.return();
}

function describe({ count, text, language, day }: OpenQuestion, nearest: Finding["found"]): string {
  return [
    `${count}x ${text}  (${language}, last on ${day})`,
    ...nearest.map(({ key, score }, index) => `  ${index + 1} ${key}  ${score.toFixed(2)}`),
  ].join("\n");
}

/** False when it is enough for today. */
async function decide(
  store: Store,
  question: OpenQuestion,
  nearest: Finding["found"],
  pressed: AsyncGenerator<string, void>,
): Promise<boolean> {
  const { text, language } = question;
  let chosen = nearest[0];
  console.log(`  ${keys}`);
  for (;;) {
    const key = (await pressed.next()).value ?? "x";
    chosen = nearest[Number(key) - 1] ?? chosen;
    switch (key) {
      case "x":
      case "\u0003":
        return false;
      case " ":
        return true;
      case "d":
        await store.settle(text);
        console.log("  dropped");
        return true;
      case "a":
      case "q": {
        if (chosen === undefined) {
          console.log("  there is no entry near it");
          continue;
        }
        if (key === "a") {
          const { file, line } = addAlias(knowledge, chosen.key, text, language);
          console.log(`  alias of ${chosen.key}: knowledge/${file}:${line}`);
        } else {
          const day = new Date().toISOString().slice(0, 10);
          const id = addLabelled(questionSet, { text, language, expected: chosen.key, day });
          console.log(`  ${id}: expected is ${chosen.key}`);
        }
        await store.settle(text);
        return true;
      }
      default:
        if (/^[1-3]$/.test(key) && chosen !== undefined) console.log(`  for ${chosen.key}`);
    }
  }
}

/** One at a time, also those that are pressed before anybody asks. */
async function* pressedKeys(): AsyncGenerator<string, void> {
  emitKeypressEvents(process.stdin);
  process.stdin.setRawMode(true);
  try {
    for await (const event of on(process.stdin, "keypress")) {
      const key: { readonly sequence?: string } = event[1];
      yield key.sequence ?? "";
    }
  } finally {
    process.stdin.setRawMode(false).pause();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
