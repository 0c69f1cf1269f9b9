import { z } from "zod";
import { parseUrl } from "../url.ts";

/** What the fields of every record are made of. Messages read "what is wrong; what to do". */

// Control characters, zero-width and bidirectional marks can make a text look like another one.
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** What is wrong with the characters of a text; only the first, as the others often follow from it. */
function flawIn(value: string): string | undefined {
  if (value !== value.trim())
    return "begins or ends with a space or line break; remove it, or write >- for >";
  if (value.includes("\n")) return "contains a line break; join the lines, or write >- for |";
  if (invisible.test(value)) return "contains control, zero-width or bidirectional characters; remove them";
  if (value !== value.normalize("NFC")) return "has accents apart from their letters; type them anew (NFC)";
  return undefined;
}

export const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => flawIn(value) === undefined, { error: ({ input }) => flawIn(String(input)) });

export const both = (longest: number) => z.strictObject({ en: text(longest), de: text(longest) });

export const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is no id; use lower-case letters, digits and single hyphens");

export const licenceId = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, "is no licence id; use an SPDX id, or LicenseRef- and a name");

export const link = z
  .string()
  .max(300)
  .refine((value) => {
    const url = parseUrl(value);
    return url?.protocol === "https:" && url.username === "" && url.password === "" && !invisible.test(value);
  }, "is no complete https:// address; copy it from the browser, without user name");

/** True for a date that exists, written as 2025, 2025-03 or 2025-03-17. */
function isDate(value: string): boolean {
  if (!/^[12]\d{3}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const full = `${value}-01-01`.slice(0, 10);
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(full);
}

export const date = z
  .string()
  .refine(isDate, 'is no date that exists; write "2025", "2025-03" or "2025-03-17", in quotes')
  .meta({ pattern: "^[12]\\d{3}(-\\d{2}(-\\d{2})?)?$" });

const alias = text(60);
export const aliases = z.array(alias).max(30);
export const aliasesByLanguage = z.strictObject({ en: aliases, de: aliases });
const phrasings = z.array(text(120)).max(12);
export const questions = z
  .strictObject({ en: phrasings, de: phrasings })
  .optional()
  .meta({ description: "How people ask for it without its name; in other words than tests/questions" });
export const sourceIds = z.array(id).max(8);
