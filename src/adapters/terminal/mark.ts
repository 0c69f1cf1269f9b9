import type { State } from "../../chat.ts";
import { symbols } from "../mark.ts";
import type { Palette } from "./style.ts";
import { type Word, words } from "./words.ts";

export function markWords(mark: State | undefined, paints: Palette): Word[] {
  return mark === undefined ? [] : words(symbols[mark], paints.tone(mark));
}
