import type { Cell, Line, Reply, Section, Source, Table } from "../../chat.ts";
import type { Card } from "../../manners/manners.ts";
import { drawLink, escapeLine, escapeText } from "./escape.ts";
import { symbols } from "./mark.ts";

const dot = " · ";

export function drawHead({ title, text }: Reply): string {
  return [`## ${escapeText(title)}`, ...(text === "" ? [] : [escapeLine(text)])].join("\n");
}

/** One line a row: columns drawn with spaces fall apart on phones, and are read badly aloud. */
export function drawTable({ caption, columns, rows }: Table): string {
  const [first = "", ...others] = columns;
  return [
    `### ${escapeText(caption)}`,
    `-# ${escapeText(first)}: ${others.map(escapeText).join(dot)}`,
    ...rows.map(([name, ...cells]) => {
      const named = cells.map((cell, index) => `${escapeText(others[index] ?? "")}: ${drawCell(cell)}`);
      return `**${drawCell(name ?? { text: "" })}** ${named.join(dot)}`;
    }),
  ].join("\n");
}

export function drawSection({ heading, lines }: Section): string {
  return [...(heading === undefined ? [] : [`### ${escapeText(heading)}`]), ...lines.map(drawLine)].join(
    "\n",
  );
}

/** The numbers are those of the references in the lines. */
export function drawSource({ title, url, publisher, date, note }: Source, index: number): string {
  const origin = [publisher, date].filter((part) => part !== undefined).map(escapeText);
  const about = [drawLink(title, url), origin.join(", "), ...(note === undefined ? [] : [escapeText(note)])];
  return `-# [${index + 1}] ${about.join(dot)}`;
}

/** How far the evidence reaches, and why the card is here. A person is named, and never notified. */
export function drawSmallPrint({ reply, footer }: Card): readonly string[] {
  const who = footer?.person === undefined ? "" : ` <@${footer.person}>`;
  return [
    ...(reply.asOf === undefined ? [] : [`-# ${escapeText(reply.asOf)}`]),
    ...(footer === undefined ? [] : [`-# ${escapeText(footer.text)}${who}`]),
  ];
}

function drawLine({ mark, lead, text, refs = [] }: Line): string {
  const stressed = [
    ...(mark === undefined ? [] : [symbols[mark]]),
    ...(lead === undefined ? [] : [`**${escapeText(lead)}**`]),
  ];
  const said = stressed.length === 0 ? escapeLine(text) : escapeText(text);
  const cited = refs.map((ref) => `[${ref}]`).join("");
  return [...stressed, said, cited].filter((piece) => piece !== "").join(" ");
}

function drawCell({ mark, text }: Cell): string {
  return mark === undefined ? escapeText(text) : `${symbols[mark]} ${escapeText(text)}`;
}
