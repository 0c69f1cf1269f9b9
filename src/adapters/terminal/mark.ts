import type { State } from "../../chat.ts";
import type { Palette } from "./style.ts";
import { type Word, words } from "./words.ts";

/** Told apart by shape, for eyes and terminals without colour; the state's word always stands beside it. */
const symbols: Readonly<Record<State, string>> = { open: "●", partial: "◐", closed: "○", unknown: "?" };

export function markWords(mark: State | undefined, paints: Palette): Word[] {
  return mark === undefined ? [] : words(symbols[mark], paints.tone(mark));
}
