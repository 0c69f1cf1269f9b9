import { describe, expect, test } from "vitest";
import { drawBlocks, drawCard, writeCard } from "../../../src/adapters/slack/card.ts";
import { drawFeedback } from "../../../src/adapters/slack/draw/feedback.ts";
import { drawForm, readForm } from "../../../src/adapters/slack/draw/form.ts";
import { drawSections } from "../../../src/adapters/slack/draw/sections.ts";
import { drawSources } from "../../../src/adapters/slack/draw/sources.ts";
import { fitsTable, tableOf } from "../../../src/adapters/slack/draw/table.ts";
import { bareText, cleanText, escapedUpTo } from "../../../src/adapters/slack/draw/text.ts";
import { drawFound, drawHome, drawLookup } from "../../../src/adapters/slack/draw/views.ts";
import type { Line, Reply, Scorecard, Source } from "../../../src/chat.ts";
import type { Control } from "../../../src/manners/controls.ts";

const plain = (text: string) => ({ type: "plain_text", text, emoji: false });
const words = (text: string) => ({ type: "text", text });
const bold = (text: string) => ({ type: "text", text, style: { bold: true } });
const line = (...elements: readonly object[]) => ({ type: "rich_text_section", elements });
const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, i) => one(i));

const reply: Reply = { band: "answer", language: "en", title: "Title", text: "Text", audience: "person" };
const blocksOf = (more: Partial<Reply>, controls: readonly Control[] = []) =>
  drawBlocks({ reply: { ...reply, ...more }, controls }, "message");
const page: Source = { title: "A page", publisher: "Somebody", url: "https://example.org/" };
const scorecardOf = (...names: readonly string[]): Scorecard => ({
  caption: "Parts",
  subject: "Model",
  columns: ["Code"],
  rows: names.map((name) => ({ name, label: "Open", cells: [{ mark: "open", text: "open" }] })),
  footer: "By our yardstick",
  alt: "In words",
});
const control = (kind: Control["kind"]): Control => ({ kind, label: `Do ${kind}`, code: `code-${kind}` });

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

describe("sources", () => {
  test("are numbered links in small print, with all that is known of them", () => {
    expect(drawSources([page, { ...page, date: "May 2024", note: "not opened" }])).toEqual([
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: "<https://example.org/|[1] A page> · Somebody\n<https://example.org/|[2] A page> · Somebody, May 2024 · not opened",
            verbatim: true,
          },
        ],
      },
    ]);
  });

  test.each(["*bold*", "~gone~", "`code`", ":smile:", "_it_", "a _", "_b"])(
    "whose words would be markup are plain: %s",
    (title) => {
      expect(drawSources([{ ...page, title }])[0]?.elements).toEqual([
        plain(`[1] ${title} · Somebody · https://example.org/`),
      ]);
    },
  );

  test.each(["snake_case_name", "12:30 and 13:40", "a: b"])(
    "are links where nothing is markup: %s",
    (title) => {
      expect(drawSources([{ ...page, title }])[0]?.elements[0]).toMatchObject({ type: "mrkdwn" });
    },
  );

  test("are plain as well where markup would only begin at the end of a title", () => {
    expect(drawSources([{ ...page, title: "A page_" }])[0]?.elements[0]).toMatchObject({
      type: "plain_text",
    });
  });

  test("of which some are plain keep their order", () => {
    const kinds = drawSources([page, { ...page, title: "*" }, page, page])[0]?.elements.map(
      ({ type }) => type,
    );
    expect(kinds).toEqual(["mrkdwn", "plain_text", "mrkdwn"]);
  });

  test("keep signs out of the address that would end it", () => {
    expect(drawSources([{ ...page, url: "https://example.org/a|b<c> d?e&f" }])[0]?.elements[0]).toMatchObject(
      {
        text: "<https://example.org/a%7Cb%3Cc%3E%20d?e&amp;f|[1] A page> · Somebody",
      },
    );
  });

  test("fill a text up to 3,000 characters, and a block up to ten texts", () => {
    const [first] = drawSources([page])[0]?.elements ?? [];
    const own = first?.type === "mrkdwn" ? first.text.length : 0;
    const rest = (length: number) => ({ ...page, title: `A page${"x".repeat(length)}` });
    const gap = 3_000 - 2 * own - 1;
    expect(drawSources([page, rest(gap)])[0]?.elements).toHaveLength(1);
    expect(drawSources([page, rest(gap + 1)])[0]?.elements).toHaveLength(2);
    const starred = { ...page, title: "*" };
    expect(drawSources(many(10, () => starred))).toHaveLength(1);
    expect(drawSources(many(11, () => starred)).map(({ elements }) => elements.length)).toEqual([10, 1]);
  });
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

