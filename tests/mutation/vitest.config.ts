import { defineConfig } from "vitest/config";

/** The quick tests of what is mutated: they run once for every mutant that they reach. The knowledge is built before. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    include: [
      "tests/bot.test.ts",
      "tests/adapters/discord/{card,draw,escape,snapshots}.test.ts",
      "tests/adapters/slack/{card,cards,draw,inert,spelling}.test.ts",
      "tests/knowledge/{check,fold,nearest,one-part,seal}.test.ts",
      "tests/search/!(complete|hostile|language|phrasings|question-set|steps|thresholds).test.ts",
    ],
  },
});
