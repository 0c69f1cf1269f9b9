import type { Element } from "./block-elements.ts";
import { elementsOf, type Block } from "./blocks.ts";
import type { Body } from "./workspace.ts";

/** What a person means to press, choose or type; what is left out doesn't matter. */
export interface Wanted {
  readonly action?: string;
  readonly block?: string;
  /** The value of a button or an option; for a text field, what is typed. */
  readonly value?: string;
  /** The words on it. */
  readonly label?: string;
}

/** What a press sends about the element; throws when this person sees nothing of the kind to press. */
export function pressIn(blocks: readonly Block[], wanted: Wanted, user: string): Body {
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      if (element.type === "image" || (wanted.block ?? block.block_id) !== block.block_id) continue;
      if ((wanted.action ?? element.action_id) !== element.action_id || hidden(element, user)) continue;
      const pressed = pressOn(element, wanted);
      if (pressed === undefined) continue;
      const { type, action_id } = element;
      return { type, action_id, block_id: block.block_id, action_ts: String(Date.now() / 1000), ...pressed };
    }
  throw new Error(`there is nothing to press that fits ${JSON.stringify(wanted)}`);
}

function hidden(element: Element, user: string): boolean {
  return element.type === "icon_button" && element.visible_to_user_ids?.includes(user) === false;
}

function pressOn(element: Exclude<Element, { type: "image" }>, wanted: Wanted): Body | undefined {
  switch (element.type) {
    case "button": {
      const { text, value } = element;
      return fits(element, wanted) ? { text, value } : undefined;
    }
    case "icon_button": {
      const { text, value, icon } = element;
      return fits(element, wanted) ? { text, value, icon } : undefined;
    }
    case "feedback_buttons": {
      const thumb = [element.positive_button, element.negative_button].find((one) => fits(one, wanted));
      return thumb === undefined ? undefined : { text: thumb.text, value: thumb.value };
    }
    case "static_select": {
      const grouped = (element.option_groups ?? []).flatMap(({ options }) => options);
      return choose([...(element.options ?? []), ...grouped], wanted);
    }
    case "overflow":
    case "radio_buttons":
      return choose(element.options, wanted);
    case "checkboxes":
      return { selected_options: element.options.filter((one) => fits(one, wanted)) };
    case "external_select": {
      const { value = "", label = value } = wanted;
      return { selected_option: { text: { type: "plain_text", text: label, emoji: true }, value } };
    }
    case "plain_text_input":
      // Nobody types into it who looks for words to press.
      return wanted.label === undefined ? { value: wanted.value ?? "" } : undefined;
  }
}

interface Labelled {
  readonly text: { readonly text: string };
  readonly value?: string | undefined;
}

function choose(options: readonly Labelled[], wanted: Wanted): Body | undefined {
  const selected = options.find((one) => fits(one, wanted));
  return selected === undefined ? undefined : { selected_option: selected };
}

function fits({ text, value }: Labelled, wanted: Wanted): boolean {
  return (wanted.value ?? value) === value && (wanted.label ?? text.text) === text.text;
}
