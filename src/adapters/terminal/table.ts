import type { Cell, Table } from "../../chat.ts";
import { cleanText } from "./clean.ts";
import { markWords } from "./mark.ts";
import { type Palette, plain } from "./style.ts";
import { lineWidth, type Word, words } from "./words.ts";
import { hang, painted, wrap } from "./wrap.ts";

const gap = "  ";

/** Aligned columns where they fit, otherwise one block a row: a line broken by the terminal loses its columns. */
export function drawTable(table: Table, width: number, paints: Palette): string[] {
  return [
    ...wrap(words(table.caption, paints.strong), width),
    ...(drawColumns(table, width, paints) ?? drawBlocks(table, width, paints)),
  ];
}

function drawColumns(table: Table, width: number, paints: Palette): string[] | undefined {
  const header = table.columns.map((name) => words(cleanText(name), paints.strong));
  const rows = table.rows.map((row) => row.map((cell) => cellWords(cell, paints)));
  const count = Math.max(...[header, ...rows].map((row) => row.length));
  const sizes = Array.from({ length: count }, (_, column) =>
    Math.max(...[header, ...rows].map((row) => lineWidth(row[column] ?? []))),
  );
  const total = sizes.reduce((sum, size) => sum + gap.length + size, 0);
  if (total > width) return undefined;
  const drawRow = (row: readonly (readonly Word[])[]) =>
    row
      .map((cell, column) => gap + painted(cell) + " ".repeat((sizes[column] ?? 0) - lineWidth(cell)))
      .join("")
      .trimEnd();
  const rule = gap + paints.faint(sizes.map((size) => "─".repeat(size)).join(gap));
  return [drawRow(header), rule, ...rows.map(drawRow)];
}

/** The marks stand in front, in line, so that rows can be compared at a glance. */
function drawBlocks(table: Table, width: number, paints: Palette): string[] {
  return table.rows.flatMap((row, index) => [
    ...(index === 0 ? [] : [""]),
    ...row.flatMap(({ mark, text }, column) => {
      const label = words(`${table.columns[column] ?? ""}:`);
      const value = words(text, column === 0 ? paints.strong : plain);
      const indent = column === 0 ? gap : gap.repeat(2);
      return hang([...markWords(mark, paints), ...label, ...value], width, indent, indent + gap);
    }),
  ]);
}

function cellWords({ mark, text }: Cell, paints: Palette): Word[] {
  return [...markWords(mark, paints), ...words(cleanText(text))];
}
