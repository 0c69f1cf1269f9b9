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
    "Parts that are open, of 8: OLMo 2 in 8 and Grok-1 in 3.",
  );
});

test("a family is stood in for by its newest model, and says so", async () => {
  expect((await say("/compare grok, claude")).text).toContain(
    "Grok (xAI) has several versions; shown is the newest, Grok-4 (4 to 4.7).",
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
