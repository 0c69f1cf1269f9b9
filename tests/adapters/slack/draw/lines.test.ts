import { describe, expect, test } from "vitest";
import { drawSections } from "../../../../src/adapters/slack/draw/sections.ts";
import type { Line } from "../../../../src/chat.ts";
import { blocksOf, plain } from "./parts.ts";

const words = (text: string) => ({ type: "text", text });
const bold = (text: string) => ({ type: "text", text, style: { bold: true } });
const line = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });

describe("a title", () => {
  const [fits, tooLong] = ["x".repeat(150), "x".repeat(151)];

  test("is a header as long as one can hold it, then a bold line", () => {
    expect(blocksOf({ title: fits, text: "" })).toEqual([{ type: "header", text: plain(fits) }]);
    expect(blocksOf({ title: tooLong, text: "" })).toEqual([
      { type: "rich_text", elements: [line(bold(tooLong))] },
    ]);
  });

  test("is followed by the short answer, as long as a section can hold it, then as rich text", () => {
    expect(blocksOf({ text: "x".repeat(3_000) })[1]).toEqual({
      type: "section",
      text: plain("x".repeat(3_000)),
    });
    expect(blocksOf({ text: "x".repeat(3_001) })[1]).toEqual({
      type: "rich_text",
      elements: [line(words("x".repeat(3_001)))],
    });
  });
});

describe("lines", () => {
  const drawn = (...lines: readonly Line[]) => drawSections([{ lines }]);

  test("alone are a paragraph, several are a list", () => {
    expect(drawn({ text: "one" })).toEqual([{ type: "rich_text", elements: [line(words("one"))] }]);
    expect(drawn({ text: "one" }, { text: "two" })).toEqual([
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_list", style: "bullet", elements: [line(words("one")), line(words("two"))] },
        ],
      },
    ]);
  });

  test("with marks stand below each other, the mark in place of the bullet", () => {
    expect(drawn({ mark: "open", lead: "Code:", text: "there" }, { mark: "closed", text: "gone" })).toEqual([
      { type: "rich_text", elements: [line(words("● "), bold("Code:"), words(" there"), words("\n○ gone"))] },
    ]);
  });

  test("with and without marks keep their order", () => {
    expect(drawn({ text: "a" }, { mark: "unknown", text: "b" }, { text: "c" })).toEqual([
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_list", style: "bullet", elements: [line(words("a"))] },
          line(words("? b")),
          { type: "rich_text_list", style: "bullet", elements: [line(words("c"))] },
        ],
      },
    ]);
  });

  test.each([
    ["Weights:", " "],
    ["Weights.", " "],
    ["Why?", " "],
    ["/define term", "\n"],
    ["1.5 billion", "\n"],
  ])("after the lead %j go on with %j", (lead, gap) => {
    expect(drawn({ lead, text: "open", refs: [1, 2] })).toEqual([
      { type: "rich_text", elements: [line(bold(lead), words(`${gap}open [1][2]`))] },
    ]);
  });

  test("under a heading begin a new block when one is full, without the heading", () => {
    const full: Line = { mark: "open", text: "x".repeat(1_492) };
    const drawnUnder = (heading: string) => drawSections([{ heading, lines: [full, full] }]);
    // Each takes 1,492, its mark and a line break: 2,990 of 3,000.
    expect(drawnUnder("x".repeat(10))).toHaveLength(1);
    expect(drawnUnder("x".repeat(11))).toEqual([
      { type: "rich_text", elements: [line(bold("x".repeat(11))), line(words(`● ${full.text}`))] },
      { type: "rich_text", elements: [line(words(`● ${full.text}`))] },
    ]);
  });

  test("without a heading have all of a block to themselves", () => {
    const half = { text: "x".repeat(1_499) };
    expect(drawn(half, half)).toHaveLength(1);
    expect(drawn(half, { text: `${half.text}x` })).toHaveLength(2);
  });

  test("longer than a block stand alone, and no block is empty", () => {
    const long = { mark: "open" as const, text: "x".repeat(4_000) };
    expect(drawn(long, long)).toHaveLength(2);
  });
});
