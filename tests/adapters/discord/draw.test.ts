import { describe, expect, test } from "vitest";
import { drawCard, drawPlain } from "../../../src/adapters/discord/card.ts";
import { drawLink, escapeLine, escapeText } from "../../../src/adapters/discord/escape.ts";
import { drawRows } from "../../../src/adapters/discord/rows.ts";
import {
  drawHead,
  drawSection,
  drawSmallPrint,
  drawSource,
  drawTable,
} from "../../../src/adapters/discord/text.ts";
import type { Reply, Scorecard, Source } from "../../../src/chat.ts";
import type { Control } from "../../../src/manners/controls.ts";

const reply: Reply = { band: "answer", language: "en", title: "Title", text: "Text", audience: "everyone" };
const page: Source = { title: "A page", publisher: "Somebody", url: "https://example.org/" };
const text = (content: string) => ({ type: 10, content });
const control = (kind: Control["kind"]): Control => ({ kind, label: `Do ${kind}`, code: `code-${kind}` });
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, i) => one(i));
const mentions = { parse: [], replied_user: false };

describe("a card", () => {
  test("is title, table, sections, small print and rows, each in Discord's own elements", () => {
    const whole: Reply = {
      ...reply,
      tone: "open",
      table: { caption: "Models", columns: ["Model", "Code"], rows: [[{ text: "Grok" }, { text: "open" }]] },
      sections: [{ heading: "Why", lines: [{ text: "because" }] }, { lines: [{ text: "alone" }] }],
      sources: [page],
      asOf: "As of today",
      next: [{ label: "More", command: "define", text: "fork" }],
    };
    expect(
      drawCard({ reply: whole, controls: [control("share")], footer: { text: "By", person: "1" } }),
    ).toEqual({
      flags: 1 << 15,
      components: [
        {
          type: 17,
          accent_color: 0x56b4e9,
          components: [
            text("## Title\nText"),
            text("### Models\n-# Model: Code\n**Grok** Code: open"),
            text("### Why\nbecause"),
            text("alone"),
            { type: 14, divider: true, spacing: 1 },
            text("-# [1] [A page](https://example.org/) · Somebody\n-# As of today\n-# By <@1>"),
          ],
        },
        {
          type: 1,
          components: [{ type: 2, style: 2, label: "More", custom_id: "1:ask:en:define:fork" }],
        },
        { type: 1, components: [{ type: 2, style: 1, label: "Do share", custom_id: "code-share" }] },
      ],
      allowed_mentions: mentions,
    });
  });

  test("in its plainest form has only title and text", () => {
    expect(drawPlain({ ...reply, audience: "person" })).toEqual({
      flags: (1 << 15) | (1 << 6),
      components: [{ type: 17, accent_color: 0x6b7280, components: [text("## Title\nText")] }],
      allowed_mentions: mentions,
    });
    expect(drawCard({ reply, controls: [] })).toEqual(drawPlain(reply));
  });

  test("shows a picture that comes with it, and says what is on it", () => {
    const picture: Scorecard = {
      caption: "",
      subject: "",
      columns: [],
      rows: [],
      footer: "",
      alt: "In words",
    };
    expect(drawCard({ reply, controls: [] }, picture)).toMatchObject({
      components: [
        {
          components: [
            text("## Title\nText"),
            { type: 12, items: [{ media: { url: "attachment://openness.png" }, description: "In words" }] },
          ],
        },
      ],
      attachments: [{ id: 0, filename: "openness.png", description: "In words" }],
    });
  });

  test("has a text for each of twelve sections, and one for all of more", () => {
    const sectioned = (count: number) =>
      drawCard({
        reply: { ...reply, sections: many(count, (index) => ({ lines: [{ text: `s${index}` }] })) },
        controls: [],
      }).components.flatMap((one) => (one.type === 17 ? one.components : []));
    expect(sectioned(12)).toHaveLength(13);
    expect(sectioned(13).slice(1)).toEqual([text(many(13, (index) => `s${index}`).join("\n"))]);
  });
});

describe("rows", () => {
  const asks = (count: number) =>
    many(count, (index) => ({ label: `Ask ${index}`, command: "define", text: `t${index}` }));
  const picks = (count: number) =>
    many(count, (index) => ({
      label: `*${index}*\n`,
      command: "claims",
      text: `p${index}`,
      pick: true as const,
    }));
  const shape = (next: NonNullable<Reply["next"]>, controls: readonly Control[] = []) =>
    drawRows({ ...reply, next }, controls).map(({ components }) => components.map(({ type }) => type));

  test("hold five buttons each, controls apart from questions", () => {
    expect(shape([])).toEqual([]);
    expect(shape(asks(5))).toEqual([[2, 2, 2, 2, 2]]);
    expect(shape(asks(6), [control("helpful")])).toEqual([[2, 2, 2, 2, 2], [2], [2]]);
  });

  test("with more than four picks begin with a menu, whose labels are plain text", () => {
    expect(shape([...asks(1), ...picks(4)])).toEqual([[2, 2, 2, 2, 2]]);
    expect(shape([...asks(1), ...picks(5)])).toEqual([[3], [2]]);
    expect(drawRows({ ...reply, next: picks(26) }, [])).toMatchObject([
      {
        type: 1,
        components: [
          { type: 3, custom_id: "menu:0", placeholder: "Continue with …", options: { length: 25 } },
        ],
      },
      {
        components: [{ custom_id: "menu:1", options: [{ label: "*25* ", value: "1:ask:en:claims:p25" }] }],
      },
    ]);
  });

  test("show what controls do by word, and votes and deleting by emoji as well", () => {
    const drawn = (kind: Control["kind"]) => drawRows(reply, [control(kind)])[0]?.components[0];
    const button = (kind: Control["kind"], style: number) => ({
      type: 2,
      style,
      label: `Do ${kind}`,
      custom_id: `code-${kind}`,
    });
    expect(drawn("share")).toEqual(button("share", 1));
    expect(drawn("reason")).toEqual(button("reason", 2));
    expect(drawn("helpful")).toEqual({ ...button("helpful", 2), emoji: { name: "👍" } });
    expect(drawn("unhelpful")).toEqual({ ...button("unhelpful", 2), emoji: { name: "👎" } });
    expect(drawn("delete")).toEqual({ ...button("delete", 2), emoji: { name: "🗑️" } });
  });
});