describe("buttons", () => {
  const asks = (count: number) =>
    many(count, (index) => ({ label: `Ask ${index}`, command: "define", text: `t${index}` }));
  const picks = (count: number) => asks(count).map((ask) => ({ ...ask, pick: true as const }));
  const shapes = (more: Partial<Reply>, controls: readonly Control[] = []) =>
    blocksOf(more, controls)
      .slice(2)
      .map((block) => (block.type === "actions" ? block.elements.map(({ type }) => type) : block.type));

  test("carry the question they ask", () => {
    expect(blocksOf({ next: asks(1) })[2]).toEqual({
      type: "actions",
      elements: [{ type: "button", action_id: "ask-0", text: plain("Ask 0"), value: "1:ask:en:define:t0" }],
    });
  });

  test("of up to four picks stay buttons; more are a menu, in front of the other buttons", () => {
    expect(shapes({ next: picks(4) })).toEqual([many(4, () => "button")]);
    expect(shapes({ next: [...asks(2), ...picks(5)] })).toEqual([["static_select", "button", "button"]]);
    expect(blocksOf({ next: picks(5) })[2]).toMatchObject({
      elements: [
        {
          action_id: "pick-0",
          placeholder: plain("Continue with …"),
          options: many(5, (index) => ({ text: plain(`Ask ${index}`), value: `1:ask:en:define:t${index}` })),
        },
      ],
    });
  });

  test("are at most 25 together, and choices at most 100", () => {
    expect(shapes({ next: asks(25) })).toHaveLength(1);
    expect(shapes({ next: asks(26) }).map(({ length }) => length)).toEqual([25, 1]);
    expect(shapes({ next: picks(100) })).toEqual([["static_select"]]);
    expect(blocksOf({ next: picks(101) })[2]).toMatchObject({
      elements: [{ options: { length: 100 } }, { action_id: "pick-1", options: { length: 1 } }],
    });
  });

  test("of the card itself share it, or say why it did not help; the others are small ones", () => {
    expect(blocksOf({}, [control("share"), control("reason"), control("helpful")])[2]).toMatchObject({
      elements: [
        { action_id: "share", text: plain("Do share"), value: "code-share" },
        { action_id: "reason-1", text: plain("Do reason"), value: "code-reason" },
      ],
    });
  });

  test("for votes come in pairs, and a bin is for whom it is meant", () => {
    const label = (kind: string) => ({
      text: plain(`Do ${kind}`),
      accessibility_label: `Do ${kind}`,
      value: `code-${kind}`,
    });
    const bin = { type: "icon_button", action_id: "delete", icon: "trash", ...label("delete") };
    expect(drawFeedback([])).toEqual([]);
    expect(drawFeedback([control("helpful")])).toEqual([]);
    expect(drawFeedback([control("unhelpful")])).toEqual([]);
    expect(drawFeedback([control("delete")])).toEqual([{ type: "context_actions", elements: [bin] }]);
    const all = [control("helpful"), control("unhelpful"), { ...control("delete"), visibleTo: "U1" }];
    expect(drawFeedback(all)).toEqual([
      {
        type: "context_actions",
        elements: [
          {
            type: "feedback_buttons",
            action_id: "vote",
            positive_button: label("helpful"),
            negative_button: label("unhelpful"),
          },
          { ...bin, visible_to_user_ids: ["U1"] },
        ],
      },
    ]);
  });

  test("tell screen readers no more than Slack allows", () => {
    const [block] = drawFeedback([{ ...control("delete"), label: "x".repeat(76) }]);
    expect(block?.elements).toMatchObject([
      { accessibility_label: "x".repeat(75), text: plain(`${"x".repeat(74)}…`) },
    ]);
  });
});

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

  test("of several lines stay so only where lines are kept", () => {
    expect(bareText("a\tb\r\nc\u0007\u200b")).toBe("a\tb\r\nc\ufffd");
    expect(cleanText("a\t\tb\r\n\u2028c")).toBe("a b c");
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

describe("a window", () => {
  const form = {
    code: "1:form",
    title: "x".repeat(25),
    submit: "Save",
    cancel: "Cancel",
    fields: [
      {
        id: "mode",
        label: "Mode",
        chosen: "b",
        options: [
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ],
      },
      { id: "other", label: "Other", chosen: "?", options: [{ value: "c", label: "x".repeat(76) }] },
    ],
  };

  test("of settings shows what is set, and gives back what was chosen", () => {
    const [a, b] = ["A", "B"].map((label) => ({ value: label.toLowerCase(), text: plain(label) }));
    expect(drawForm(form)).toEqual({
      type: "modal",
      callback_id: "settings",
      private_metadata: "1:form",
      title: plain(`${"x".repeat(23)}…`),
      submit: plain("Save"),
      close: plain("Cancel"),
      blocks: [
        {
          type: "input",
          block_id: "mode",
          label: plain("Mode"),
          element: { type: "radio_buttons", action_id: "mode", options: [a, b], initial_option: b },
        },
        {
          type: "input",
          block_id: "other",
          label: plain("Other"),
          element: {
            type: "radio_buttons",
            action_id: "other",
            options: [{ value: "c", text: plain(`${"x".repeat(74)}…`) }],
          },
        },
      ],
    });
    expect(drawForm(form).blocks[1]).not.toHaveProperty("element.initial_option");
    const chosen = {
      mode: { mode: { selected_option: { value: "a" } } },
      other: { other: { selected_option: null } },
      gone: {},
    };
    expect(readForm(chosen)).toEqual({ mode: "a", other: undefined, gone: undefined });
  });

  test("for names completes them from the first letter on, and shows what was found in the same", () => {
    const frame = { type: "modal", title: plain("Look up"), close: plain("Close") };
    expect(drawLookup("en")).toEqual({
      ...frame,
      callback_id: "lookup_term",
      submit: plain("Show"),
      blocks: [
        {
          type: "input",
          block_id: "lookup_term",
          label: plain("Term, model or claim"),
          element: {
            type: "external_select",
            action_id: "lookup_term",
            placeholder: plain("Type a name"),
            min_query_length: 1,
            focus_on_load: true,
          },
        },
      ],
    });
    expect(drawFound("en", [{ type: "divider" }])).toEqual({ ...frame, blocks: [{ type: "divider" }] });
  });

  test("that is the Home tab has a question, the terms, the settings and the answer", () => {
    const answer = { type: "header" as const, text: { type: "plain_text" as const, text: "Answer" } };
    expect(drawHome("en", [answer])).toEqual({
      type: "home",
      blocks: [
        {
          type: "input",
          block_id: "search",
          dispatch_action: true,
          label: plain("Ask a question or type a name"),
          element: {
            type: "plain_text_input",
            action_id: "search",
            placeholder: plain("is grok open source?"),
            dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
          },
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              action_id: "browse",
              text: plain("Browse the terms"),
              value: "1:ask:en:define:",
            },
            { type: "button", action_id: "settings", text: plain("Settings"), value: "1:ask:en:settings:" },
          ],
        },
        { type: "divider" },
        answer,
      ],
    });
  });
});
