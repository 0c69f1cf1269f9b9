import { expect, test } from "vitest";
import { createBot } from "../src/bot.ts";
import type { Bot } from "../src/chat.ts";
import { openLibrary } from "../src/knowledge/load.ts";
import { createMind } from "../src/mind.ts";
import { warmUp } from "../src/warm-up.ts";
import { requestOf, silentLog } from "./chat.ts";

/** The knowledge, and how often the names of its terms and its synonyms were read. */
function countReads() {
  let reads = 0;
  const counting = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, name): unknown {
        reads += 1;
        return Reflect.get(target, name);
      },
    });
  const { terms, synonyms, ...library } = openLibrary();
  const counted = Object.entries(terms).map(([group, file]) => [
    group,
    { ...file, terms: file.terms.map((term) => ({ ...term, aliases: counting(term.aliases) })) },
  ]);
  return {
    library: {
      ...library,
      terms: Object.fromEntries(counted),
      synonyms: { ...synonyms, groups: counting(synonyms.groups) },
    },
    reads: () => reads,
  };
}

test.each<[string, (bot: Bot) => unknown]>([
  ["question in words", (bot) => bot.answer(requestOf("/ask wie offen ist llama eigentlich"))],
  ["text of no known language", (bot) => bot.languageOf("offene gewichte")],
  ["completion", (bot) => bot.suggest(requestOf("/define gewi"))],
])("once it is warm, the first %s reads no more of the knowledge than it needs", async (_, ask) => {
  const { library, reads } = countReads();
  const mind = createMind(library);
  const bot = createBot(() => mind, silentLog);
  await warmUp(bot);
  const before = reads();
  await ask(bot);
  expect(reads()).toBe(before);
});
