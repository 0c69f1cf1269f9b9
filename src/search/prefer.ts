import type { EntryKind } from "../chat.ts";
import type { Find, Finding } from "./finding.ts";

/** Only a name in full scores more. */
const best = 1;

/**
 * Looks among entries of some kinds first, where ordinary words are names. People also put other names and whole
 * questions there: such a name in full, or a sure answer, beats a guess among the kinds.
 */
export function findPreferring(find: Find, text: string, kinds: readonly EntryKind[]): Finding {
  const preferred = find(text, { kinds, named: true });
  if (isName(preferred)) return preferred;
  const any = find(text);
  if (isName(any) || any.band === "answer" || preferred.band === "none") return any;
  return preferred;
}

function isName({ band, found }: Finding): boolean {
  return band === "answer" && (found[0]?.score ?? 0) > best;
}
