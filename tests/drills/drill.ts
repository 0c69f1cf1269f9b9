/** What came of a drill; the figure is counts, and milliseconds only where a limit is given in them. */
export interface Result {
  readonly passed: boolean;
  readonly figure: string;
}

/** Has something done when the drill is over, however it ends; the last one first. */
export type After = (end: () => unknown) => void;

/** @throws {Error} when it cannot be held, which counts as failed. */
export type Drill = (after: After) => Promise<Result>;

/** "12,345". */
export const count = (value: number): string => value.toLocaleString("en");
