import { describe, expect, test } from "vitest";
import { renderReply } from "../../../src/adapters/terminal/render.ts";
import { type Line, type Reply, states } from "../../../src/chat.ts";

const style = { width: 80, colours: false, buttons: "numbered" } as const;

const empty: Reply = { band: "answer", language: "en", title: "", text: "", audience: "person" };

/** Draws a reply of which only the given part matters. */
function draw(part: Partial<Reply>, width = 80): string {
  return renderReply({ ...empty, ...part }, { ...style, width });
}

const drawLines = (...lines: Line[]) => draw({ sections: [{ lines }] });

describe("an answer", () => {
  test("is drawn from title to buttons, its parts set off by blank lines", () => {
    const reply: Reply = {
      ...empty,
      title: "Grok-1: open weights",
      text: "3 of 8 parts open.",
      sections: [
        {
          heading: "Part by part",
          lines: [{ mark: "open", lead: "Weights: open.", text: "Can be downloaded.", refs: [1] }],
        },
      ],
      sources: [{ title: "Grok", publisher: "xAI", url: "https://x.ai/grok", date: "17 March 2024" }],
      asOf: "As of 19 March 2024.",
      next: [{ label: "Auf Deutsch", command: "openness", text: "grok-1", language: "de" }],
    };
    expect(renderReply(reply, style)).toBe(
      [
        "Grok-1: open weights",
        "",
        "3 of 8 parts open.",
        "",
        "Part by part",
        "  ● Weights: open. Can be downloaded. [1]",
        "",
        "Sources",
        "  [1] Grok · xAI, 17 March 2024",
        "      https://x.ai/grok",
        "",
        "As of 19 March 2024.",
        "",
        "1) Auf Deutsch",
      ].join("\n"),
    );
  });

  test("has its headings in the language of the reply", () => {
    const sources = [{ title: "t", publisher: "p", url: "https://example.org" }];
    expect(draw({ sources, language: "de" })).toContain("Quellen\n");
  });

  test("tells the states apart by shape", () => {
    const symbols = states.map((mark) => drawLines({ mark, text: "word" }).trim().slice(0, 1));
    expect(symbols).toEqual(["●", "◐", "○", "?"]);
  });

  test("aligns wrapped lines behind the mark", () => {
    const text = "one two three four five six";
    expect(draw({ sections: [{ lines: [{ mark: "open", lead: "Weights:", text }] }] }, 30)).toBe(
      ["  ● Weights: one two three", "    four five six"].join("\n"),
    );
  });

  test("sets a lead that would run into its explanation on a line of its own", () => {
    expect(drawLines({ lead: "/define [term]", text: "Explains a term" })).toBe(
      ["  /define [term]", "    Explains a term"].join("\n"),
    );
  });

  test("never parts a statement from its reference", () => {
    const drawn = draw(
      { sections: [{ lines: [{ text: "Twenty-five letters, all of", refs: [1, 2] }] }] },
      34,
    );
    expect(drawn).toBe(["  Twenty-five letters, all", "  of [1][2]"].join("\n"));
  });

  test("aligns sources when there are ten", () => {
    const source = { title: "Title", publisher: "Publisher", url: "https://example.org/" };
    const lines = draw({ sources: Array.from({ length: 10 }, () => source) }).split("\n");
    expect(lines.slice(1, 3)).toEqual(["  [1]  Title · Publisher", "       https://example.org/"]);
    expect(lines.at(-2)).toBe("  [10] Title · Publisher");
  });

  test("writes buttons out where no number can be typed", () => {
    const next = [{ label: "Compare", command: "compare", text: "grok-1, olmo-2" }];
    expect(renderReply({ ...empty, next }, { ...style, buttons: "typed" })).toBe(
      "Compare: /compare grok-1, olmo-2",
    );
  });
});

describe("a table", () => {
  const table = {
    caption: "Openness",
    columns: ["Part", "Grok-1", "OLMo 2"],
    rows: [
      [{ text: "Weights" }, { mark: "open", text: "open" }, { mark: "open", text: "open" }],
      [{ text: "Training data" }, { mark: "closed", text: "closed" }, { mark: "open", text: "open" }],
    ],
  } as const;

  test("has aligned columns where they fit", () => {
    expect(draw({ table })).toBe(
      [
        "Openness",
        "  Part           Grok-1    OLMo 2",
        "  ─────────────  ────────  ──────",
        "  Weights        ● open    ● open",
        "  Training data  ○ closed  ● open",
      ].join("\n"),
    );
  });

  test("is a block for each row where they do not", () => {
    expect(draw({ table }, 30)).toBe(
      [
        "Openness",
        "  Part: Weights",
        "    ● Grok-1: open",
        "    ● OLMo 2: open",
        "",
        "  Part: Training data",
        "    ○ Grok-1: closed",
        "    ● OLMo 2: open",
      ].join("\n"),
    );
  });

  test("aligns wide characters", () => {
    const rows = [
      [{ text: "開放" }, { text: "a" }],
      [{ text: "open" }, { text: "b" }],
    ];
    expect(draw({ table: { caption: "c", columns: ["x", "y"], rows } })).toContain("  開放  a\n  open  b");
  });
});

describe("the width", () => {
  test.each([
    [5, 30],
    [400, 100],
  ])("of %i columns is drawn as %i", (width, drawn) => {
    const lines = draw({ text: "word ".repeat(200) }, width).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(drawn - 5);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(drawn);
  });

  test("never breaks an address", () => {
    const url = `https://example.org/${"path/".repeat(20)}page-of-a-report.html`;
    const drawn = draw({ text: `See ${url} for more`, sources: [{ title: "t", publisher: "p", url }] }, 50);
    expect(drawn).toContain(`See\n${url}\nfor more`);
    expect(drawn).toContain(`      ${url}`);
  });
});

test.each([
  ["a colour", "\u001b[31mred", "\ufffd[31mred"],
  ["a title", "\u001b]0;owned\u0007", "\ufffd]0;owned\ufffd"],
  ["a C1 sequence", "\u009b2J", "\ufffd2J"],
  ["a return", "safe\rspoofed", "safe spoofed"],
  ["an override", "a\u202eb\u2066c", "abc"],
])("%s that a person typed is shown, not obeyed", (_, typed, shown) => {
  expect(draw({ title: typed })).toBe(shown);
});

test("colours come only when asked for, and only as colour codes", () => {
  const reply: Reply = { ...empty, title: "Grok-1: open weights", tone: "partial" };
  expect(renderReply(reply, { ...style, colours: true })).toBe(
    "\u001b[1m\u001b[33mGrok-1: open weights\u001b[39m\u001b[22m",
  );
  expect(renderReply(reply, style)).toBe("Grok-1: open weights");
});
