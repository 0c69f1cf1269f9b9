/** A longer message is no question; what comes after this is not read. */
const longestQuestion = 2_000;
const mostSentences = 12;

/** The sentences of a message, without what is only markup: mentions, addresses, blocks of code. */
export function sentencesOf(text: string, apart: boolean): readonly string[] {
  const plain = plainText(text.slice(0, longestQuestion));
  if (!apart) return [plain];
  return plain
    .split(/(?<=[.?!…])[\s"')\]]+|[\n\r]+|[;:]\s+|\s[-–—]\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, mostSentences);
}

/** Mentions become nothing, links their label. */
function plainText(text: string): string {
  return text
    .replaceAll(/```[^`]*(```|$)/gu, "\n")
    .replaceAll(/<https?:[^\s|>]*\|([^>]*)>/gu, " $1 ")
    .replaceAll(/\[([^\]]*)\]\([^)\s]*\)/gu, " $1 ")
    .replaceAll(/<[@#!&:][^>]*>|https?:\/\/\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu, " ");
}
