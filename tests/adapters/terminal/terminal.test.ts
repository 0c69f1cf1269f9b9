import { once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createTerminal } from "../../../src/adapters/terminal/terminal.ts";
import type { Bot } from "../../../src/chat.ts";
import { cannedBot } from "./canned-bot.ts";

const nextButtons = "\n\nAn answer.\n\n1) Compare   2) Other language\n";

/** A terminal whose input is a pipe. */
function pipedTerminal(env: Record<string, string> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = createTerminal({ input, output, language: "en", env });
  return { input, output, terminal };
}

async function answersTo(bytes: string | Uint8Array, bot: Bot = cannedBot): Promise<string> {
  const { input, output, terminal } = pipedTerminal();
  await terminal.start(bot);
  input.end(bytes);
  await terminal.done;
  output.end();
  return text(output);
}

test("each line of a pipe is answered in order, without greeting, prompt or echo", async () => {
  expect(await answersTo("/openness grok\nis grok open?\n")).toBe(
    `openness(grok) in en${nextButtons}\nask(is grok open?) in en${nextButtons}`,
  );
});

test("slow answers keep their order", async () => {
  const delays = [30, 0];
  const slowFirst: Bot = {
    ...cannedBot,
    answer: async (request) => {
      await wait(delays.shift() ?? 0);
      return cannedBot.answer(request);
    },
  };
  const answers = await answersTo("/first\n/second\n", slowFirst);
  expect(answers.indexOf("first()")).toBeLessThan(answers.indexOf("second()"));
});

test("empty lines are no questions", async () => {
  expect(await answersTo("\n  \r\n\t\n/help\r\n\n")).toBe(`help() in en${nextButtons}`);
});

test("an empty input has no answer", async () => {
  expect(await answersTo("")).toBe("");
});

test("bytes that are no text do no harm", async () => {
  const answers = await answersTo(Uint8Array.from([0x1b, 0x5b, 0x32, 0x4a, 0x00, 0xff, 0x07]));
  expect(answers).toBe(`ask(\ufffd[2J\ufffd\ufffd\ufffd) in en${nextButtons}`);
});

test("/quit ends a pipe before its end", async () => {
  expect(await answersTo("/help\n/quit\n/define\n")).toBe(`help() in en${nextButtons}`);
});

test("each answer is written before the next line comes", async () => {
  const { input, output, terminal } = pipedTerminal();
  await terminal.start(cannedBot);
  input.write("/help\n");
  expect(String(await once(output, "data"))).toContain("help()");
  await terminal.stop();
});

test("its health says whether it is open", async () => {
  const { terminal } = pipedTerminal();
  expect(terminal.health().ready).toBe(false);
  await terminal.start(cannedBot);
  expect(terminal.health().ready).toBe(true);
  await terminal.stop();
  expect(terminal.health().ready).toBe(false);
});

test("it can be stopped in the middle of an answer, which then is not written", async () => {
  const { input, output, terminal } = pipedTerminal();
  await terminal.start({ ...cannedBot, answer: () => new Promise(() => {}) });
  input.write("/openness grok\n");
  await wait(10);
  await terminal.stop();
  await terminal.done;
  output.end();
  expect(await text(output)).toBe("");
});

test("it can be stopped before it was started", async () => {
  const { terminal } = pipedTerminal();
  await terminal.stop();
  await expect(terminal.done).resolves.toBeUndefined();
});

test("an output that nobody reads any more ends it quietly", async () => {
  const input = new PassThrough();
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
  });
  const terminal = createTerminal({ input, output, language: "en", env: {} });
  await terminal.start(cannedBot);
  input.write("/openness grok\n");
  await expect(terminal.done).resolves.toBeUndefined();
});

test("an output that fails otherwise is a fault", async () => {
  const input = new PassThrough();
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("disk full"), { code: "ENOSPC" })),
  });
  const terminal = createTerminal({ input, output, language: "en", env: {} });
  await terminal.start(cannedBot);
  input.write("/openness grok\n");
  await expect(terminal.done).rejects.toThrow("disk full");
});

test("an input that fails is a fault", async () => {
  const { input, terminal } = pipedTerminal();
  await terminal.start(cannedBot);
  input.destroy(new Error("EISDIR"));
  await expect(terminal.done).rejects.toThrow("EISDIR");
});
