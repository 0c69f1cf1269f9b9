import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBot } from "../../src/bot.ts";
import type { Bot, Command, Language, Reply } from "../../src/chat.ts";
import { bot, say, silentLog, stringsOf } from "../chat.ts";

/** One answer as a person sees it. */
export interface Seen {
  /** Everything readable, unescaped, in one string. */
  readonly text: string;
  /** Only the person who asked sees it. */
  readonly isPrivate: boolean;
  /** The payload as it went over the wire. */
  readonly payload: string;
}

/** What a person can do on a platform; the same suite runs over each. */
export interface Driver {
  command(line: string, language: Language): Promise<Seen>;
  /** In a place that others read, if the platform has one. */
  mention(text: string): Promise<Seen>;
  direct(text: string): Promise<Seen>;
  /** Presses the button with this label on an answer. */
  press(label: string, on: Seen): Promise<Seen>;
  /** How many answers there have been so far, and all that is under way has come. */
  answers(): Promise<number>;
  /** Delivers the last message or command once more, as the platform does when it is not sure. */
  redeliver?(): Promise<void>;
  /** Messages that must not be answered: the bot's own, other bots', edits. */
  noise?(text: string): Promise<void>;
  suggest?(command: string, typed: string, language: Language): Promise<readonly Offer[]>;
  stop(): Promise<void>;
}

interface Offer {
  readonly label: string;
  readonly value: string;
}

const hostile =
  "@everyone @here <!channel> <@U1> <@1> <@&1> <#1> *b* _i_ `c` ~s~ ||x|| [x](https://x.example) <https://x.example|y> grokk";

const longest: Reply = {
  band: "answer",
  entry: "model:grok-1",
  language: "en",
  title: "A title ".repeat(15).trim(),
  text: "A sentence of the answer. ".repeat(20).trim(),
  sections: Array.from({ length: 6 }, (_, index) => ({
    heading: `Section ${index}`,
    lines: Array.from({ length: 4 }, (__, line) => ({
      mark: "partial" as const,
      lead: `Part ${index}.${line}:`,
      text: "What is known about it. ".repeat(2).trim(),
      refs: [1, 2],
    })),
  })),
  sources: [1, 2, 3].map((n) => ({
    title: `Page ${n}`,
    publisher: "Publisher",
    url: `https://example.org/${n}?a=(b)&c=d`,
    date: "May 2025",
    note: "read in full",
  })),
  asOf: "Evidence up to 1 May 2025.",
  next: Array.from({ length: 12 }, (_, index) => ({
    label: `Suggestion ${index}`,
    command: "define",
    text: `term-${index}`,
    pick: true as const,
  })),
  audience: "person",
};

function commandOf(name: string, run: Command["run"]): Command {
  return { name, describe: { en: "", de: "" }, example: { en: "", de: "" }, options: [], run };
}

/** The real bot with a mind of its own for two commands: one is broken, one says as much as fits. */
function trialBot(): Bot {
  const trial = createBot(
    () => ({
      commands: [
        commandOf("help", () => {
          throw new Error("a bug");
        }),
        commandOf("timeline", () => longest),
      ],
      find: () => {
        throw new Error("no search");
      },
      languageOf: () => undefined,
      catalogue: () => {
        throw new Error("no catalogue");
      },
      isCalibrated: () => true,
    }),
    silentLog,
  );
  return {
    ...bot,
    commands: bot.commands,
    answer: (request) => (["help", "timeline"].includes(request.command) ? trial : bot).answer(request),
  };
}

