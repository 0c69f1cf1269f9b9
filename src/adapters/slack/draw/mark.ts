import type { State } from "../../../chat.ts";

/** Told apart by shape, for eyes that see no colours; the state's word always stands beside it. */
const symbols: Readonly<Record<State, string>> = { open: "●", partial: "◐", closed: "○", unknown: "?" };

/** The mark and a space, to put before words. */
export function markBefore(mark: State | undefined): string {
  return mark === undefined ? "" : `${symbols[mark]} `;
}
