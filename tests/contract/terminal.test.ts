import { PassThrough, Writable } from "node:stream";
import { createTerminal } from "../../src/adapters/terminal/terminal.ts";
import type { Bot } from "../../src/chat.ts";
import { adapterContract, type Driver, type Seen } from "./contract.ts";

interface Desk {
  type(line: string): Promise<Seen>;
  stop(): Promise<void>;
}

async function openDesk(bot: Bot): Promise<Desk> {
  const input = new PassThrough();
  let written = (_text: string): void => {};
  const output = new Writable({
    write(chunk, _, done) {
      done();
      written(String(chunk));
    },
  });
  const terminal = createTerminal({
    input,
    output: Object.assign(output, { columns: 100 }),
    language: "en",
    env: {},
  });
  await terminal.start(bot);
  return {
    type: (line) =>
      new Promise((resolve) => {
        written = (text) => resolve({ text, isPrivate: true, payload: text });
        input.write(`${line}\n`);
      }),
    stop: () => terminal.stop(),
  };
}

async function openTerminal(bot: Bot): Promise<Driver> {
  // A chosen language holds from then on, so each has a terminal of its own.
  const desks = { free: await openDesk(bot), en: await openDesk(bot), de: await openDesk(bot) };
  await desks.en.type("/lang en");
  await desks.de.type("/lang de");
  const seenAt = new WeakMap<Seen, Desk>();
  let count = 0;

  async function typeAt(desk: Desk, line: string): Promise<Seen> {
    const seen = await desk.type(line);
    seenAt.set(seen, desk);
    count += 1;
    return seen;
  }

  return {
    command: (line, language) => typeAt(desks[language], line),
    mention: (text) => typeAt(desks.free, text),
    direct: (text) => typeAt(desks.free, text),
    press(label, on) {
      const [, number = ""] = new RegExp(`(\\d+)\\) ${label}(?: {3}|$)`, "m").exec(on.text) ?? [];
      return typeAt(seenAt.get(on) ?? desks.free, number);
    },
    answers: async () => count,
    async stop() {
      await Promise.all(Object.values(desks).map((desk) => desk.stop()));
    },
  };
}

adapterContract("terminal", openTerminal);
