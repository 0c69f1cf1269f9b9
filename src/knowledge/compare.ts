/** Sorts by letters, as dates, "2024-03-17", and paths are; by the rules of a language it would cost 15 ms at start. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
