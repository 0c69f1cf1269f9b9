import type { Band, EntryKey, EntryKind } from "../chat.ts";

/** Why an entry was found. */
export interface Why {
  /** The name, alias or question of the entry that matched. */
  readonly phrase: string;
  /** Typed words that were read as known ones. */
  readonly corrected: readonly (readonly [typed: string, read: string])[];
  /** Typed words that nothing in the knowledge explains. */
  readonly unknown: readonly string[];
}

export interface Found {
  readonly key: EntryKey;
  /** 0 to 1; above 1 only for a name in full and nothing else. */
  readonly score: number;
  readonly why: Why;
}

/** What a score must reach. */
export interface Limits {
  readonly answer: number;
  /** Missing where nobody asked: there is nothing between an answer and silence. */
  readonly suggest?: number;
  /** The runner-up must stay below this part of the best score. */
  readonly lead: number;
}

export interface Finding {
  readonly band: Band;
  /** Best first. In the band "none" the nearest topics, in "silent" nothing. */
  readonly found: readonly Found[];
  /** The first two are asked about together: "grok or llama". */
  readonly together: boolean;
  /** What the band was decided by. */
  readonly limits: Limits;
}

export interface Scope {
  /** Nobody asked the bot: only a sure answer counts, and ordinary words are no evidence. */
  readonly overheard?: boolean;
  /** Only entries of these kinds. */
  readonly kinds?: readonly EntryKind[];
  /** Ordinary words ("weights") count as names: the text is known to be one. */
  readonly named?: boolean;
}

export type Find = (text: string, scope?: Scope) => Finding;
