import { describe, expect, test } from "vitest";
import { drawBlocks, drawCard, writeCard } from "../../../../src/adapters/slack/card.ts";
import { bareText, escapedUpTo } from "../../../../src/adapters/slack/draw/text.ts";
import type { Reply } from "../../../../src/chat.ts";
import { page, plain, reply } from "./parts.ts";

describe("words", () => {
  test("that just fit are whole, longer ones end in an ellipsis", () => {
    expect(escapedUpTo(4, "abcd")).toBe("abcd");
    expect(escapedUpTo(4, "abcde")).toBe("abc…");
  });

  test("are not cut inside an entity or a character", () => {
    expect(escapedUpTo(6, "ab&cd")).toBe("ab…");
    expect(escapedUpTo(7, "ab&cd")).toBe("ab…");
    expect(escapedUpTo(8, "ab&cde")).toBe("ab&amp;…");
    expect(escapedUpTo(4, "ab👍👍")).toBe("ab…");
  });

  test("of several lines stay so where lines are kept", () => {
    expect(bareText("a\tb\r\nc\u0007\u200b")).toBe("a\tb\r\nc\ufffd");
    expect(escapedUpTo(9, "a\t\tb\r\n\u2028c")).toBe("a b c");
  });
});

describe("a message's text", () => {
  test("is title and short answer, each of at most 1,990 characters", () => {
    const textOf = (more: Partial<Reply>) => drawCard({ reply: { ...reply, ...more }, controls: [] }).text;
    expect(textOf({})).toBe("Title\nText");
    expect(textOf({ text: "" })).toBe("Title");
    expect(textOf({ text: "a & b < c > d" })).toBe("Title\na &amp; b &lt; c &gt; d");
    expect(textOf({ text: "x".repeat(2_000) })).toBe(`Title\n${"x".repeat(1_989)}…`);
  });

  test("is literal, and unfolds no link", () => {
    const inert = { mrkdwn: false, unfurl_links: false, unfurl_media: false };
    expect(drawCard({ reply, controls: [] })).toMatchObject(inert);
    expect(writeCard({ reply, controls: [] })).toMatchObject(inert);
  });

  test("in place of blocks is the whole answer, paragraph by paragraph", () => {
    const whole: Reply = {
      ...reply,
      table: { caption: "Models", columns: ["Model", "Code"], rows: [[{ text: "Grok" }, { text: "open" }]] },
      sections: [
        {
          heading: "Why",
          lines: [{ mark: "open", lead: "Code:", text: "a < b", refs: [1, 2] }, { text: "more" }],
        },
        { lines: [{ text: "alone" }] },
      ],
      sources: [{ ...page, date: "2024" }],
      asOf: "As of today",
    };
    const footer = { text: "Shared by" };
    expect(writeCard({ reply: whole, controls: [], footer }).text.split("\n\n")).toEqual([
      "Title\nText",
      "Models\nModel: Grok. Code: open",
      "Why\n● Code: a &lt; b [1][2]\nmore",
      "alone",
      "[1] A page · Somebody, 2024 · https://example.org/",
      "As of today\nShared by",
    ]);
    expect(writeCard({ reply: { ...reply, text: "" }, controls: [] }).text).toBe("Title");
  });
});

describe("small print", () => {
  const printOf = (footer?: { text: string; person?: string }, asOf?: string) =>
    drawBlocks(
      {
        reply: { ...reply, ...(asOf === undefined ? {} : { asOf }) },
        controls: [],
        ...(footer === undefined ? {} : { footer }),
      },
      "message",
    ).slice(2);

  test("says how far the evidence reaches and who shared the card", () => {
    expect(printOf()).toEqual([]);
    expect(printOf({ text: "By", person: "W12" }, "As of 2026")).toEqual([
      {
        type: "context",
        elements: [plain("As of 2026"), { type: "mrkdwn", text: "By <@W12>", verbatim: true }],
      },
    ]);
  });

  test.each(["U1>", "xU1", "U", "B12", "u12"])(
    "mentions nobody whose id is not one of Slack's: %s",
    (person) => {
      expect(printOf({ text: "By", person })).toEqual([{ type: "context", elements: [plain("By")] }]);
    },
  );
});
