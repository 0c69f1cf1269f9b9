/** Sorts dates as they are written, "2024-03-17", earliest first. By the rules of a language it would cost 15 ms at start. */
export function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
