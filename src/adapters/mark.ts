import type { State } from "../chat.ts";

/** Told apart by shape, for eyes and terminals without colour; the state's word always stands beside it. */
export const symbols: Readonly<Record<State, string>> = {
  open: "●",
  partial: "◐",
  closed: "○",
  unknown: "?",
};

/** The mark and a space, to put before words. */
export function markBefore(mark: State | undefined): string {
  return mark === undefined ? "" : `${symbols[mark]} `;
}
