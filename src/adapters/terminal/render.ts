import type { Line, Reply, Section, Source } from "../../chat.ts";
import { phrases } from "../../phrases.ts";
import { drawButtons } from "./buttons.ts";
import { markWords } from "./mark.ts";
import { type Palette, palette, type Style } from "./style.ts";
import { drawTable } from "./table.ts";
import { glue, words } from "./words.ts";
import { hang, wrap } from "./wrap.ts";

const narrowest = 30;
const widest = 100;
const indent = "  ";

/** The answer as lines of plain text, without a line break at the end. Nothing of it is left out or cut. */
export function renderReply(reply: Reply, style: Style): string {
  const width = readableWidth(style);
  const paints = palette(style.colours);
  const labels = phrases[reply.language].terminal;
  const blocks = [
    wrap(words(reply.title, paints.title(reply.tone)), width),
    wrap(words(reply.text), width),
    reply.table ? drawTable(reply.table, width, paints) : [],
    ...(reply.sections ?? []).map((section) => drawSection(section, width, paints)),
    drawSources(reply.sources ?? [], labels.sources, width, paints),
    wrap(words(reply.asOf ?? "", paints.faint), width),
    drawButtons(reply.next ?? [], style.buttons, width, paints),
  ];
  return blocks
    .filter((lines) => lines.some((line) => line !== ""))
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** A sentence of the terminal's own, such as the one that confirms a language. */
export function renderNotice(text: string, style: Style): string {
  return wrap(words(text), readableWidth(style)).join("\n");
}

function readableWidth({ width }: Style): number {
  return Math.min(Math.max(width, narrowest), widest);
}

function drawSection({ heading, lines }: Section, width: number, paints: Palette): string[] {
  return [
    ...(heading === undefined ? [] : wrap(words(heading, paints.strong), width)),
    ...lines.flatMap((line) => drawLine(line, width, paints, lines.length > 1)),
  ];
}

function drawLine(
  { mark, lead, text, refs = [] }: Line,
  width: number,
  paints: Palette,
  oneOfSeveral: boolean,
): string[] {
  const stressed = [...markWords(mark, paints), ...words(lead ?? "", paints.strong)];
  const cited = refs.map((ref) => `[${ref}]`).join("");
  const said = cited === "" ? words(text) : glue(words(text), ` ${cited}`, paints.faint);
  const deeper = indent + indent;
  if (stressed.length === 0) return hang(said, width, indent, oneOfSeveral ? deeper : indent);
  // "Weights: open." runs on, "/define term" would run into its explanation.
  if (lead === undefined || /[.:,;!?…]$/.test(lead))
    return hang([...stressed, ...said], width, indent, deeper);
  return [...hang(stressed, width, indent, deeper), ...hang(said, width, deeper)];
}

function drawSources(sources: readonly Source[], heading: string, width: number, paints: Palette): string[] {
  if (sources.length === 0) return [];
  const entries = sources.flatMap(({ title, publisher, date, note, url }, index) => {
    const number = `[${index + 1}]`.padEnd(`[${sources.length}]`.length);
    const rest = " ".repeat(indent.length + number.length + 1);
    const origin = [publisher, date].filter((part) => part !== undefined).join(", ");
    const about = [title, origin, note].filter((part) => part !== undefined).join("\u00a0· ");
    return [
      ...hang(words(about), width, `${indent}${number} `, rest),
      ...hang(words(url, paints.faint), width, rest),
    ];
  });
  return [...wrap(words(heading, paints.strong), width), ...entries];
}
