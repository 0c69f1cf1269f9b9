import { expect, test } from "vitest";
import { knowledge, say, textOf } from "../chat.ts";

test("/define gives the term, its twin, the definition, why it matters and a source", async () => {
  const reply = await say("/define model-weights");
  expect(reply).toMatchObject({
    band: "answer",
    entry: "term:model-weights",
    title: "Model weights (German: Modellgewichte)",
  });
  expect(reply.sections?.map(({ heading }) => heading)).toEqual([
    "Why it matters",
    "Not to be confused with",
    "Related",
  ]);
  expect(reply.sources).toHaveLength(1);
});

test.each([
  ["Modellgewichte", "term:model-weights"],
  ["modellgewihte", "term:model-weights"],
  ["weights", "term:model-weights"],
  ["Apache 2", "term:apache-2-0"],
  ["grok-1", "model:grok-1"],
  ["grok", "family:grok"],
  ["llama", "family:llama"],
])("/define %s finds %s", async (text, entry) => {
  expect(await say(`/define ${text}`, "de")).toMatchObject({ band: "answer", entry });
});

test("/define without a term lists them all by group", async () => {
  const reply = await say("/define", "de");
  expect(reply.sections).toHaveLength(9);
  for (const { term } of knowledge.terms.values()) expect(textOf(reply)).toContain(term.de);
});
