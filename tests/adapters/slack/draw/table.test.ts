import { describe, expect, test } from "vitest";
import { drawBlocks, drawCard } from "../../../../src/adapters/slack/card.ts";
import { fitsTable, tableOf } from "../../../../src/adapters/slack/draw/table.ts";
import type { Scorecard } from "../../../../src/chat.ts";
import { blocksOf, control, many, reply } from "./parts.ts";

const scorecardOf = (...names: readonly string[]): Scorecard => ({
  caption: "Parts",
  subject: "Model",
  columns: ["Code"],
  rows: names.map((name) => ({ name, label: "Open", cells: [{ mark: "open", text: "open" }] })),
  footer: "By our yardstick",
  alt: "In words",
});

describe("a table", () => {
  const rowsOf = (rows: number, columns = 2, text = "x") => ({
    caption: "Models",
    columns: many(columns, () => "c"),
    rows: many(rows, () => many(columns, () => ({ text }))),
  });

  test.each([
    [rowsOf(0), false],
    [rowsOf(1), true],
    [rowsOf(100), true],
    [rowsOf(101), false],
    [rowsOf(1, 20), true],
    [rowsOf(1, 21), false],
    [{ ...rowsOf(1), rows: [[{ text: "x".repeat(9_998) }]] }, true],
    [{ ...rowsOf(1), rows: [[{ text: "x".repeat(9_999) }]] }, false],
  ])("fits Slack's own, or does not (%#)", (table, fits) => {
    expect(fitsTable(table)).toBe(fits);
  });

  const table = {
    caption: "Models",
    columns: ["Model", "Code", "Data"],
    rows: [[{ text: "Grok" }, { text: "open", mark: "open" as const }, { text: "no" }]],
  };

  test("is Slack's own in a message", () => {
    const raw = (text: string) => ({ type: "raw_text", text });
    expect(blocksOf({ table })[2]).toEqual({
      type: "data_table",
      caption: "Models",
      row_header_column_index: 0,
      page_size: 1,
      rows: [
        [raw("Model"), raw("Code"), raw("Data")],
        [raw("Grok"), raw("● open"), raw("no")],
      ],
    });
  });

  test("is lines elsewhere, and in a message that cannot hold it", () => {
    const shown = drawBlocks({ reply: { ...reply, table }, controls: [control("share")] }, "view");
    const [, , lines, ...others] = shown;
    expect(JSON.stringify(lines)).toContain('"Models"');
    expect(JSON.stringify(lines)).toContain('"Model: Grok."');
    expect(JSON.stringify(lines)).toContain("Code: ● open; Data: no");
    expect(others).toEqual([]);
    expect(blocksOf({ table: { ...table, rows: many(101, () => table.rows[0] ?? []) } })[2]).toMatchObject({
      type: "rich_text",
    });
  });

  test("of one model is none", () => {
    expect(tableOf(scorecardOf("Grok"))).toBeUndefined();
    expect(tableOf(scorecardOf("Grok", "OLMo"))).toEqual({
      caption: "Parts",
      columns: ["Model", "Code"],
      rows: ["Grok", "OLMo"].map((name) => [{ text: name }, { text: "open", mark: "open" }]),
    });
  });

  test("of a scorecard stands under its picture, where there is an address for one", () => {
    const scorecard = scorecardOf("Grok", "OLMo");
    const card = { reply: { ...reply, scorecard }, controls: [] };
    const types = (picture?: string) => drawBlocks(card, "message", picture).map(({ type }) => type);
    expect(types()).toEqual(["header", "section", "data_table"]);
    expect(drawCard(card).blocks?.map(({ type }) => type)).toEqual(types());
    expect(types("https://example.org/p.png")).toEqual(["header", "section", "image", "data_table"]);
    expect(drawCard(card, "https://example.org/p.png").blocks?.[2]).toEqual({
      type: "image",
      image_url: "https://example.org/p.png",
      alt_text: "In words",
    });
    expect(drawBlocks({ reply, controls: [] }, "message", "https://example.org/p.png")).toHaveLength(2);
    expect(drawBlocks(card, "view").map(({ type }) => type)).toEqual(["header", "section"]);
  });
});
