import { inYear } from "./days.ts";

/** Between two events, so that neither points nor dates touch. */
const gap = 17;
const narrowestYear = 44;
const margin = 14;

export interface Axis {
  readonly width: number;
  readonly years: readonly { readonly year: string; readonly x: number; readonly width: number }[];
  /** Of each event. */
  readonly xs: readonly number[];
}

/**
 * Places dates, oldest first, on a line of years. A year is as wide as its events need, and within it they stand by
 * the day, pushed apart where they are too close; the order stays as it is given.
 */
export function layAxis(dates: readonly string[]): Axis {
  const first = Number(dates[0]?.slice(0, 4));
  const last = Number(dates.at(-1)?.slice(0, 4));
  const years: { year: string; x: number; width: number }[] = [];
  const xs: number[] = [];
  let left = 0;
  for (let number = first; number <= last; number += 1) {
    const year = String(number);
    const own = dates.filter((date) => date.startsWith(year));
    const width = Math.max(narrowestYear, own.length * gap + 2 * margin);
    xs.push(...spread(own.map(inYear), width).map((x) => left + x));
    years.push({ year, x: left, width });
    left += width;
  }
  return { width: left, years, xs };
}

/** From the left no event comes closer to the one before, then from the right none leaves the year. */
function spread(shares: readonly number[], width: number): readonly number[] {
  const room = width - 2 * margin;
  const placed: number[] = [];
  for (const share of shares)
    placed.push(Math.max(margin + share * room, (placed.at(-1) ?? -Infinity) + gap));
  let limit = width - margin;
  return placed
    .toReversed()
    .map((x) => {
      const fitting = Math.min(x, limit);
      limit = fitting - gap;
      return Math.round(fitting);
    })
    .toReversed();
}
