import type { File } from "../../../preview.ts";
import { html, type Html } from "../../html.ts";
import { fieldOf, listOf, textOf } from "../json.ts";
import { carriedBy } from "../press.ts";
import { drawUnknown } from "../unknown.ts";
import { drawMarkdown } from "./markdown.ts";

/** What would stand beside the components, which then are all there is. */
const others = ["content", "embeds", "poll", "sticker_ids"];

/** A message of https://docs.discord.com/developers/components/reference as Discord's client shows it. */
export function drawMessage(payload: object, files: readonly File[]): readonly Html[] {
  return [
    ...listOf(payload, "components").map((component) => drawComponent(component, files)),
    ...others.filter((name) => name in payload).map(drawUnknown),
  ];
}

function drawComponent(component: unknown, files: readonly File[]): Html {
  const nested = () => listOf(component, "components").map((one) => drawComponent(one, files));
  switch (fieldOf(component, "type")) {
    case 1:
      return html`<div class="row">${nested()}</div>`;
    case 2:
      return drawButton(component);
    case 3:
      return drawMenu(component);
    case 10:
      return html`<div class="text">${drawMarkdown(textOf(component, "content"))}</div>`;
    case 12:
      return html`<div class="gallery">
        ${listOf(component, "items").map((item) => drawImage(item, files))}
      </div>`;
    case 14:
      return html`<hr />`;
    case 17:
      return html`<div class="container">${drawStrip(fieldOf(component, "accent_color"))}${nested()}</div>`;
    default:
      return drawUnknown(`component ${String(fieldOf(component, "type"))}`);
  }
}

/** A drawing, because the page forbids styles that stand in its elements. */
function drawStrip(color: unknown): Html | undefined {
  if (typeof color !== "number") return undefined;
  const fill = `#${color.toString(16).padStart(6, "0")}`;
  return html`<svg class="strip" aria-hidden="true"><rect width="100%" height="100%" fill="${fill}" /></svg>`;
}

const styles: ReadonlyMap<unknown, string> = new Map([
  [1, "main"],
  [2, "plain"],
]);

function drawButton(button: unknown): Html {
  const style = styles.get(fieldOf(button, "style"));
  if (style === undefined) return drawUnknown(`button of style ${String(fieldOf(button, "style"))}`);
  const emoji = textOf(fieldOf(button, "emoji"), "name");
  const carried = carriedBy({ type: "2", id: textOf(button, "custom_id"), value: "" });
  const sign = emoji === "" ? undefined : html`<span aria-hidden="true">${emoji}</span> `;
  return html`<button type="button" class="${style}" data-press="${carried}">
    ${sign}${textOf(button, "label")}
  </button>`;
}

function drawMenu(menu: unknown): Html {
  const placeholder = textOf(menu, "placeholder");
  const carried = carriedBy({ type: "3", id: textOf(menu, "custom_id"), value: "" });
  const options = listOf(menu, "options").map(
    (option) => html`<option value="${textOf(option, "value")}">${textOf(option, "label")}</option>`,
  );
  return html`<select aria-label="${placeholder}" data-press="${carried}">
    <option value="">${placeholder}</option>
    ${options}
  </select>`;
}

/** An attachment, by the very bytes that would be uploaded. */
function drawImage(item: unknown, files: readonly File[]): Html {
  const [, name] = /^attachment:\/\/(.+)$/u.exec(textOf(fieldOf(item, "media"), "url")) ?? [];
  const file = files.find((one) => one.name === name);
  if (file === undefined) return drawUnknown(`a picture without its file ${name ?? ""}`);
  const source = `data:image/png;base64,${Buffer.from(file.data).toString("base64")}`;
  return html`<img src="${source}" alt="${textOf(item, "description")}" />`;
}
