import { fold } from "../knowledge/fold.ts";

/** Characters: enough to see what was asked, too few for a story. */
const longest = 64;

/**
 * What is kept of a question that had no answer: folded words, without what could point to somebody. Nothing when nothing is
 * left of it.
 */
export function openQuestion(text: string): string | undefined {
  const words = text
    .slice(0, 1_000)
    // Mentions and links as the platforms write them, then as people do.
    .replaceAll(/<[^<>]*>/g, " ")
    .split(/\s+/u)
    .filter((word) => !/[@/\\#]|\.\w{2,}|\d{3,}|^[\d\p{P}\p{S}]+$/u.test(word))
    .map(fold)
    .join(" ")
    .trim();
  const short = words.length <= longest ? words : words.slice(0, words.lastIndexOf(" ", longest));
  return short.trim() === "" ? undefined : short;
}
