import type { DataTableBlock } from "@slack/types";
import type { Cell, Scorecard, Section, Table } from "../../../chat.ts";
import { markBefore } from "../../mark.ts";
import { cleanText } from "../../visible.ts";

// https://docs.slack.dev/reference/block-kit/blocks/data-table-block
const mostRows = 100;
const mostColumns = 20;
const mostCharacters = 10_000;

/** Whether Slack's own table can hold it. */
export function fitsTable({ columns, rows }: Table): boolean {
  const characters = [...columns, ...rows.flat().map(cellText)].join("").length;
  return (
    rows.length > 0 &&
    rows.length <= mostRows &&
    columns.length <= mostColumns &&
    characters <= mostCharacters
  );
}

export function drawTable({ caption, columns, rows }: Table): DataTableBlock {
  const cells = [columns, ...rows.map((row) => row.map(cellText))];
  return {
    type: "data_table",
    caption: cleanText(caption),
    row_header_column_index: 0,
    // Five rows would be shown at first, and nobody compares over two pages.
    page_size: rows.length,
    rows: cells.map((row) => row.map((text) => ({ type: "raw_text", text: cleanText(text) }))),
  };
}

/** A scorecard as a table: one model would be none. */
export function tableOf({ caption, subject, columns, rows }: Scorecard): Table | undefined {
  if (rows.length < 2) return undefined;
  return {
    caption,
    columns: [subject, ...columns],
    rows: rows.map(({ name, cells }) => [{ text: name }, ...cells]),
  };
}

/** The same as lines, for surfaces without tables. */
export function tableSection({ caption, columns, rows }: Table): Section {
  return {
    heading: caption,
    lines: rows.map(([name, ...cells]) => ({
      lead: `${columns[0]}: ${name === undefined ? "" : cellText(name)}.`,
      text: cells.map((cell, index) => `${columns[index + 1]}: ${cellText(cell)}`).join("; "),
    })),
  };
}

function cellText({ mark, text }: Cell): string {
  return `${markBefore(mark)}${text}`;
}
