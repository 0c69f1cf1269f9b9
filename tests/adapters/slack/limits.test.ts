import type {
  DataTableBlock,
  KnownBlock,
  PlainTextElement,
  RichTextElement,
  RichTextSection,
} from "@slack/types";
import { describe, expect, test } from "vitest";
import { faultsOf } from "../../../src/adapters/slack/limits.ts";

const plain = (length: number): PlainTextElement => ({ type: "plain_text", text: "x".repeat(length) });
const button = (id: string, label = 10, value = 10) => ({
  type: "button" as const,
  action_id: id,
  text: plain(label),
  value: "x".repeat(value),
});
const cell = { type: "raw_text" as const, text: "x" };
const table = (rows: number, text = "x"): DataTableBlock => ({
  type: "data_table",
  caption: "A table",
  rows: Array.from({ length: rows }, () => [{ ...cell, text }]),
});
const words = (...elements: RichTextElement[]): RichTextSection => ({ type: "rich_text_section", elements });
const menu = (options: number, label = 10, value = 10): KnownBlock => ({
  type: "actions",
  elements: [
    {
      type: "static_select",
      action_id: "pick",
      options: Array.from({ length: options }, () => ({ text: plain(label), value: "x".repeat(value) })),
    },
  ],
});
const rich = (length: number): KnownBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "x".repeat(length) }] }],
});
const section = (length: number): KnownBlock => ({ type: "section", text: plain(length) });
const input = { type: "plain_text_input" as const, action_id: "typed" };
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, i) => one(i));

describe("the limit checker lets pass what just fits", () => {
  test.each<[string, readonly KnownBlock[]]>([
    ["50 blocks", many(50, () => section(1))],
    ["a header of 150 characters", [{ type: "header", text: plain(150) }]],
    ["a text of 3,000", [section(3_000), rich(3_000)]],
    ["ten small prints", [{ type: "context", elements: many(10, () => plain(3_000)) }]],
    ["25 buttons", [{ type: "actions", elements: many(25, (i) => button(`b${i}`, 75, 2_000)) }]],
    ["100 options", [menu(100, 75, 150)]],
    ["101 rows", [table(101)]],
    ["a line between", [{ type: "divider" }]],
    ["10,000 characters in a table", [table(2, "x".repeat(5_000))]],
  ])("%s", (_, blocks) => {
    expect(faultsOf({ text: "x".repeat(4_000), blocks }, "message")).toEqual([]);
  });

  test("100 blocks in a view, which needs no text", () => {
    expect(faultsOf({ blocks: many(100, () => section(1)) }, "view")).toEqual([]);
  });
});

describe("the limit checker finds", () => {
  test.each<[string, readonly KnownBlock[], string]>([
    ["51 blocks", many(51, () => section(1)), "51 blocks"],
    ["a long header", [{ type: "header", text: plain(151) }], "151 characters instead of 150"],
    ["a long text", [section(3_001)], "3001 characters instead of 3000"],
    ["a long rich text", [rich(3_001)], "3001 characters"],
    ["an empty text", [section(0)], "the text is empty"],
    ["an empty rich text", [rich(0)], "an empty text"],
    ["eleven small prints", [{ type: "context", elements: many(11, () => plain(1)) }], "11 elements"],
    ["26 buttons", [{ type: "actions", elements: many(26, (i) => button(`b${i}`)) }], "26 elements"],
    ["a long label", [{ type: "actions", elements: [button("b", 76)] }], "76 characters instead of 75"],
    ["a long value", [{ type: "actions", elements: [button("b", 1, 2_001)] }], "2001 characters"],
    ["one id twice", [{ type: "actions", elements: [button("b"), button("b")] }], "there twice"],
    ["a long id", [{ type: "actions", elements: [button("b".repeat(256))] }], "256 characters"],
    ["no options", [menu(0)], "0 options"],
    ["101 options", [menu(101)], "101 options"],
    ["a long option", [menu(1, 76)], "76 characters"],
    ["a long option's value", [menu(1, 1, 151)], "151 characters"],
    ["a table without rows", [table(1)], "1 rows"],
    ["102 rows", [table(102)], "102 rows"],
    ["an empty cell", [table(2, "")], "an empty cell"],
    ["a full table", [table(3, "x".repeat(4_000))], "12000 characters in its cells"],
    ["two tables", [table(2), table(2)], "2 tables"],
    [
      "an input in a message",
      [{ type: "input", label: plain(1), element: input }],
      "not allowed in a message",
    ],
    ["something never drawn", [{ type: "markdown", text: "x" }], "not drawn here"],
    ["a table without a name", [{ ...table(2), caption: " " }], "no caption"],
    ["uneven rows", [{ ...table(2), rows: [[cell], [cell, cell]] }], "rows of unequal width"],
    ["21 columns", [{ ...table(2), rows: many(2, () => many(21, () => cell)) }], "too many columns"],
    ["long pages", [{ ...table(2), page_size: 101 }], "pages of 101 rows"],
    ["no words", [{ type: "rich_text", elements: [] }], "no elements"],
    ["no words in a line", [{ type: "rich_text", elements: [words()] }], "an empty line"],
    [
      "a person among the words",
      [{ type: "rich_text", elements: [words({ type: "user", user_id: "U1" })] }],
      "a user among the words",
    ],
    ["a section without text", [{ type: "section" }], "no text"],
    ["fields", [{ type: "section", text: plain(1), fields: [plain(1)] }], "not drawn here"],
    ["a picture from nowhere", [{ type: "image", alt_text: "x", slack_file: { id: "F1" } }], "no address"],
    [
      "a picture among small print",
      [{ type: "context", elements: [{ type: "image", alt_text: "x", image_url: "https://example.org" }] }],
      "an image",
    ],
  ])("%s", (_, blocks, fault) => {
    expect(faultsOf({ text: "x", blocks }, "message").join("\n")).toContain(fault);
  });

  test.each([
    [{ blocks: [] }, "message", "the top-level text is missing"],
    [{ text: "x".repeat(4_001) }, "message", "4001 characters"],
    [{ blocks: [table(2)] }, "view", "not allowed in a view"],
    [{ blocks: [{ type: "context_actions", elements: [] } as const] }, "view", "not allowed in a view"],
  ] as const)("what a message lacks, or a view cannot hold: %j", (payload, surface, fault) => {
    expect(faultsOf(payload, surface).join("\n")).toContain(fault);
  });
});
