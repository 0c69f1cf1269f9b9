import type { Language } from "../chat.ts";
import { compare } from "../knowledge/compare.ts";
import { phrases } from "../phrases.ts";

const staleAfterDays = 365;
const dayInMilliseconds = 86_400_000;

/** "2024-03-17" as "17 March 2024"; a year or a month stays as coarse as it is known. Intl would cost 20 ms at start. */
export function formatDate(date: string, language: Language): string {
  const [year = "", month, day] = date.split("-");
  const words = phrases[language];
  const name = month === undefined ? undefined : words.months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : words.day(Number(day), name, year);
}

/** The latest of dates that may differ in precision; a year or month counts as its first day, so as no news. */
export function newest(dates: readonly string[]): string | undefined {
  return dates.toSorted((a, b) => compare(firstDay(a), firstDay(b))).at(-1);
}

/** "As of …", with a warning when the newest evidence is more than a year old. Nothing without evidence. */
export function asOf(
  dates: readonly string[],
  { language, today }: { readonly language: Language; readonly today: string },
): { readonly asOf?: string } {
  const date = newest(dates);
  if (date === undefined) return {};
  const old = Date.parse(today) - Date.parse(firstDay(date)) > staleAfterDays * dayInMilliseconds;
  return { asOf: phrases[language].asOf(formatDate(date, language), old) };
}

/** Of a year or a month: its first day. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);
/** Of a year or a month: a day that no later one of it exceeds. */
export const lastDay = (date: string): string => `${date}-99-99`.slice(0, 10);
