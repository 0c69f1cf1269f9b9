/** What an element carries, for the script that reports a press. */
export interface Carried {
  /** As the payload calls its kind. */
  readonly type: string;
  readonly id: string;
  /** Of a menu, none: what is chosen in it counts. */
  readonly value: string;
}

export function carriedBy(carried: Carried): string {
  return JSON.stringify(carried);
}
