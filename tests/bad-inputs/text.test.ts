import { assert, asyncProperty, constantFrom } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPage, type LocalPage } from "../adapters/web/local-page.ts";
import { discordWays } from "./discord-ways.ts";
import { inputs, odd, texts } from "./inputs.ts";
import { terminalWays } from "./local-ways.ts";
import { mutantsOf } from "./mutate.ts";
import { pageWays } from "./page-ways.ts";
import { slackWays } from "./slack-ways.ts";
import { mutations, seed } from "./ways.ts";

let page: LocalPage;
beforeAll(async () => {
  page = await startPage();
});
afterAll(() => page.stop());

const ways = [...discordWays, ...slackWays, ...terminalWays, ...pageWays(() => page.base)];
const all: readonly unknown[] = [...texts, ...odd];
/** Milliseconds; a thousand mutations of each input take their time. */
const patience = 30_000 + mutations * 10_000;

describe("whatever is typed is answered, and acts on nothing", () => {
  test.each(ways.map((way) => [way.name, way] as const))("%s", async (_, way) => {
    for (const given of all) expect(await way.try(given), JSON.stringify(given)?.slice(0, 200)).toEqual([]);
  });
});

const seeds = inputs.flatMap((input) =>
  "texts" in input
    ? [[input.name, input.texts.length > 0 ? input.texts : ["7 true null [] {}"]] as const]
    : [],
);

describe("so is what becomes of it by some changes", () => {
  test.each(seeds)(
    "%s",
    async (_, spellings) => {
      for (const text of spellings)
        await assert(
          asyncProperty(mutantsOf(text), constantFrom(...ways), async (mutant, way) => {
            expect(await way.try(mutant), way.name).toEqual([]);
          }),
          { numRuns: Math.ceil(mutations / spellings.length), seed },
        );
    },
    patience,
  );
});
