/** Milliseconds for which an event is remembered: the platforms repeat one for five minutes at most. */
export const claimed = 3_600_000;
/** Days for which an open question is kept after it was asked last. */
export const questionDays = 90;
/** Milliseconds after which a process that says nothing counts no more. */
export const present = 45_000;

/** "2026-11-26", so many days ago. */
export function dayOf(now: number, ago = 0): string {
  return new Date(now - ago * 86_400_000).toISOString().slice(0, 10);
}
