import type { Button as Question, Reply } from "../../chat.ts";
import type { Control } from "../../manners/controls.ts";
import { codeOf } from "../../manners/press.ts";
import { phrases } from "../../phrases.ts";
import type { Button, Menu, Row } from "./components.ts";
import { cleanText } from "../visible.ts";

/** https://docs.discord.com/developers/components/reference#action-row and #string-select */
const buttonsInARow = 5;
const optionsInAMenu = 25;
/** More of a list are a menu. */
const mostPicksAsButtons = 4;

/** What can be asked next, then what can be done with the card. */
export function drawRows(reply: Reply, controls: readonly Control[]): readonly Row[] {
  const next = withCodes(reply);
  const picks = next.filter(({ pick }) => pick === true);
  const menuPicks = picks.length > mostPicksAsButtons ? picks : [];
  const asButtons = next.filter((one) => !menuPicks.includes(one));
  return [
    ...inGroups(menuPicks, optionsInAMenu).map((group, index) => row([menu(group, index, reply)])),
    ...inGroups(asButtons, buttonsInARow).map((group) => row(group.map(drawQuestion))),
    ...inGroups(controls, buttonsInARow).map((group) => row(group.map(drawControl))),
  ];
}

interface Coded extends Question {
  readonly code: string;
}

function withCodes(reply: Reply): readonly Coded[] {
  const { next = [] } = reply;
  const coded = next.map((question): Coded => ({ ...question, code: codeOf(question, reply) }));
  // Discord refuses a message in which two buttons carry the same.
  return [...new Map(coded.map((one) => [one.code, one])).values()];
}

/** What a menu carries itself is never read: what was chosen in it comes along. */
function menu(picks: readonly Coded[], index: number, { language }: Reply): Menu {
  return {
    type: 3,
    custom_id: `menu:${index}`,
    placeholder: phrases[language].card.choose,
    options: picks.map(({ label, code }) => ({ label: cleanText(label), value: code })),
  };
}

function drawQuestion({ label, code }: Coded): Button {
  // A label is plain text: Discord reads no markdown there.
  return { type: 2, style: 2, label: cleanText(label), custom_id: code };
}

/** Only beside the words. */
const emoji: Readonly<Record<Control["kind"], { readonly emoji?: { readonly name: string } }>> = {
  share: {},
  reason: {},
  helpful: { emoji: { name: "👍" } },
  unhelpful: { emoji: { name: "👎" } },
  delete: { emoji: { name: "🗑️" } },
};

function drawControl({ kind, label, code }: Control): Button {
  return { type: 2, style: kind === "share" ? 1 : 2, label, custom_id: code, ...emoji[kind] };
}

function row(components: Row["components"]): Row {
  return { type: 1, components };
}

function inGroups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
