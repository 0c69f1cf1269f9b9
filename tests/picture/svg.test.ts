import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { languages, states } from "../../src/chat.ts";
import { widthOf } from "../../src/picture/measure.ts";
import { drawScorecard, inks, sizes, width } from "../../src/picture/svg.ts";
import { background, colours, panel } from "../../src/picture/symbols.ts";
import { everyScorecard, longest } from "./scorecards.ts";

const fontFiles = ["Regular", "SemiBold"].map((weight) => `dist/fonts/Inter-${weight}.ttf`);
const font = { loadSystemFonts: false, fontFiles };

interface Text {
  readonly markup: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isTurned: boolean;
  readonly anchor: string;
}

function textsOf(svg: string): readonly Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([markup, attributes = "", words = ""]) => {
    const [, x, y] = /translate\((\S+) (\S+)\)|$/.exec(attributes) ?? [];
    const value = (name: string) => new RegExp(` ?\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    return {
      markup,
      words: words.replaceAll("&amp;", "&"),
      x: Number(x ?? value("x")),
      y: Number(y ?? value("y")),
      size: Number(value("font-size")),
      isBold: value("font-weight") === "600",
      isTurned: attributes.includes("rotate"),
      anchor: value("text-anchor") ?? "start",
    };
  });
}

const weightOf = ({ isBold }: Text) => (isBold ? "bold" : "regular");
const measured = (text: Text) => widthOf(text.words, text.size, weightOf(text));

function sidesOf(text: Text): readonly [left: number, right: number] {
  const wide = measured(text);
  const left = text.anchor === "end" ? text.x - wide : text.anchor === "middle" ? text.x - wide / 2 : text.x;
  return [left, left + wide];
}

describe.each(everyScorecard)("the picture of %s", (_, scorecard) => {
  const svg = drawScorecard(scorecard);
  const texts = textsOf(svg);

  test("holds all its words, whole", () => {
    const words = texts.map((text) => text.words);
    const { caption, columns, rows, footer } = scorecard;
    const wanted = [
      caption,
      ...columns,
      ...rows.flatMap(({ name, label, cells }) => [name, label, ...cells.map(({ text }) => text)]),
    ];
    expect(wanted.filter((text) => !words.includes(text))).toEqual([]);
    expect(words.join(" ")).toContain(footer);
  });

  test("has its heads apart from each other and inside its edges", () => {
    const heads = texts.filter(({ isTurned }) => isTurned);
    expect(heads).toHaveLength(8);
    for (const [index, head] of heads.entries()) {
      // Parallel lines of one slope: what counts is the distance across them.
      const next = heads[index + 1]?.x ?? Infinity;
      expect((next - head.x) * Math.sin(Math.PI / 6)).toBeGreaterThan(head.size * 1.3);
      const reach = head.x + measured(head) * Math.cos(Math.PI / 6) + head.size / 2;
      expect(reach, head.words).toBeLessThan(width);
      expect(head.y - measured(head) / 2 - head.size, head.words).toBeGreaterThan(32);
    }
  });

  test("has the words of a line apart from each other, and large enough to read", () => {
    const lines = linesOf(texts);
    for (const line of lines)
      for (const [index, text] of line.entries()) {
        const [left, right] = sidesOf(text);
        const [next] = line[index + 1] === undefined ? [width] : sidesOf(line[index + 1] ?? text);
        expect(left, text.words).toBeGreaterThan(8);
        expect(right + 4, text.words).toBeLessThan(next);
        expect(text.size, text.words).toBeGreaterThanOrEqual(11.5);
      }
    for (const { name } of scorecard.rows)
      expect(texts.find(({ words }) => words === name)?.size, name).toBeGreaterThanOrEqual(19.5);
    expect(sizes.head * (300 / width)).toBeGreaterThanOrEqual(9);
  });
});

/** The texts that stand side by side. */
function linesOf(texts: readonly Text[]): readonly (readonly Text[])[] {
  const lines = new Map<number, Text[]>();
  for (const text of texts.filter(({ isTurned }) => !isTurned))
    lines.set(text.y, [...(lines.get(text.y) ?? []), text]);
  return [...lines.values()].map((line) => line.toSorted((a, b) => sidesOf(a)[0] - sidesOf(b)[0]));
}

test.each(languages)("widths are those that are drawn, in %s", (language) => {
  for (const text of textsOf(drawScorecard(longest(language)))) {
    const family = `font-family="${text.isBold ? "Inter SemiBold" : "Inter"}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="99"><text x="9" y="50" font-size="${text.size}" ${family}>${text.words}</text></svg>`;
    const box = new Resvg(svg, { font }).getBBox();
    // Advance widths hold the space around the letters as well.
    expect(Math.abs((box?.width ?? 0) - measured(text)), text.words).toBeLessThan(text.size * 0.5);
  }
});

test("what a name holds is never markup", () => {
  const [, scorecard] = everyScorecard[0] ?? [];
  if (scorecard === undefined) throw new Error("no scorecard");
  const svg = drawScorecard({ ...scorecard, caption: `<script>&"` });
  expect(svg).toContain("&lt;script&gt;&amp;&quot;");
});

test("all colours of words stand out from what is behind them", () => {
  for (const ink of [...Object.values(inks), ...states.map((state) => colours[state])])
    for (const behind of [background, panel]) expect(contrast(ink, behind), ink).toBeGreaterThan(4.5);
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
