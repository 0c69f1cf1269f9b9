import type { YAMLError } from "yaml";

export const tagged = "has a tag, anchor or alias; put text that begins with !, & or * in quotes";

/** YAML's own messages, as far as curators meet them, and what to say instead. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing/, "opens a quotation mark that is never closed; close it"],
  [/end with a|should be more indented/, "opens a [ or { that is never closed; close it"],
  [/at node end/, "goes on behind a closing quotation mark or bracket; put all of it inside"],
  [/^Missing , |^Block collections/, "lacks a comma between two items; add it, or put the text in quotes"],
  [
    /^Nested mappings/,
    'contains ": " inside a text, or the next line is indented too far; put the text in quotes, or align the lines',
  ],
  [/^Map keys must be unique/, "stands here a second time; remove one of the two"],
  [/^Tabs are not allowed/, "is indented with a tab; use spaces"],
  [/^Plain value cannot start/, "begins with a reserved character; put the text in quotes"],
  [/^Invalid escape/, "contains a \\ in double quotes; write \\\\, or use single quotes"],
  [/[Tt]ag|[Aa]nchor|[Aa]lias/, tagged],
  [/multiple documents/, 'holds a second document; remove the line "---"'],
  [/^Implicit /, 'is neither "key: value" nor a list item; add the colon, or indent the text'],
  [
    /same column|indented|^Sequence item|^A block sequence/,
    "is indented unlike its neighbours; align it with the lines above",
  ],
];

export function wordsFor({ message }: YAMLError): string {
  const known = phrases.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? `is not valid YAML (${message}); correct it`;
}

/** Nothing but this one place is in doubt: the rest of the file reads as if it were right. */
const local = new Set<string>([
  "BAD_DQ_ESCAPE",
  "BAD_SCALAR_START",
  "BLOCK_AS_IMPLICIT_KEY",
  "DUPLICATE_KEY",
  "BAD_ALIAS",
  "TAG_RESOLVE_FAILED",
]);

/** The data can be judged further. */
export function isHarmless({ code }: YAMLError): boolean {
  return code === "DUPLICATE_KEY" || code === "BAD_ALIAS" || code === "TAG_RESOLVE_FAILED";
}

/** One problem a line, and none that only follows from an earlier one. */
export function withoutEchoes(
  problems: readonly YAMLError[],
  lineOf: (problem: YAMLError) => number,
): readonly YAMLError[] {
  const sorted = problems.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const last = sorted.findIndex(({ code }) => !local.has(code));
  const own = last < 0 ? sorted : sorted.slice(0, last + 1);
  return own.filter((problem, index) => {
    const before = own[index - 1];
    return before === undefined || lineOf(before) !== lineOf(problem);
  });
}

/** The place to correct is what stands before: a bracket that is never closed, a text that holds a colon. */
export function isNoticedLate({ message }: YAMLError): boolean {
  return /Missing closing|end with a|Nested mappings/.test(message);
}
