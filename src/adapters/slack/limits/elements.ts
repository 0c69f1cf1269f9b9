import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  PlainTextElement,
} from "@slack/types";
import { faultsOfText } from "./text.ts";

type Element = ActionsBlockElement | ContextActionsBlockElement | InputBlockElement;

// https://docs.slack.dev/reference/block-kit/block-elements and .../composition-objects/option-object
const longestLabel = 75;
const longestValue = 2_000;
const longestOptionValue = 150;
const longestPlaceholder = 150;
const longestId = 255;
const mostOptions = 100;

/** What Slack would refuse of the elements of one block. */
/** What Slack would refuse of the elements of one block. */
export function faultsOfElements(elements: readonly Element[]): readonly string[] {
  const ids = elements.flatMap(({ action_id: id }) => id ?? []);
  return [
    ...(new Set(ids).size < elements.length ? ["an action id is missing or there twice"] : []),
    ...ids.flatMap((id) => faultsOfText("action id", id, longestId)),
    ...elements.flatMap(faultsOfElement),
  ];
}

function faultsOfElement(element: Element): readonly string[] {
  const { type } = element;
  if (type === "button" || type === "icon_button") return faultsOfButton(element);
  if (type === "feedback_buttons")
    return [...faultsOfButton(element.positive_button), ...faultsOfButton(element.negative_button)];
  if (type === "external_select" || type === "plain_text_input")
    return faultsOfPlaceholder(element.placeholder);
  if (type !== "static_select") return [`a ${type}, which is not drawn here`];
  const { options = [], placeholder } = element;
  return [
    ...(options.length === 0 || options.length > mostOptions ? [`${options.length} options`] : []),
    ...faultsOfPlaceholder(placeholder),
    ...options.flatMap(({ text, value = "" }) => [
      ...faultsOfText("option", text.text, longestLabel),
      ...faultsOfText("option's value", value, longestOptionValue),
    ]),
  ];
}

function faultsOfButton(button: {
  readonly text: PlainTextElement;
  readonly value?: string;
  readonly accessibility_label?: string;
}): readonly string[] {
  return [
    ...faultsOfText("label", button.text.text, longestLabel),
    ...faultsOfText("value", button.value ?? "", longestValue),
    ...faultsOfText("accessibility label", button.accessibility_label ?? button.text.text, longestLabel),
  ];
}

function faultsOfPlaceholder(placeholder: PlainTextElement | undefined): readonly string[] {
  return placeholder === undefined ? [] : faultsOfText("placeholder", placeholder.text, longestPlaceholder);
}
