/** Where in its year a date stands, from 0 to 1: a month or a year that is not known closer in its middle. */
export function inYear(date: string): number {
  const [, month, day] = date.split("-").map(Number);
  if (month === undefined) return 0.5;
  return (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}

/** Whether the very day is known. */
export function isExact(date: string): boolean {
  return date.split("-").length === 3;
}
