import { html, type Html } from "../../html.ts";
import { fieldOf, listOf, textOf } from "../json.ts";
import { carriedBy } from "../press.ts";
import { drawUnknown } from "../unknown.ts";
import { wordsOf } from "./text.ts";

/** https://docs.slack.dev/reference/block-kit/block-elements */
export function drawElement(element: unknown, viewer: string): Html | undefined {
  const type = textOf(element, "type");
  const carries = (value: string) => carriedBy({ type, id: textOf(element, "action_id"), value });
  switch (type) {
    case "button": {
      const carried = carries(textOf(element, "value"));
      return html`<button type="button" data-press="${carried}">
        ${wordsOf(fieldOf(element, "text"))}
      </button>`;
    }
    case "static_select":
      return drawSelect(element, carries(""));
    case "feedback_buttons":
      return html`${[
        drawIcon("👍", fieldOf(element, "positive_button"), carries),
        drawIcon("👎", fieldOf(element, "negative_button"), carries),
      ]}`;
    case "icon_button":
      if (textOf(element, "icon") !== "trash") return drawUnknown(`icon ${textOf(element, "icon")}`);
      return isSeenBy(element, viewer) ? drawIcon("🗑", element, carries) : undefined;
    default:
      return drawUnknown(`element ${type}`);
  }
}

function drawIcon(sign: string, button: unknown, carries: (value: string) => string): Html {
  const label = textOf(button, "accessibility_label") || wordsOf(fieldOf(button, "text"));
  return html`<button
    type="button"
    class="icon"
    aria-label="${label}"
    title="${label}"
    data-press="${carries(textOf(button, "value"))}"
  >
    ${sign}
  </button>`;
}

function isSeenBy(element: unknown, viewer: string): boolean {
  const viewers = listOf(element, "visible_to_user_ids");
  return viewers.length === 0 || viewers.includes(viewer);
}

function drawSelect(element: unknown, carried: string): Html {
  const placeholder = wordsOf(fieldOf(element, "placeholder"));
  const options = listOf(element, "options").map(
    (option) => html`<option value="${textOf(option, "value")}">${wordsOf(fieldOf(option, "text"))}</option>`,
  );
  return html`<select aria-label="${placeholder}" data-press="${carried}">
    <option value="">${placeholder}</option>
    ${options}
  </select>`;
}
