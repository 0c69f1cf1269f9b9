import { expect, test } from "vitest";
import { drawCard } from "../../../src/adapters/discord/card.ts";
import type { Language } from "../../../src/chat.ts";
import { createManners } from "../../../src/manners/manners.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { bot, silentLog } from "../../chat.ts";

const manners = createManners(bot, {
  adapter: "discord",
  overhear: [],
  language: "en",
  store: createMemoryStore(),
  log: silentLog,
});

test.each<[string, string, string, Language]>([
  ["openness-en", "openness", "grok", "en"],
  ["openness-de", "openness", "grok", "de"],
  ["compare", "compare", "grok-1, olmo-2", "en"],
  ["define", "define", "model-weights", "de"],
  ["near-miss", "ask", "gemma-2-27b-it", "en"],
  ["no", "ask", "xyzzy", "en"],
])("the private card %s is as it was reviewed", async (file, command, text, reader) => {
  const card = await manners.hear({
    ids: [file],
    how: "command",
    ask: { command, text },
    person: "204255221017214977",
    channel: "1170000000000000002",
    shared: true,
    reader,
  });
  if (card === undefined) throw new Error("silence");
  await expect(`${JSON.stringify(drawCard(card), undefined, 2)}\n`).toMatchFileSnapshot(`cards/${file}.json`);
});
