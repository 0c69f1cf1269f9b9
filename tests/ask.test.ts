import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { askBot } from "../src/outcome.ts";
import { bot } from "./chat.ts";

/** The program as a person or a script runs it. */
function ask(...args: readonly string[]) {
  const env = { ...process.env, LOG_LEVEL: "", DEFAULT_LANGUAGE: "", FORCE_COLOR: "0" };
  return spawnSync(process.execPath, ["dist/src/ask.js", ...args], { encoding: "utf8", env });
}

describe("a question gets its entry and band", () => {
  test.each([
    ["/openness grok", "answer", "family:grok"],
    ["/openness Grok 2.5", "answer", "model:grok-2"],
    ["/define model-weights", "answer", "term:model-weights"],
    ["/define Modellgewichte", "answer", "term:model-weights"],
    ["/define modellgewihte", "answer", "term:model-weights"],
    ["/compare grok-1 olmo 2", "answer", "model:grok-1"],
    ["/claims licensing", "answer", null],
    ["/help", "answer", null],
    ["gork", "answer", "family:grok"],
    ["zxqv wvutz brrm", "none", null],
  ])("%s: %s, %s", async (question, band, entry) => {
    const { outcome, reply } = await askBot(bot, question, "en", false);
    expect(outcome).toMatchObject({ question, band, entry });
    expect(reply?.title).not.toBe("");
  });

  test("a comparison names its other subjects", async () => {
    const { outcome } = await askBot(bot, "/compare grok-1 olmo 2", "en", false);
    expect(outcome.others).toEqual(["model:olmo-2"]);
  });

  test("overheard chatter is met with silence", async () => {
    expect(await askBot(bot, "good morning everyone, coffee anyone?", "en", true)).toMatchObject({
      reply: undefined,
      outcome: { band: "silent", entry: null, others: [] },
    });
  });

  test("an overheard question that is sure to be meant is answered", async () => {
    const { outcome } = await askBot(bot, "is grok 2 open source?", "en", true);
    expect(outcome).toMatchObject({ band: "answer", entry: "model:grok-2" });
  });
});

describe("the program", () => {
  test("prints one object with --json, and nothing else", () => {
    const { status, stdout, stderr } = ask("--json", "ist", "grok", "open source?");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(["question", "band", "entry", "others", "reply", "ms"]);
    expect(result).toMatchObject({ question: "ist grok open source?", band: "answer", entry: "family:grok" });
    expect(result.reply).toMatchObject({ language: "de", entry: "family:grok" });
  });

  test("prints null for the reply when it stays silent", () => {
    const { stdout } = ask("--json", "--overheard", "hello there");
    expect(JSON.parse(stdout)).toMatchObject({ band: "silent", entry: null, reply: null });
  });

  test("draws the answer without --json, in the chosen language", () => {
    const { stdout, stderr } = ask("--lang", "de", "what is openwashing?");
    expect(stdout).toMatch(/^Openwashing\n\nEin Produkt als offen darzustellen/);
    // Nothing is logged unless it is asked for.
    expect(stderr).toBe("");
  });

  test.each([[[]], [["--lang", "fr", "grok"]], [["--frobnicate", "grok"]]])(
    "called wrongly with %j says how it is called, and fails",
    (args) => {
      const { status, stdout, stderr } = ask(...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toContain("Usage: npm run -s ask");
    },
  );
});
