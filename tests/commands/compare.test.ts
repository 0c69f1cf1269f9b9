import { describe, expect, test } from "vitest";
import { say } from "../chat.ts";

describe("/compare reads names", () => {
  test.each([
    ["grok-1 olmo 2", ["model:grok-1", "model:olmo-2"]],
    ["grok-1, olmo 2", ["model:grok-1", "model:olmo-2"]],
    ["grok 1 vs. OLMo-2", ["model:grok-1", "model:olmo-2"]],
    ["olmo 2 oder grok 1", ["model:olmo-2", "model:grok-1"]],
    ["gpt-oss gemma 4 llama 4", ["model:gpt-oss", "model:gemma-4", "model:llama-4"]],
    ["Grok und Llama", ["family:grok", "family:llama"]],
    ["nova, titan", ["model:amazon-nova", "model:amazon-titan"]],
    ["grokk 1, olmoo 2", ["model:grok-1", "model:olmo-2"]],
  ])("%s", async (text, keys) => {
    const reply = await say(`/compare ${text}`);
    expect(reply.band).toBe("answer");
    expect([reply.entry, ...(reply.others ?? [])]).toEqual(keys);
    expect(reply.table?.columns).toHaveLength(keys.length + 1);
  });
});

test("the conclusion counts open parts, most first", async () => {
  expect((await say("/compare grok-1 olmo 2")).text).toBe(
    "OLMo 2 is open in 8 of 8 parts and Grok-1 is open in 3 of 8 parts.",
  );
});

test("a family is stood in for by its newest model, and says so", async () => {
  expect((await say("/compare grok, claude")).text).toContain(
    "Grok (xAI) has several versions; shown is the newest, Grok-4 (4–4.7).",
  );
});

test("one known model is not enough, and what is unknown is named", async () => {
  const reply = await say("/compare grok-1, frobnicator", "de");
  expect(reply.band).toBe("none");
  expect(reply.text).toContain("Nicht bekannt: frobnicator.");
  expect(reply.next?.[0]?.text).toBe("grok-1");
});

test("of more than five the first five are compared", async () => {
  const reply = await say("/compare grok-1, grok-2, grok-3, grok-4, gpt-2, gpt-4, claude");
  expect(reply.table?.columns).toHaveLength(6);
  expect(reply.text).toContain("More than five do not fit");
});

test("what is unknown is counted apart, and no unknown version is stood in for", async () => {
  expect((await say("/compare deepseek-v4, gpt-oss")).text).toContain("(5 unknown)");
  expect((await say("/compare gpt-6, grok-1")).text).toContain("Not known: gpt 6.");
  expect((await say("/compare grok 5, grok-1")).text).toContain("Not known: grok 5.");
});

test("a misspelt name is compared, and the reading is shown", async () => {
  expect((await say("/compare olmoo 2, grok-1")).text).toContain("Read “olmoo 2” as “OLMo 2”.");
});

test("two terms are told apart instead", async () => {
  expect(await say("/compare open weights, open source ai")).toMatchObject({
    entry: "term:open-weights",
    others: ["term:open-source-ai"],
  });
});

test("names no more that it does not know than it compares, and reads no story", async () => {
  const names = Array.from({ length: 400 }, (_, index) => `nonsense${index}`);
  const { text } = await say(`/compare ${names.join(", ")}`);
  expect(text.match(/nonsense\d+/g)).toEqual(names.slice(0, 5));
});