describe("words", () => {
  test("of a head are a heading and what follows it, if anything", () => {
    expect(drawHead(reply)).toBe("## Title\nText");
    expect(drawHead({ ...reply, title: "*T*", text: "" })).toBe("## \\*T\\*");
    expect(drawHead({ ...reply, text: "# no heading" })).toBe("## Title\n\\# no heading");
  });

  test("of a table are a line for each row, with the column's name before each cell", () => {
    const table = {
      caption: "*C*",
      columns: ["Model", "Code", "Data"],
      rows: [
        [{ text: "Grok" }, { text: "open", mark: "open" as const }, { text: "n_o" }, { text: "over" }],
        [],
      ],
    };
    expect(drawTable(table)).toBe(
      "### \\*C\\*\n-# Model: Code · Data\n**Grok** Code: ● open · Data: n\\_o · : over\n**** ",
    );
    expect(drawTable({ caption: "C", columns: [], rows: [] })).toBe("### C\n-# : ");
  });

  test("of lines carry their mark, their lead in bold, and the numbers of their sources", () => {
    expect(
      drawSection({
        heading: "H_",
        lines: [
          { text: "- a" },
          { mark: "closed", text: "- b" },
          { lead: "L*", text: "- c", refs: [1, 2] },
          { mark: "open", lead: "L", text: "d", refs: [3] },
        ],
      }),
    ).toBe("### H\\_\n\\- a\n○ - b\n**L\\*** - c [1][2]\n● **L** d [3]");
  });

  test("of sources tell publisher, date and note as far as they are known", () => {
    expect(drawSource(page, 0)).toBe("-# [1] [A page](https://example.org/) · Somebody");
    expect(drawSource({ ...page, date: "2024", note: "*seen*" }, 4)).toBe(
      "-# [5] [A page](https://example.org/) · Somebody, 2024 · \\*seen\\*",
    );
  });

  test.each(["", "x1", "1x", "1> @everyone"])("mention nobody by the id %j", (person) => {
    expect(drawSmallPrint({ reply, controls: [], footer: { text: "By", person } })).toEqual(["-# By"]);
  });

  test("mention by id whoever is the reason for a card", () => {
    expect(drawSmallPrint({ reply, controls: [] })).toEqual([]);
    expect(drawSmallPrint({ reply, controls: [], footer: { text: "By" } })).toEqual(["-# By"]);
    expect(drawSmallPrint({ reply, controls: [], footer: { text: "By", person: "12" } })).toEqual([
      "-# By <@12>",
    ]);
  });
});

describe("escaping", () => {
  test.each([
    ["# a", "\\# a"],
    ["  # a", "  \\# a"],
    ["> a", "\\> a"],
    ["+ a", "\\+ a"],
    ["a # b", "a # b"],
    ["1. a", "1\\. a"],
    ["  12) a", "  12\\) a"],
    ["12.", "12\\."],
    ["1.5 a", "1.5 a"],
    ["a 1. b", "a 1. b"],
  ])("at the start of a line: %j", (typed, escaped) => {
    expect(escapeLine(typed)).toBe(escaped);
  });

  test.each([
    ["plain words, and 12 of them", "plain words, and 12 of them"],
    ["12:30", "12\\:30"],
    [":smile:", "\\:smile:"],
    ["https://x.example", "https\\://x.example"],
    ["@everyone @HERE @ada", "\\@everyone \\@HERE @ada"],
    ["<@1>", "\\<@1>"],
    ["日本 *x*", "日本 \\*x\\*"],
  ])("anywhere else: %j", (typed, escaped) => {
    expect(escapeText(typed)).toBe(escaped);
  });

  test.each([
    ['https://x.example/a\\b^c`d{e}"f', "https://x.example/a%5Cb%5Ec%60d%7Be%7D%22f"],
    ["https://x.example/(a(b)c)", "https://x.example/%28a%28b%29c%29"],
    ["https://x.example/(a)(b)", "https://x.example/(a)(b)"],
    ["https://x.example/a\u200bb", "https://x.example/ab"],
  ])("keeps a link's address whole: %j", (url, target) => {
    expect(drawLink("A", url)).toBe(`[A](${target})`);
  });
});
