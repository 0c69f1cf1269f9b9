import type { Scorecard, ScorecardRow } from "../chat.ts";
import { fonts, linesOf, sizeFor, type Weight, widthOf } from "./measure.ts";
import { background, colours, drawSymbol, panel, radius } from "./symbols.ts";

/** In units of the drawing; phones show it 300 pixels wide, where a head of 19.5 units has 9 pixels. */
export const width = 640;
export const sizes = { caption: 20, head: 19.5, name: 22, label: 17, word: 16, footer: 15 } as const;
export const inks = { strong: "#F2F4F8", usual: "#D3D8E0", quiet: "#AEB5C0" } as const;

const edge = 12;
const inset = 16;
const gap = 6;
const rowHeight = 88;
/** Heads lean by so many degrees, so that neighbours cannot touch however long they are. */
const lean = 30;
const slope = Math.sin((lean * Math.PI) / 180);

interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly ink: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly turn?: number;
}

/** The picture of a scorecard. Pure; every word is fitted by its measured width, and none is left out or cut. */
export function drawScorecard({ caption, columns, rows, footer }: Scorecard): string {
  const left = edge + gap;
  const step = (width - 2 * left) / columns.length;
  const middles = columns.map((_, index) => left + step * (index + 0.5));
  const longest = Math.max(...columns.map((head) => widthOf(head, sizes.head, "bold")));
  const headsAt = 33 + longest * slope + sizes.head;
  const rowsAt = headsAt + 9;
  const footerAt = rowsAt + rows.length * (rowHeight + gap) + 2;
  const notes = linesOf(footer, sizes.footer, "regular", width - 2 * inset);
  const height = Math.ceil(footerAt + notes.length * 20 + 8);
  const word = Math.min(
    ...rows.flatMap(({ cells }) => cells.map(({ text }) => sizeFor(text, sizes.word, "regular", step - gap))),
  );
  const parts = [
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    drawText(caption, inset, 32, { size: sizes.caption, weight: "bold", ink: inks.strong }),
    ...columns.map((head, index) =>
      drawText(head, (middles[index] ?? 0) - 2, headsAt, {
        size: sizes.head,
        weight: "bold",
        ink: inks.usual,
        turn: -lean,
      }),
    ),
    ...rows.map((row, index) => drawRow(row, rowsAt + index * (rowHeight + gap), middles, word)),
    ...notes.map((note, index) =>
      drawText(note, inset, footerAt + 16 + index * 20, {
        size: sizes.footer,
        weight: "regular",
        ink: inks.quiet,
      }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join("")}</svg>`;
}

function drawRow(
  { name, label, cells }: ScorecardRow,
  y: number,
  middles: readonly number[],
  word: number,
): string {
  const room = width - 2 * (edge + inset);
  const nameSize = sizeFor(name, sizes.name, "bold", room * 0.6);
  const labelSize = sizeFor(label, sizes.label, "regular", room - widthOf(name, nameSize, "bold") - inset);
  const baseline = y + 26;
  const symbolsAt = y + 34 + radius;
  return [
    `<rect x="${edge}" y="${round(y)}" width="${width - 2 * edge}" height="${rowHeight}" rx="10" fill="${panel}"/>`,
    drawText(name, edge + inset, baseline, { size: nameSize, weight: "bold", ink: inks.strong }),
    drawText(label, width - edge - inset, baseline, {
      size: labelSize,
      weight: "regular",
      ink: inks.usual,
      anchor: "end",
    }),
    ...cells.flatMap(({ mark, text }, index) => {
      const x = middles[index] ?? 0;
      return [
        drawSymbol(mark, round(x), round(symbolsAt)),
        drawText(text, x, symbolsAt + radius + 17, {
          size: word,
          weight: "regular",
          ink: colours[mark],
          anchor: "middle",
        }),
      ];
    }),
  ].join("");
}

function drawText(text: string, x: number, y: number, { size, weight, ink, anchor, turn }: Style): string {
  const place =
    turn === undefined
      ? `x="${round(x)}" y="${round(y)}"`
      : `transform="translate(${round(x)} ${round(y)}) rotate(${turn})"`;
  const aligned = anchor === undefined ? "" : ` text-anchor="${anchor}"`;
  const bold = weight === "bold" ? ` font-weight="600"` : "";
  return `<text ${place} font-family="${fonts[weight].family}"${bold} font-size="${round(size)}" fill="${ink}"${aligned}>${escape(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? "");
}
