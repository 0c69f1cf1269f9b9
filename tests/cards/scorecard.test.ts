import { expect, test } from "vitest";
import { longestAlt } from "../../src/chat.ts";
import { parts } from "../../src/knowledge/vocabulary.ts";
import { createManners } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { bot, knowledge, say, silentLog } from "../chat.ts";
import { everyScorecard } from "../picture/scorecards.ts";

test.each(everyScorecard)("the description of %s says everything, and fits", (_, scorecard) => {
  const { alt, columns, rows, footer } = scorecard;
  expect(alt.length).toBeLessThanOrEqual(longestAlt);
  expect(alt).toContain(footer);
  expect(columns).toHaveLength(parts.length);
  for (const { name, label, cells } of rows) {
    expect(cells).toHaveLength(parts.length);
    const said = alt.slice(alt.indexOf(`${name} (${label}): `)).split(". ")[0] ?? "";
    for (const [index, { text }] of cells.entries())
      expect(said.split("; ").find((group) => group.includes(`${text}: `))).toContain(columns[index]);
  }
});

test("a model has one row, a family one for each member, a comparison one for each model", async () => {
  const names = async (line: string) => (await say(line)).scorecard?.rows.map(({ name }) => name);
  expect(await names("/openness grok-1")).toEqual(["Grok-1"]);
  expect(await names("/openness grok")).toEqual(
    knowledge.families.get("grok")?.members.map(({ name }) => name),
  );
  expect(await names("/compare grok-1, olmo 2")).toEqual(["Grok-1", "OLMo 2"]);
  expect(await names("/define model-weights")).toBeUndefined();
});

test("of a family with more members the newest five are shown, and the picture says so", async () => {
  const { scorecard } = await say("/openness mistral");
  expect(scorecard?.rows).toHaveLength(5);
  expect(scorecard?.footer).toContain("The newest 5 of 6 versions.");
  expect(scorecard?.alt).toContain("The newest 5 of 6 versions.");
});

test("the picture names its yardstick and the date of its evidence, and no score", async () => {
  const { scorecard, asOf } = await say("/openness grok-1", "de");
  expect(scorecard?.footer).toBe(`Einstufung: unsere eigene, aus diesen acht Teilen. ${asOf}`);
  for (const [, { alt, footer }] of everyScorecard) expect(`${alt} ${footer}`).not.toMatch(/%|\d\/\d/);
});

test("what nobody asked for comes without a picture", async () => {
  const manners = createManners(bot, {
    adapter: "test",
    overhear: ["*"],
    language: "en",
    store: createMemoryStore(),
    log: silentLog,
  });
  const heard = { ask: { command: "ask", text: "is grok open source?" }, person: "p", shared: true };
  const asked = await manners.hear({ ...heard, ids: ["1"], channel: "a", how: "mention" });
  const overheard = await manners.hear({ ...heard, ids: ["2"], channel: "b", how: "overheard" });
  expect(asked?.reply.scorecard).toBeDefined();
  expect(overheard?.reply.entry).toBe(asked?.reply.entry);
  expect(overheard?.reply.scorecard).toBeUndefined();
});
