import type { ActionsBlock, ActionsBlockElement, Button as SlackButton, StaticSelect } from "@slack/types";
import type { Button, Reply } from "../../../chat.ts";
import type { Control } from "../../../manners/controls.ts";
import { codeOf } from "../../../manners/press.ts";
import { phrases } from "../../../phrases.ts";
import { plainUpTo } from "./text.ts";

// https://docs.slack.dev/reference/block-kit/blocks/actions-block and .../block-elements/button-element
const mostElements = 25;
const mostOptions = 100;
const longestLabel = 75;
const longestPlaceholder = 150;
/** More things to pick than this are easier to read as a menu. */
const mostPickButtons = 4;

/** What can be asked next, and what can be done with the card. Their action ids are unique in a message. */
export function drawActions(reply: Reply, controls: readonly Control[]): ActionsBlock[] {
  const next = reply.next ?? [];
  const picks = next.filter(({ pick }) => pick);
  const isMenu = picks.length > mostPickButtons;
  const buttons = isMenu ? next.filter(({ pick }) => !pick) : next;
  const elements: ActionsBlockElement[] = [
    ...(isMenu ? drawMenus(reply, picks) : []),
    ...buttons.map((button, index) => drawButton(`ask-${index}`, button.label, codeOf(button, reply))),
    ...controls
      .filter(({ kind }) => kind === "share" || kind === "reason")
      .map(({ kind, label, code }, index) =>
        drawButton(kind === "share" ? kind : `${kind}-${index}`, label, code),
      ),
  ];
  return chunks(elements, mostElements).map((some) => ({ type: "actions", elements: some }));
}

function drawMenus(reply: Reply, picks: readonly Button[]): StaticSelect[] {
  return chunks(picks, mostOptions).map((some, index) => ({
    type: "static_select",
    action_id: `pick-${index}`,
    placeholder: plainUpTo(longestPlaceholder, phrases[reply.language].card.choose),
    options: some.map((button) => ({
      text: plainUpTo(longestLabel, button.label),
      value: codeOf(button, reply),
    })),
  }));
}

function drawButton(id: string, label: string, value: string): SlackButton {
  return { type: "button", action_id: id, text: plainUpTo(longestLabel, label), value };
}

function chunks<T>(all: readonly T[], most: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += most) parts.push(all.slice(start, start + most));
  return parts;
}
