import type { Lexicon } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** Whether an overheard sentence asks whoever may know, rather than telling something or asking one person. */
export function asksAround(sentence: string, lexicon: Lexicon): boolean {
  const words = wordsOf(sentence);
  const first = words.find((word) => lexicon.is("asking", word) || !lexicon.isStopword(word));
  const asks = sentence.includes("?") || (first !== undefined && lexicon.is("asking", first));
  if (!asks) return false;
  const around = words.slice(0, 8).some((word) => lexicon.is("around", word));
  return around || !words.some((word) => lexicon.is("addressing", word));
}
