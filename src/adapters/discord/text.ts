import type { Cell, Line, Reply, Section, Source, Table } from "../../chat.ts";
import type { Card } from "../../manners/card.ts";
import { markBefore } from "../mark.ts";
import { drawLink, escapeLine, escapeText } from "./escape.ts";

const dot = " · ";

export function drawHead({ title, text }: Reply): string {
  const head = `## ${escapeText(title)}`;
  return text === "" ? head : `${head}\n${escapeLine(text)}`;
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
  const drawn = lines.map(drawLine).join("\n");
  return heading === undefined ? drawn : `### ${escapeText(heading)}\n${drawn}`;
}

/** The numbers are those of the references in the lines. */
export function drawSource({ title, url, publisher, date, note }: Source, index: number): string {
  const origin = date === undefined ? publisher : `${publisher}, ${date}`;
  const about = note === undefined ? origin : `${origin}${dot}${note}`;
  return `-# [${index + 1}] ${drawLink(title, url)}${dot}${escapeText(about)}`;
}

/** How far the evidence reaches, and why the card is here. A person is named by their id, and never notified. */
export function drawSmallPrint({ reply, footer }: Card): readonly string[] {
  const who = footer?.person !== undefined && /^\d+$/u.test(footer.person) ? ` <@${footer.person}>` : "";
  return [
    ...(reply.asOf === undefined ? [] : [`-# ${escapeText(reply.asOf)}`]),
    ...(footer === undefined ? [] : [`-# ${escapeText(footer.text)}${who}`]),
  ];
}

function drawLine({ mark, lead, text, refs = [] }: Line): string {
  const sign = markBefore(mark);
  const stressed = lead === undefined ? sign : `${sign}**${escapeText(lead)}** `;
  const said = stressed === "" ? escapeLine(text) : stressed + escapeText(text);
  return refs.length === 0 ? said : `${said} ${refs.map((ref) => `[${ref}]`).join("")}`;
}

function drawCell({ mark, text }: Cell): string {
  return markBefore(mark) + escapeText(text);
}
