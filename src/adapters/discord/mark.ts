import type { State, Tone } from "../../chat.ts";

/** Told apart by shape; the state's word always stands beside it. */
export const symbols: Readonly<Record<State, string>> = {
  open: "●",
  partial: "◐",
  closed: "○",
  unknown: "?",
};

/** Strips at the side of a card that are seen on light and on dark, also by those who see few colours. */
export const accents: Readonly<Record<Tone, number>> = {
  open: 0x56b4e9,
  partial: 0xf0b429,
  closed: 0x8b93a1,
  unknown: 0xb3b9c4,
  neutral: 0x6b7280,
};
