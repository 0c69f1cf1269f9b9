import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

/** The program as a person or a script runs it. */
function ask(...args: readonly string[]) {
  const env = { ...process.env, LOG_LEVEL: "", DEFAULT_LANGUAGE: "", FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/src/ask.js", ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

function json(...args: readonly string[]) {
  const { status, stdout, stderr } = ask("--json", ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.trim().split("\n")).toHaveLength(1);
  return JSON.parse(stdout);
}

describe("ask --json prints one object", () => {
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
  ])("%s: %s, %s", (question, band, entry) => {
    const result = json(question);
    expect(Object.keys(result)).toEqual(["question", "band", "entry", "others", "reply", "ms"]);
    expect(result).toMatchObject({ question, band, entry });
    expect(result.reply.title).not.toBe("");
  });

  test("a comparison names its other subjects", () => {
    expect(json("/compare grok-1 olmo 2").others).toEqual(["model:olmo-2"]);
  });

  test("overheard chatter is met with silence", () => {
    expect(json("--overheard", "good morning everyone, coffee anyone?")).toMatchObject({
      band: "silent",
      entry: null,
      others: [],
      reply: null,
    });
  });

  test("an overheard question that is sure to be meant is answered", () => {
    expect(json("--overheard", "is grok 2 open source?")).toMatchObject({
      band: "answer",
      entry: "model:grok-2",
    });
  });
});

describe("the language", () => {
  test("is the question's", () => {
    expect(json("ist grok open source?").reply.language).toBe("de");
    expect(json("is grok open source?").reply.language).toBe("en");
  });

  test("can be chosen", () => {
    expect(json("--lang", "de", "/openness grok").reply.language).toBe("de");
  });
});

describe("a wrong call says how it is right, and fails", () => {
  test.each([[[]], [["--lang", "fr", "grok"]], [["--frobnicate", "grok"]]])("%j", (args) => {
    const { status, stdout, stderr } = ask(...args);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("Usage: npm run -s ask");
  });
});
