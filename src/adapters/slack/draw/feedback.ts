import type { ContextActionsBlock, ContextActionsBlockElement } from "@slack/types";
import type { Control } from "../../../manners/controls.ts";
import { cleanText } from "../../visible.ts";
import { plainUpTo } from "./text.ts";

const longestLabel = 75;

/** Slack's own small buttons for votes and for deleting. */
export function drawFeedback(controls: readonly Control[]): ContextActionsBlock[] {
  const find = (kind: Control["kind"]) => controls.find((control) => control.kind === kind);
  const [helpful, unhelpful, remove] = [find("helpful"), find("unhelpful"), find("delete")];
  const elements: ContextActionsBlockElement[] = [
    ...(helpful === undefined || unhelpful === undefined
      ? []
      : [
          {
            type: "feedback_buttons" as const,
            action_id: "vote",
            positive_button: { ...drawLabel(helpful), value: helpful.code },
            negative_button: { ...drawLabel(unhelpful), value: unhelpful.code },
          },
        ]),
    ...(remove === undefined
      ? []
      : [
          {
            type: "icon_button" as const,
            action_id: "delete",
            icon: "trash",
            ...drawLabel(remove),
            value: remove.code,
            ...(remove.visibleTo === undefined ? {} : { visible_to_user_ids: [remove.visibleTo] }),
          },
        ]),
  ];
  return elements.length === 0 ? [] : [{ type: "context_actions", elements }];
}

/** Thumbs are drawn without words: the label is what is read aloud. */
function drawLabel({ label }: Control) {
  return {
    text: plainUpTo(longestLabel, label),
    accessibility_label: cleanText(label).slice(0, longestLabel),
  };
}
