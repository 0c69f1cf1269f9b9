import { expect, test, vi } from "vitest";
import { bot } from "../chat.ts";
import { busy, cardOf, heard, kinds, meet, stopTheClock } from "./happenings.ts";

stopTheClock();
const question = "is grok really open source?";

test("a question is answered only where that is switched on, and the card says why", async () => {
  const manners = meet();
  expect(await manners.hear(heard(question, "overheard", { channel: "other" }))).toBeUndefined();
  const card = await cardOf(manners, heard(question, "overheard"));
  expect(card.reply).toMatchObject({ entry: "family:grok", audience: "everyone" });
  expect(card.footer?.text).toContain("switched on");
});

test("the answer is brief: the rest is behind a button", async () => {
  const manners = meet();
  const asked = await cardOf(manners, heard(question, "mention", { channel: "other" }));
  const card = await cardOf(manners, heard(question, "overheard"));
  const { title, text, sources, sections, table, next } = card.reply;
  expect(asked.reply.sections?.length).toBeGreaterThan(0);
  expect({ title, text, sources }).toEqual({
    title: asked.reply.title,
    text: asked.reply.text,
    sources: asked.reply.sources,
  });
  expect([sections, table]).toEqual([undefined, undefined]);
  const [more, other, ...rest] = next ?? [];
  expect(rest).toEqual([]);
  expect(more).toEqual({ label: "More", command: other?.command, text: other?.text });
  expect(other?.language).toBe("de");
  expect(kinds(card)).toEqual(["helpful", "unhelpful", "delete"]);
});

test("it keeps quiet when it is not sure, and when nobody asks", async () => {
  const manners = meet();
  expect(await manners.hear(heard("lunch at twelve?", "overheard"))).toBeUndefined();
  expect(await manners.hear(heard("I like grok", "overheard"))).toBeUndefined();
});

test("it keeps quiet when what seemed sure turns out to be no answer", async () => {
  const manners = meet({ bot: { ...bot, overhear: (message) => ({ ...message, command: "ask" }) } });
  expect(await manners.hear(heard("how tall is mount everest?", "overheard"))).toBeUndefined();
  expect(await manners.hear(heard(question, "overheard"))).toBeDefined();
});

test("the same is not said again for ten minutes; in another channel or language it is not the same", async () => {
  const manners = meet({ overhear: ["*"] });
  const ask = (text: string, channel: string) => manners.hear(heard(text, "overheard", { channel }));
  expect(await ask(question, "a")).toBeDefined();
  expect(await ask(question, "a")).toBeUndefined();
  expect(await ask(question, "b")).toBeDefined();
  expect(await ask("ist grok wirklich open source?", "a")).toBeDefined();
  vi.advanceTimersByTime(599_000);
  expect(await ask(question, "a")).toBeUndefined();
  vi.advanceTimersByTime(1_001);
  expect(await ask(question, "a")).toBeDefined();
});

test("what was just answered to a mention is not repeated", async () => {
  const manners = meet();
  await cardOf(manners, heard(question, "mention"));
  expect(await manners.hear(heard(question, "overheard"))).toBeUndefined();
});

test("a person gets five in a burst, and the next mention is told so instead of being ignored", async () => {
  const manners = meet({ overhear: ["*"] });
  const ask = (channel: string) => manners.hear(heard(question, "overheard", { channel }));
  for (const channel of ["a", "b", "c", "d", "e"]) expect(await ask(channel), channel).toBeDefined();
  expect(await ask("f")).toBeUndefined();
  expect((await cardOf(manners, heard("grok", "mention", { channel: "f" }))).reply.title).toBe(busy);
  vi.advanceTimersByTime(2_001);
  // What was held back was not said, so it is no repetition.
  expect(await ask("f")).toBeDefined();
});

test("a busy channel gets nothing unasked", async () => {
  const manners = meet();
  for (let i = 0; i < 20; i++) await cardOf(manners, heard("llama", "mention", { person: `p${i}` }));
  expect(await manners.hear(heard(question, "overheard"))).toBeUndefined();
  vi.advanceTimersByTime(3_001);
  expect(await manners.hear(heard(question, "overheard"))).toBeDefined();
});
