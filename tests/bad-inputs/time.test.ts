import { afterEach, describe, expect, test, vi } from "vitest";
import { createBot } from "../../src/bot.ts";
import { languages } from "../../src/chat.ts";
import { openLibrary } from "../../src/knowledge/load.ts";
import { createMind } from "../../src/mind.ts";
import { createOnce } from "../../src/manners/once.ts";
import { createPaces } from "../../src/manners/pace.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { requestOf, silentLog, textOf } from "../chat.ts";

const { TZ } = process.env;
afterEach(() => {
  vi.useRealTimers();
  process.env["TZ"] = TZ ?? "";
  if (TZ === undefined) delete process.env["TZ"];
});

const library = openLibrary();

describe("whatever the clock says, answers are given and their dates are dates:", () => {
  test.each([
    ["the night in which an hour comes twice", "2026-10-25T02:30:00+02:00"],
    ["the night in which an hour is left out", "2027-03-28T02:30:00+01:00"],
    ["the year 2038", "2038-01-19T03:14:08Z"],
    ["a day that few years have", "2028-02-29T12:00:00Z"],
    ["before all of it", "1970-01-01T00:00:00Z"],
    ["after all of it", "9999-12-31T23:59:59Z"],
  ])("%s", async (_, now) => {
    process.env["TZ"] = "Europe/Berlin";
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    const mind = createMind(library);
    const bot = createBot(() => mind, silentLog);
    for (const language of languages)
      for (const line of [
        "/openness grok",
        "/define open-weights",
        "/claims",
        "/timeline",
        "/help privacy",
      ]) {
        const reply = await bot.answer(requestOf(line, language));
        expect(reply.band, line).toBe("answer");
        expect(textOf(reply), line).not.toMatch(/Invalid|NaN|undefined/u);
      }
  });
});

test("a clock that steps back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T12:00:00Z") });
  const once = createOnce(createMemoryStore(), "test");
  const paces = createPaces(() => 1);
  expect([once.isNew(["1"]), await once.claim(["1"])]).toEqual([true, true]);
  const before = Array.from({ length: 6 }, () => paces.take("ada", "lounge"));
  for (const now of ["2026-11-22T02:00:00Z", "1999-01-01T00:00:00Z", "2026-11-22T12:00:01Z"]) {
    vi.setSystemTime(new Date(now));
    // What came once does not come anew, and nobody gets more than before.
    expect([once.isNew(["1"]), await once.claim(["1"]), paces.take("ada", "lounge")]).toEqual([
      false,
      false,
      "drop",
    ]);
  }
  expect(before).toEqual(["go", "go", "go", "go", "go", "tell"]);
});
