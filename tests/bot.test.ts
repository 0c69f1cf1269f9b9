import { describe, expect, test } from "vitest";
import { createBot } from "../src/bot.ts";
import type { Reply } from "../src/chat.ts";
import type { Log } from "../src/log.ts";
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

  test("a command that never ends is answered all the same", async () => {
    const slow = createBot(
      mindWith(() => new Promise(() => {})),
      silentLog,
      { patience: 20 },
    );
    expect((await slow.answer(requestOf("/try"))).title).toBe("That took too long. Please ask once more.");
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
    expect(answer.next?.[0]).toMatchObject({ command: "openness", text: "grok" });
  });

  test("a command without its argument shows how it is used", async () => {
    const answer = await say("/compare");
    expect(answer.text).toBe("Usage: /compare first second [third] [fourth] [fifth]");
    expect(answer.next?.[0]).toMatchObject({ command: "compare", text: "grok-1, olmo 2" });
  });

  test("suggesting and overhearing never throw", () => {
    const broken = createBot(
      mindWith(() => reply),
      silentLog,
    );
    expect(broken.suggest(requestOf("/try"))).toEqual([]);
    expect(broken.overhear(requestOf("is grok open source?"))).toBeUndefined();
  });

  test.each(["", " ", "\0", "\u202egrok", "x".repeat(100_000), "👩‍👩‍👧‍👦".repeat(500), "<!channel> @everyone"])(
    "strange text is only text: %j",
    async (text) => {
      for (const { name } of bot.commands) {
        const answer = await bot.answer({ ...requestOf("/help"), command: name, text });
        expect(textOf(answer).length).toBeLessThan(5_000);
      }
    },
  );
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
  });
});

test("the bot uses a new mind from the next request on", async () => {
  let mind = mindWith(() => ({ ...reply, title: "old" }))();
  const learning = createBot(() => mind, silentLog);
  expect((await learning.answer(requestOf("/try"))).title).toBe("old");
  mind = mindWith(() => ({ ...reply, title: "new" }))();
  expect((await learning.answer(requestOf("/try"))).title).toBe("new");
});
