import type { Button } from "../../chat.ts";
import { cleanText } from "./clean.ts";
import type { Palette, Style } from "./style.ts";
import { lineWidth, type Word, words } from "./words.ts";
import { hang, painted } from "./wrap.ts";

const gap = "   ";

/** What can be asked next: by number in a chat, written out where nothing can be picked. */
export function drawButtons(
  buttons: readonly Button[],
  how: Style["buttons"],
  width: number,
  paints: Palette,
): string[] {
  if (how === "typed") {
    return buttons.flatMap(({ label, command, text, language }) => {
      const asked = language === undefined ? `/${command} ${text}` : `--lang ${language} /${command} ${text}`;
      return hang([...words(`${label}:`), ...words(asked, paints.strong)], width, "", "  ");
    });
  }
  // "1)", because "[1]" is a source.
  const numbered = buttons.map(({ label }, index) => [
    ...words(`${index + 1})`, paints.strong),
    ...words(cleanText(label)),
  ]);
  return rowsOf(numbered, width).flatMap((row) =>
    row.length === 1 ? row.flatMap((button) => hang(button, width, "", "  ")) : [row.map(painted).join(gap)],
  );
}

/** As many side by side as fit; one that is wider than a row stands alone. */
function rowsOf(buttons: readonly (readonly Word[])[], width: number): (readonly Word[])[][] {
  const rows: (readonly Word[])[][] = [];
  let room = 0;
  for (const button of buttons) {
    const size = lineWidth(button);
    if (gap.length + size <= room) {
      rows.at(-1)?.push(button);
      room -= gap.length + size;
    } else {
      rows.push([button]);
      room = width - size;
    }
  }
  return rows;
}
