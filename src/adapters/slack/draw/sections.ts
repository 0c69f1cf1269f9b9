import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from "@slack/types";
import type { Line, Section } from "../../../chat.ts";
import { markBefore } from "../../mark.ts";
import { cleanText } from "../../visible.ts";

/** Blocks of text are kept as short as a section's text object, whose limit is documented. */
const longestBlock = 3_000;

/**
 * Sections as rich text, which holds words as they are: Slack's mrkdwn has no escape for `*`, `_`, `~` and the backtick, and
 * only rich text can stress a lead without it.
 */
export function drawSections(sections: readonly Section[]): RichTextBlock[] {
  return sections.flatMap(({ heading, lines }) => {
    const head = heading === undefined ? [] : [textLine([bold(heading)])];
    return piecesOf(lines, (heading ?? "").length).map((piece, index): RichTextBlock => ({
      type: "rich_text",
      elements: [...(index === 0 ? head : []), ...drawLines(piece, lines.length > 1)],
    }));
  });
}

/** A line of its own in bold, for titles that a header cannot hold. */
export function drawHeading(text: string): RichTextBlock {
  return { type: "rich_text", elements: [textLine([bold(text)])] };
}

/** A line as it stands in a message without any markup. */
export function lineText({ mark, lead, text, refs = [] }: Line): string {
  const cited = refs.map((ref) => `[${ref}]`).join("");
  return `${markBefore(mark)}${lead === undefined ? "" : `${lead} `}${text}${cited === "" ? "" : ` ${cited}`}`;
}

/** A mark stands where the bullet would be. */
function drawLines(lines: readonly Line[], several: boolean): RichTextBlockElement[] {
  const elements: RichTextBlockElement[] = [];
  for (const line of lines) {
    const last = elements.at(-1);
    if (several && line.mark === undefined) {
      if (last?.type === "rich_text_list") last.elements.push(textLine(drawLine("", line)));
      else
        elements.push({ type: "rich_text_list", style: "bullet", elements: [textLine(drawLine("", line))] });
    } else if (last?.type === "rich_text_section") {
      last.elements.push(...drawLine("\n", line));
    } else {
      elements.push(textLine(drawLine("", line)));
    }
  }
  return elements;
}

function drawLine(start: string, { mark, lead, text, refs = [] }: Line): RichTextElement[] {
  const before = `${start}${markBefore(mark)}`;
  const cited = refs.map((ref) => `[${ref}]`).join("");
  const said = `${cleanText(text)}${cited === "" ? "" : ` ${cited}`}`;
  if (lead === undefined) return [words(`${before}${said}`)];
  // "Weights: open." runs on, "/define term" would run into its explanation.
  const gap = /[.:,;!?…]$/u.test(lead) ? " " : "\n";
  return [...(before === "" ? [] : [words(before)]), bold(lead), words(`${gap}${said}`)];
}

/** As many lines together as fit a block; a longer line stands alone. */
function piecesOf(lines: readonly Line[], taken: number): Line[][] {
  const pieces: Line[][] = [[]];
  let length = taken;
  for (const line of lines) {
    const more = lineText(line).length + 1;
    if (length + more > longestBlock && pieces.at(-1)?.length !== 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(line);
    length += more;
  }
  return pieces;
}

function textLine(elements: RichTextElement[]): RichTextSection {
  return { type: "rich_text_section", elements };
}

function words(text: string): RichTextElement {
  return { type: "text", text };
}

function bold(text: string): RichTextElement {
  return { type: "text", text: cleanText(text), style: { bold: true } };
}
