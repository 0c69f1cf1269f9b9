import type { InputBlock, ModalView } from "@slack/types";
import type { Field, Filled, Form } from "../../../manners/form.ts";
import { plain, plainUpTo } from "./text.ts";
import { ids } from "./views.ts";

// https://docs.slack.dev/reference/views and .../composition-objects/option-object
const longestTitle = 24;
const longestOption = 75;

/** A window with choices; the form's code comes back with them. */
export function drawForm({ code, title, submit, cancel, fields }: Form): ModalView {
  return {
    type: "modal",
    callback_id: ids.settings,
    private_metadata: code,
    title: plainUpTo(longestTitle, title),
    submit: plainUpTo(longestTitle, submit),
    close: plainUpTo(longestTitle, cancel),
    blocks: fields.map(drawField),
  };
}

function drawField({ id, label, options, chosen }: Field): InputBlock {
  const drawn = options.map((option) => ({
    value: option.value,
    text: plainUpTo(longestOption, option.label),
  }));
  const initial = drawn.find(({ value }) => value === chosen);
  return {
    type: "input",
    block_id: id,
    label: plain(label),
    element: {
      type: "radio_buttons",
      action_id: id,
      options: drawn,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

type Values = Readonly<
  Record<string, Readonly<Record<string, { readonly selected_option?: { readonly value: string } | null }>>>
>;

/** What was chosen in it. */
export function readForm(values: Values): Filled {
  return Object.fromEntries(
    Object.entries(values).map(([id, elements]) => [id, elements[id]?.selected_option?.value]),
  );
}
