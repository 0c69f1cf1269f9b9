import { html, type Html } from "../../html.ts";
import { fieldOf, listOf, textOf } from "../json.ts";
import { drawUnknown } from "../unknown.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function drawRichText(block: unknown): readonly Html[] {
  return listOf(block, "elements").map(drawElement);
}

function drawElement(element: unknown): Html {
  const type = fieldOf(element, "type");
  const nested = listOf(element, "elements");
  if (type === "rich_text_section") return html`<p>${nested.map(drawWords)}</p>`;
  if (type === "rich_text_list" && fieldOf(element, "style") === "bullet")
    return html`<ul>
      ${nested.map((item) => html`<li>${listOf(item, "elements").map(drawWords)}</li>`)}
    </ul>`;
  return drawUnknown(`rich text ${String(type)}`);
}

function drawWords(words: unknown): Html {
  if (fieldOf(words, "type") !== "text")
    return drawUnknown(`words of type ${String(fieldOf(words, "type"))}`);
  const lines = textOf(words, "text").split("\n");
  const text = lines.map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
  const style = fieldOf(words, "style");
  if (style === undefined) return html`${text}`;
  return fieldOf(style, "bold") === true
    ? html`<strong>${text}</strong>`
    : drawUnknown(JSON.stringify(style));
}
