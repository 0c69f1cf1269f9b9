import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createBot } from "../src/bot.ts";
import type { Reply } from "../src/chat.ts";
import type { Log } from "../src/log.ts";
import { noMetrics } from "../src/metrics.ts";
import { bot, requestOf, say, silentLog, textOf } from "./chat.ts";
import { mindWith } from "./one-command.ts";

const reply: Reply = { band: "answer", language: "en", title: "Fine", text: "", audience: "person" };

function keepingLog(): { readonly log: Log; readonly lines: [object, string][] } {
  const lines: [object, string][] = [];
  const keep = (facts: object, message: string) => void lines.push([facts, message]);
  return { lines, log: { info: keep, warn: keep, error: keep } };
}

describe("every request gets a reply", () => {
  test("a command that throws is answered with the code that is in the log", async () => {
    const { log, lines } = keepingLog();
    const broken = createBot(
      mindWith(() => {
        throw new Error("boom");
      }),
      log,
    );
    const answer = await broken.answer(requestOf("/try", "de"));
    const [facts] = lines.find(([, message]) => message === "a command failed") ?? [{}];
    expect(answer.title).toBe("Da ist bei mir etwas schiefgegangen.");
    expect(facts).toMatchObject({ command: "try", code: expect.stringMatching(/^[0-9a-f]{4}$/) });
    expect(answer.text).toContain("code" in facts ? facts.code : "no code");
  });

  test("a command that never ends is answered all the same, and the log says which", async () => {
    const { log, lines } = keepingLog();
    const slow = createBot(
      mindWith(() => new Promise(() => {})),
      log,
      { patience: 20 },
    );
    expect(await slow.answer(requestOf("/try"))).toMatchObject({
      title: "That took too long. Please ask once more.",
      next: [],
    });
    expect(lines[0]).toEqual([{ code: expect.any(String), command: "try" }, "a command took too long"]);
  });

  test("no timer outlives an answer", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    await createBot(
      mindWith(() => reply),
      silentLog,
    ).answer(requestOf("/try"));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a command that rejects is a bug like any other", async () => {
    const broken = createBot(
      mindWith(() => Promise.reject(new Error("later"))),
      silentLog,
    );
    expect((await broken.answer(requestOf("/try"))).title).toContain("went wrong");
  });

  test("an unknown command offers those that are spelt like it", async () => {
    const answer = await say("/opennes grok");
    expect(answer.title).toBe("There is no command “/opennes”.");
    expect(answer.text).toBe("Did you mean one of these?");
    expect(answer.next?.[0]).toMatchObject({ command: "openness", text: "grok" });
    expect(answer.next?.at(-1)).toEqual({ label: "/help", command: "help", text: "" });
  });

  test("at most three commands are offered, and none to a name like no other", async () => {
    expect((await say("/e")).next).toHaveLength(4);
    expect(await say("/zzzzzzzz")).toMatchObject({ text: "", next: [{ command: "help" }] });
  });

  test("a name of any length is shown and searched by its start alone", async () => {
    const answer = await say(`/openness${"s".repeat(24)}${"z".repeat(500)}`);
    expect(answer.title).toBe(`There is no command “/openness${"s".repeat(24)}”.`);
    const tail = await say(`/${"z".repeat(32)}openness`);
    expect(tail.next).toHaveLength(1);
  });

  test("a text goes along with an offered command as long as a button can carry it", async () => {
    const carried = async (length: number) => (await say(`/opennes ${"x".repeat(length)}`)).next?.[0]?.text;
    expect(await carried(80)).toBe("x".repeat(80));
    expect(await carried(81)).toBe("");
  });

  test("a command without its argument shows how it is used", async () => {
    const answer = await say("/compare");
    expect(answer.text).toBe("Usage: /compare first second [third] [fourth] [fifth]");
    expect(answer.next?.[0]).toMatchObject({ command: "compare", text: "grok-1, olmo 2" });
    expect(answer.next?.[0]?.label).toContain("/compare grok-1, olmo 2");
    expect(await bot.answer({ ...requestOf("/compare"), text: " \n " })).toEqual(answer);
    expect((await say("/compare grok-1, olmo 2")).text).not.toContain("Usage");
  });

  test("suggesting and overhearing never throw, but say in the log what went wrong", () => {
    const { log, lines } = keepingLog();
    const broken = createBot(
      mindWith(() => reply),
      log,
    );
    expect(broken.suggest(requestOf("/try"))).toEqual([]);
    expect(broken.overhear(requestOf("is grok open source?"))).toBeUndefined();
    expect(lines).toEqual([
      [{ err: new Error("no suggestions") }, "suggesting failed"],
      [{ err: new Error("no search") }, "overhearing failed"],
    ]);
  });

  // Named, as a title of 100,000 letters is more than a pattern of titles can hold.
  test.each([
    ["nothing", ""],
    ["a space", " "],
    ["a null character", "\0"],
    ["a turned direction", "\u202egrok"],
    ["100,000 letters", "x".repeat(100_000)],
    ["a crowd of families", "👩‍👩‍👧‍👦".repeat(500)],
    ["mentions of everybody", "<!channel> @everyone"],
  ])("strange text is only text: %s", async (_, text) => {
    for (const { name } of bot.commands) {
      const answer = await bot.answer({ ...requestOf("/help"), command: name, text });
      expect(textOf(answer).length).toBeLessThan(5_000);
    }
  });
});

