import { assert, asyncProperty, constantFrom } from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/chat.ts";
import { readPress, writePress } from "../../src/manners/press.ts";
import { phrases } from "../../src/phrases.ts";
import { wordsOf } from "../adapters/discord/read.ts";
import { interact, type Outcome } from "./discord-ways.ts";
import { mutantsOf } from "./mutate.ts";
import { mutations, seed } from "./ways.ts";

const press = (code: unknown, locale: string) =>
  interact({ type: 3, data: { component_type: 2, custom_id: code }, message: { id: "9", flags: 0 } }, locale);
const submit = (code: unknown, locale: string) =>
  interact({ type: 5, data: { custom_id: code, components: [] } }, locale);

const said = ({ responses }: Outcome) =>
  responses.flatMap((one) => ("data" in one && "flags" in one.data ? [wordsOf(one.data)] : [])).join("\n");

/** One of each kind, as we write them. */
const own = [
  writePress({ kind: "ask", ask: { command: "openness", text: "grok-1" }, language: "de", chosen: true }),
  writePress({ kind: "share", ask: { command: "define", text: "open-weights" }, language: "en" }),
  writePress({ kind: "delete", language: "de", asker: "4711" }),
  writePress({ kind: "vote", language: "en", entry: "family:grok", verdict: "unhelpful" }),
  writePress({ kind: "settings", language: "de", channel: "4711" }),
];

describe.each([
  ["en", "en-GB"],
  ["de", "de"],
] as const)("a button that is none of ours is said to be too old, in %s", (language, locale) => {
  const { title } = phrases[language].card.stale;

  test.each([
    "",
    "1",
    "0:ask:en:ask:grok",
    "1:vote:en",
    "1:vote:en:up:person:ada",
    "1:vote:en:up:term:x' OR 1=1",
    "1:__proto__:en:x",
    "1:constructor:en:x:y",
    "1:ask:fr:ask:grok",
    `1:ask:en:ask:${"grok ".repeat(30)}`,
    "1:settings:en:4711",
  ])("%j", async (code) => {
    const outcome = await press(code, locale);
    expect([said(outcome).includes(title), outcome.faults]).toEqual([true, []]);
  });

  test.each(["", "1:settings", "2:settings:en:-", "1:ask:en:openness:grok", "settings"])(
    "and so is a window with %j",
    async (code) => {
      const outcome = await submit(code, locale);
      expect([said(outcome).includes(title), outcome.faults]).toEqual([true, []]);
    },
  );
});

test("an unknown command on a button is answered in the reader's language", async () => {
  expect(said(await press("1:ask:en:nonsense:grok", "de"))).toContain(
    phrases.de.failure.unknownCommand("nonsense"),
  );
});

test("what a button says about who asked lets nobody delete but those it names", async () => {
  for (const asker of ["0", "4711", "__proto__", "*", ""]) {
    const outcome = await press(`1:delete:en:${asker}`, "en-GB");
    expect(outcome.isDeleted, asker).toBe(false);
  }
});

describe("a button of ours with some changes is answered, and carries on nothing that Discord refuses", () => {
  test.each(own)(
    "%s",
    async (code) => {
      await assert(
        asyncProperty(mutantsOf(code), constantFrom(press, submit), async (mutant, send) => {
          const { responses, isDeleted, faults } = await send(mutant, "de");
          expect([responses.length > 0 || isDeleted, faults]).toEqual([true, []]);
        }),
        { numRuns: mutations, seed },
      );
    },
    600_000,
  );
});

test("what is read of a changed code can be written, and says the same", async () => {
  await assert(
    asyncProperty(constantFrom(...own).chain(mutantsOf), async (mutant) => {
      const found = readPress(mutant);
      expect(found === undefined || writePress(found) === mutant).toBe(true);
      expect(found === undefined || languages.includes(found.language)).toBe(true);
    }),
    { numRuns: mutations * own.length, seed },
  );
});
