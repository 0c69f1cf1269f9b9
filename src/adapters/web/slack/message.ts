import { parseUrl } from "../../../url.ts";
import { html, type Html } from "../../html.ts";
import { fieldOf, listOf, textOf } from "../json.ts";
import { drawTable } from "../table.ts";
import { drawUnknown } from "../unknown.ts";
import { drawElement } from "./elements.ts";
import { drawRichText } from "./rich-text.ts";
import { drawText } from "./text.ts";

/** A message of https://docs.slack.dev/reference/block-kit/blocks as Slack's client shows it to this person. */
export function drawMessage(payload: object, viewer: string): readonly Html[] {
  const blocks = listOf(payload, "blocks");
  // Without blocks the text is the message; with them it is what notifications say.
  if (blocks.length === 0)
    return textOf(payload, "text")
      .split("\n")
      .map((line) => html`<p>${drawText({ type: "plain_text", text: line })}</p>`);
  return blocks.map((block) => drawBlock(block, viewer));
}

function drawBlock(block: unknown, viewer: string): Html {
  const elements = listOf(block, "elements");
  const buttons = () => elements.map((element) => drawElement(element, viewer));
  switch (fieldOf(block, "type")) {
    case "header":
      return html`<h3>${drawText(fieldOf(block, "text"))}</h3>`;
    case "section":
      return html`<p>${drawText(fieldOf(block, "text"))}</p>`;
    case "context":
      return html`<div class="context">${elements.map((one) => html`<p>${drawText(one)}</p>`)}</div>`;
    case "rich_text":
      return html`<div class="rich-text">${drawRichText(block)}</div>`;
    case "data_table":
      return drawDataTable(block);
    case "actions":
      return html`<div class="row">${buttons()}</div>`;
    case "context_actions":
      return html`<div class="row icons">${buttons()}</div>`;
    case "image":
      return drawImage(block);
    case "divider":
      return html`<hr />`;
    default:
      return drawUnknown(`block ${String(fieldOf(block, "type"))}`);
  }
}

function drawDataTable(block: unknown): Html {
  const [head, ...rows] = listOf(block, "rows");
  const caption = textOf(block, "caption");
  return drawTable({ kind: "table", label: caption, caption, head: cellsOf(head), rows: rows.map(drawRow) });
}

function drawRow(row: unknown): Html {
  const [name, ...others] = cellsOf(row);
  return html`<tr>
    <th scope="row">${name}</th>
    ${others.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function cellsOf(row: unknown): readonly Html[] {
  const cells: readonly unknown[] = Array.isArray(row) ? row : [];
  return cells.map((cell) =>
    fieldOf(cell, "type") === "raw_text"
      ? html`${textOf(cell, "text")}`
      : drawUnknown(`cell ${String(fieldOf(cell, "type"))}`),
  );
}

/** Slack would fetch it from outside; the page shows the picture of its own server. */
function drawImage(block: unknown): Html {
  const url = parseUrl(textOf(block, "image_url"));
  if (url === undefined) return drawUnknown("an image without an address");
  const { pathname, search } = url;
  return html`<img src="${pathname}${search}" alt="${textOf(block, "alt_text")}" />`;
}
