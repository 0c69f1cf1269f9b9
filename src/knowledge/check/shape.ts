import { z } from "zod";
import { at, faultAt, type Fault, type Page, type Path } from "./faults.ts";
import { didYouMean } from "./nearest.ts";

type Issue = z.core.$ZodIssue;

/** What in a page does not fit its schema. */
export function checkShape(page: Page, schema: z.ZodType): readonly Fault[] {
  const { error } = schema.safeParse(page.data, { error: allowedKeys });
  return (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => unknownKey(page, [...path, key], issue.message));
    }
    const line = issue.code === "invalid_key" ? page.lineOfKey(path) : page.lineOf(path);
    return faultAt(page, path, wordsFor(issue, at(page.data, path), page.written(path)), line);
  });
}

/** Only while zod judges a record does it tell which keys the record may have. */
function allowedKeys({ code, inst }: Parameters<z.core.$ZodErrorMap>[0]): string | undefined {
  if (code !== "unrecognized_keys") return undefined;
  if (inst instanceof z.ZodObject) return Object.keys(inst.shape).join(", ");
  const keys = inst instanceof z.ZodRecord ? inst.keyType : undefined;
  return keys instanceof z.ZodEnum ? keys.options.join(", ") : undefined;
}

function unknownKey(page: Page, path: Path, allowed: string): Fault {
  const hint = didYouMean(String(path.at(-1)), allowed.split(", "));
  const words = `unknown key; remove it or check the spelling, allowed: ${allowed}${hint}`;
  return faultAt(page, path, words, page.lineOfKey(path));
}

/** What is wrong; what to do. The schema words itself what zod has no name for. */
function wordsFor(issue: Issue, value: unknown, written: string | undefined): string {
  if (value === undefined) return "is missing; add it";
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value, written);
    case "invalid_value":
      return notOneOf(value, issue.values);
    case "invalid_union":
      return notOneOf(value, issue.inclusive === false ? [] : (issue.options ?? []));
    case "too_big":
      return tooBig(value, issue.maximum);
    case "too_small":
      if (size(value) === 0) return "is empty; write a value or remove the key";
      return `too little: ${size(value)} of at least ${issue.minimum}; add to it`;
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    case "custom":
    case "invalid_format":
    case "invalid_element":
    case "not_multiple_of":
    case "unrecognized_keys":
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  array: "list",
  object: "record with keys of its own",
  record: "record with keys of its own",
  boolean: "truth value (true or false)",
};

function wrongType(expected: string, value: unknown, written: string | undefined): string {
  if (value === null && !written) return "is empty; write a value or remove the key";
  // Without quotes 1.10 is a number, and loses its zero.
  if (expected === "string" && written) {
    return `${written} is not read as text here; put it in quotes: "${written}"`;
  }
  return `is a ${kindOf(value)}; write a ${kinds[expected] ?? expected} instead`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return kinds[typeof value] ?? typeof value;
}

function notOneOf(value: unknown, allowed: readonly unknown[]): string {
  const words = allowed.map(String);
  return `unknown value "${String(value)}"; use one of: ${words.join(", ")}${didYouMean(String(value), words)}`;
}

function tooBig(value: unknown, most: number | bigint): string {
  if (typeof value === "string") return `too long: ${size(value)} of at most ${most} characters; shorten it`;
  if (Array.isArray(value)) return `too many: ${size(value)} of at most ${most}; remove some`;
  return `too large: ${size(value)} of at most ${most}; correct it`;
}

function size(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}