describe("while somebody types,", () => {
  test("the command's suggestions are given", () => {
    expect(bot.suggest(requestOf("/openness grok4"))[0]).toMatchObject({ value: "grok-4" });
  });

  test("there are none for a command that is not known or completes nothing", () => {
    const { log, lines } = keepingLog();
    const nothing = { en: "", de: "" };
    const silent = { name: "try", describe: nothing, example: nothing, options: [], run: () => reply };
    const bare = createBot(() => ({ ...mindWith(() => reply)(), commands: [silent] }), log);
    expect(bare.suggest(requestOf("/try"))).toEqual([]);
    expect(bare.suggest(requestOf("/no-such-command"))).toEqual([]);
    expect(lines).toEqual([]);
  });
});

describe("a message that asks nobody", () => {
  const message = requestOf("is grok open source?");

  test("becomes a question when the search is sure of an answer, else nothing", () => {
    expect(bot.overhear({ ...message, text: "is grok open source?" })).toEqual({
      ...message,
      command: "ask",
    });
    expect(bot.overhear({ ...message, text: "haha yeah openwashing is everywhere" })).toBeUndefined();
  });

  test("is judged as overheard, and by no more of it than anybody can send", () => {
    const seen: unknown[] = [];
    const mind = mindWith(() => reply)();
    const find: typeof mind.find = (text, scope) => {
      seen.push(text.length, scope);
      throw new Error("enough");
    };
    createBot(() => ({ ...mind, find }), silentLog).overhear({ ...message, text: "x".repeat(50_000) });
    expect(seen).toEqual([40_000, { overheard: true }]);
  });
});

test("the language of a text is the mind's to say", () => {
  const mind = mindWith(() => reply)();
  const german = createBot(() => ({ ...mind, languageOf: () => "de" }), silentLog);
  expect(german.languageOf("grok")).toBe("de");
});

test("no more of a text is read than any platform lets a person send", async () => {
  let seen = 0;
  const curious = createBot(
    mindWith(({ text }) => {
      seen = text.length;
      return reply;
    }),
    silentLog,
  );
  await curious.answer({ ...requestOf("/try"), text: "x".repeat(1_000_000) });
  expect(seen).toBe(40_000);
});

describe("the log", () => {
  test("gets one line an answer, with no text and no person in it", async () => {
    const { log, lines } = keepingLog();
    const quiet = createBot(
      mindWith(() => reply),
      log,
    );
    await quiet.answer({ ...requestOf("/try"), text: "my secret question", person: "alice" });
    expect(lines).toEqual([
      [
        { command: "try", entry: undefined, band: "answer", adapter: "test", ms: expect.any(Number) },
        "answered",
      ],
    ]);
  });

  test("does not repeat the name of a command that does not exist", async () => {
    const { log, lines } = keepingLog();
    const quiet = createBot(
      mindWith(() => reply),
      log,
    );
    await quiet.answer(requestOf("/alices-diary today"));
    expect(JSON.stringify(lines)).not.toContain("alice");
    expect(lines[0]?.[0]).toMatchObject({ command: "unknown" });
  });
});

test("how long an answer took is told in milliseconds to the log and in seconds to the metrics", async () => {
  const { log, lines } = keepingLog();
  const counted: unknown[] = [];
  const metrics = { ...noMetrics, answered: (one: object) => void counted.push(one) };
  const timed = createBot(
    mindWith(() => new Promise((resolve) => setTimeout(resolve, 30, reply))),
    log,
    { metrics },
  );
  const before = performance.now();
  await timed.answer(requestOf("/try"));
  const most = performance.now() - before;
  const between = (from: number, to: number) =>
    expect.toSatisfy((value: number) => value >= from && value <= to);
  expect(lines).toMatchObject([[{ ms: between(25, most + 0.01) }, "answered"]]);
  expect(counted).toEqual([
    { adapter: "test", command: "try", band: "answer", seconds: between(0.025, most / 1_000) },
  ]);
});

test("the bot uses a new mind from the next request on", async () => {
  let mind = mindWith(() => ({ ...reply, title: "old" }))();
  const learning = createBot(() => mind, silentLog);
  expect((await learning.answer(requestOf("/try"))).title).toBe("old");
  mind = mindWith(() => ({ ...reply, title: "new" }))();
  expect((await learning.answer(requestOf("/try"))).title).toBe("new");
});
