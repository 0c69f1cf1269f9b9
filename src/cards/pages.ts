import type { Button } from "../chat.ts";
import { phrases } from "../phrases.ts";
import type { Context } from "./context.ts";

export interface Page<T> {
  readonly items: readonly T[];
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** The text that asks for this page again. */
  readonly text: string;
  /** Buttons to the neighbouring pages. */
  readonly turn: readonly Button[];
}

/** One page of a list; `page` counts from 1, and one beyond the end shows the last. */
export function pageOf<T>(
  all: readonly T[],
  size: number,
  page: number,
  { language }: Context,
  ask: { readonly command: string; readonly text: string },
): Page<T> {
  const last = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(Math.max(1, page), last);
  const start = (shown - 1) * size;
  const items = all.slice(start, start + size);
  const words = phrases[language].page;
  const textOf = (number: number) => (number === 1 ? ask.text : `${ask.text} page ${number}`.trim());
  const to = (label: string, number: number): Button => ({
    label,
    command: ask.command,
    text: textOf(number),
  });
  return {
    items,
    from: items.length === 0 ? 0 : start + 1,
    to: start + items.length,
    total: all.length,
    text: textOf(shown),
    turn: [
      ...(shown > 1 ? [to(words.previous, shown - 1)] : []),
      ...(shown < last ? [to(words.next, shown + 1)] : []),
    ],
  };
}

/** Takes the page off the end of what was typed: "licensing page 2", or a number alone. "Grok 2" is a name. */
export function readPage(typed: string): { readonly text: string; readonly page: number } {
  const text = typed.trim();
  const [, before = "", number] = /^(?:(.*?)\s*\b(?:page|seite)\s+)?(\d{1,3})$/isu.exec(text) ?? [];
  return number === undefined ? { text, page: 1 } : { text: before, page: Number(number) };
}
