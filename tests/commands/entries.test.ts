import { describe, expect, test } from "vitest";
import { languages, type Reply } from "../../src/chat.ts";
import { entryKey, namesOf } from "../../src/knowledge/knowledge.ts";
import { bot, knowledge, requestOf, say, stringsOf, textOf } from "../chat.ts";

// A message on the narrowest platform holds 4,000 characters; symbols and link marks need some of them.
const roomOnACard = 3_800;
// What the narrowest platform allows on a button.
const roomOnAButton = 75;
const mostButtons = 10;

const commandOf = { model: "openness", family: "openness", term: "define", claim: "claims" } as const;
const entries = [...knowledge.entries.values()];

describe.each(languages)("in %s", (language) => {
  test("every entry is found by its id and fits a card", async () => {
    for (const entry of entries) {
      const reply = await say(`/${commandOf[entry.type]} ${entry.id}`, language);
      expect(reply, entry.id).toMatchObject({ band: "answer", entry: entryKey(entry), language });
      expectFit(reply);
    }
  });

  test("every name and alias finds its entry", async () => {
    for (const entry of entries) {
      const { strong, weak } = namesOf(entry);
      for (const name of [...strong, ...weak]) {
        const reply = await say(`/${commandOf[entry.type]} ${name}`, language);
        expect(reply, name).toMatchObject({ band: "answer", entry: entryKey(entry) });
      }
    }
  });

  test("the sources of every entry fit as well, and none of them is weak", async () => {
    const weak = new Set(
      [...knowledge.sources.values()].filter(({ tier }) => tier === "weak").map(({ url }) => url),
    );
    for (const entry of entries) {
      const reply = await say(`/sources ${entry.id}`, language);
      expect(reply, entry.id).toMatchObject({ band: "answer", entry: entryKey(entry) });
      expectFit(reply);
      expect((reply.sources ?? []).filter(({ url }) => weak.has(url))).toEqual([]);
    }
  });

  test("every button of every entry leads to an answer", async () => {
    const pressed = new Set<string>();
    for (const entry of entries)
      for (const { command, text, language: other } of (await say(`/${commandOf[entry.type]} ${entry.id}`))
        .next ?? []) {
        const line = `/${command} ${text}`;
        if (pressed.has(line)) continue;
        pressed.add(line);
        expect(await bot.answer(requestOf(line, other ?? language)), line).toMatchObject({ band: "answer" });
      }
    expect(pressed.size).toBeGreaterThan(200);
  });
});

function expectFit(reply: Reply): void {
  expect(textOf(reply).length, reply.title).toBeLessThan(roomOnACard);
  expect(stringsOf(reply).filter((text) => text === "" || text !== text.trim())).toEqual([]);
  expect((reply.next ?? []).length, reply.title).toBeLessThanOrEqual(mostButtons);
  for (const { label, text } of reply.next ?? []) {
    expect(label.length, label).toBeLessThanOrEqual(roomOnAButton);
    expect(text.length, text).toBeLessThanOrEqual(80);
  }
}
