import { expect, test } from "vitest";
import { drawCard } from "../../../src/adapters/slack/card.ts";
import type { Language } from "../../../src/chat.ts";
import { cardFor } from "./drawn.ts";

/** Reviewed by eye; a change of the cards or of their drawing shows there. */
test.each<readonly [file: string, line: string, language: Language]>([
  ["openness-grok.en", "/openness grok", "en"],
  ["openness-grok.de", "/openness grok", "de"],
  ["compare.en", "/compare grok-1, olmo 2", "en"],
  ["define.de", "/define model-weights", "de"],
  ["near-miss.en", "gemma-2-27b-it", "en"],
  ["not-known.de", "wie hoch ist der Mount Everest", "de"],
])("the card %s", async (file, line, language) => {
  const drawn = JSON.stringify(drawCard(await cardFor(line, language)), undefined, 2);
  await expect(`${drawn}\n`).toMatchFileSnapshot(`cards/${file}.json`);
});