/** `open` connects one adapter to a stand-in of its platform. */
export function adapterContract(name: string, open: (bot: Bot) => Promise<Driver>): void {
  describe(`on ${name}`, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await open(trialBot());
    });
    afterAll(() => driver.stop());

    // A terminal breaks lines where it must.
    const unbroken = (text: string) => text.replaceAll(/\s/g, "");
    const missingIn = (seen: Seen, reply: Reply) => {
      const all = unbroken(seen.text);
      return stringsOf(reply).filter((text) => !all.includes(unbroken(text)));
    };

    test.each(["en", "de"] as const)("a command is answered whole, once, in %s", async (language) => {
      const before = await driver.answers();
      const seen = await driver.command("/openness grok-1", language);
      expect(missingIn(seen, await say("/openness grok-1", language))).toEqual([]);
      expect(await driver.answers()).toBe(before + 1);
    });

    test("a button is a question: it gives what the command gives", async () => {
      const first = await driver.command("/define model-weights", "en");
      const pressed = await driver.press("Parameters", first);
      expect(missingIn(pressed, await say("/define parameters", "en"))).toEqual([]);
    });

    test("the button for the other language gives the same card in it", async () => {
      const seen = await driver.press("Auf Deutsch", await driver.command("/define model-weights", "en"));
      expect(missingIn(seen, await say("/define model-weights", "de"))).toEqual([]);
    });

    test.each([
      ["is grok open source?", "en"],
      ["ist grok eigentlich open source?", "de"],
      ["Modellgewichte", "de"],
      ["offene Gewichte", "de"],
    ] as const)(
      "a mention and a direct message are answered in their language: %s",
      async (text, language) => {
        const reply = await say(text, language);
        expect(missingIn(await driver.mention(text), reply)).toEqual([]);
        expect(missingIn(await driver.direct(text), reply)).toEqual([]);
      },
    );

    test("what is not known is said honestly", async () => {
      const seen = await driver.mention("how tall is mount everest");
      expect(seen.text).toContain("I have no sourced answer to that yet.");
    });

    test("what a person typed is shown back as plain text, and pings nobody", async () => {
      const seen = await driver.command(`/openness ${hostile}`, "en");
      expect(seen.payload).not.toMatch(/(?<!\\)<[!@#][^>]*>/);
      expect(seen.payload).not.toMatch(/"parse":\["|link_names":true/);
    });

    test("a command that is broken is answered all the same", async () => {
      const seen = await driver.command("/help", "en");
      expect(seen.text).toContain("Something went wrong on my side.");
    });

    test("the longest reply is accepted whole", async () => {
      expect(missingIn(await driver.command("/timeline", "en"), longest)).toEqual([]);
    });

    test("a private answer stays private, and so does what its buttons give", async ({ skip }) => {
      const seen = await driver.command("/define model-weights", "en");
      if (name === "terminal") skip("nobody reads along in a terminal");
      expect(seen.isPrivate).toBe(true);
      expect((await driver.press("Parameters", seen)).isPrivate).toBe(true);
      const shared = await driver.press("Share to channel", seen);
      expect(shared.isPrivate).toBe(false);
      expect(missingIn(shared, await say("/define model-weights", "en"))).toEqual([]);
    });

    test("what is delivered twice is answered once", async ({ skip }) => {
      if (driver.redeliver === undefined) skip("a terminal delivers once");
      await driver.command("/define model-weights", "en");
      const before = await driver.answers();
      await driver.redeliver?.();
      await driver.mention("is grok open source?");
      await driver.redeliver?.();
      expect(await driver.answers()).toBe(before + 1);
    });

    test("bots, edits and its own messages are left alone", async ({ skip }) => {
      if (driver.noise === undefined) skip("there is nobody else in a terminal");
      const before = await driver.answers();
      await driver.noise?.("is grok open source?");
      expect(await driver.answers()).toBe(before);
    });

    test("what is offered while typing fits, comes best first, and is in the reader's language", async ({
      skip,
    }) => {
      if (driver.suggest === undefined) skip("nothing is offered while typing here");
      const offers = (await driver.suggest?.("define", "gewicht", "de")) ?? [];
      expect(offers[0]?.label).toMatch(/ewicht/);
      const all = (await driver.suggest?.("openness", "", "en")) ?? [];
      expect(all.length).toBeGreaterThan(5);
      expect(all.length).toBeLessThanOrEqual(25);
      expect(all.every(({ label, value }) => label.length <= 100 && value.length <= 100)).toBe(true);
    });
  });
}
