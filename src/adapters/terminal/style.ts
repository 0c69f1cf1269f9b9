import { styleText } from "node:util";
import type { Tone } from "../../chat.ts";

export interface Style {
  /** Columns to use; drawn as at least 30 and at most 100, because longer lines are hard to read. */
  readonly width: number;
  readonly colours: boolean;
  /** `numbered` where a number can be typed, `typed` where the question itself has to be. */
  readonly buttons: "numbered" | "typed";
}

export type Paint = (text: string) => string;

type Format = Parameters<typeof styleText>[0];

export const plain: Paint = (text) => text;

const toneFormats: Readonly<Record<Tone, Format>> = {
  open: "green",
  partial: "yellow",
  closed: "red",
  unknown: "magenta",
  neutral: "cyan",
};

export interface Palette {
  readonly strong: Paint;
  readonly faint: Paint;
  tone(tone: Tone): Paint;
  title(tone: Tone | undefined): Paint;
}

/** The paints of an answer; without colours each of them leaves the text alone. */
export function palette(colours: boolean): Palette {
  if (!colours) return { strong: plain, faint: plain, tone: () => plain, title: () => plain };
  const strong = painted("bold");
  const tone = (name: Tone) => painted(toneFormats[name]);
  const title = (name: Tone = "neutral") => {
    const coloured = tone(name);
    return (text: string) => strong(coloured(text));
  };
  return { strong, faint: painted("dim"), tone, title };
}

/** Unvalidated, or Node 22 and later would look at the process's own stdout and decide again. */
function painted(format: Format): Paint {
  return (text) => styleText(format, text, { validateStream: false });
}
