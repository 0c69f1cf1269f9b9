import type { Language } from "../chat.ts";

/** A server or a workspace, by the platform's own id. */
export interface Community {
  readonly adapter: string;
  readonly id: string;
}

/** When the bot speaks in a channel: never, when it is mentioned, or also when a question is asked. */
export const modes = ["off", "mentions", "questions"] as const;
export type Mode = (typeof modes)[number];

/** What those who manage a community decide; what is left out is as usual. */
export interface Settings {
  readonly language?: Language;
  readonly mode?: Mode;
  /** Questions without an answer are collected for the curators. */
  readonly collect?: boolean;
}

/** Why an answer was not helpful. */
export const reasons = ["wrong", "outdated", "unclear", "beside"] as const;
type Reason = (typeof reasons)[number];

export interface Vote {
  readonly entry: string;
  readonly verdict: "helpful" | "unhelpful" | Reason;
}

export interface OpenQuestion {
  /** Normalised and without mentions, links, addresses and numbers. */
  readonly text: string;
  readonly language: Language;
  readonly count: number;
  /** On which it was asked last: "2026-11-26". */
  readonly day: string;
}

/**
 * What must outlive a restart, and nothing else. Ids of persons, communities, channels and events are kept as keyed hashes,
 * installations encrypted. Everything rejects when the store cannot be reached.
 */
export interface Store {
  /** Those of the channel over those of its community. */
  settings(community: Community, channel?: string): Promise<Settings>;
  /** Replaces them, of the channel or of the whole community. */
  change(community: Community, channel: string | undefined, settings: Settings): Promise<void>;

  /** Whether a person does not want to be answered unasked there. */
  isQuiet(community: Community, person: string): Promise<boolean>;
  setQuiet(community: Community, person: string, quiet: boolean): Promise<void>;

  vote(vote: Vote): Promise<void>;
  votes(): Promise<readonly (Vote & { readonly day: string; readonly count: number })[]>;

  /** Counts a question that had no answer. */
  collect(community: Community, text: string, language: Language): Promise<void>;
  /** Of all communities, most often asked first. */
  questions(): Promise<readonly OpenQuestion[]>;
  /** It has an answer now. */
  settle(text: string): Promise<void>;

  /** True for the first to claim all of an event's ids; they are remembered for an hour. */
  claim(ids: readonly string[]): Promise<boolean>;
  /** Whether this process holds the lease, from now for so many milliseconds. */
  lease(name: string, milliseconds: number): Promise<boolean>;
  /** How many processes use the store, this one included. Each calls it several times a minute. */
  processes(): Promise<number>;

  /** Keeps the secrets that connect a community, encrypted. */
  install(community: Community, installation: string): Promise<void>;
  installation(community: Community): Promise<string | undefined>;

  /** Leaves nothing of a community but what connects it. */
  clear(community: Community): Promise<void>;
  /** Leaves nothing of a community, which has to be connected anew. */
  forget(community: Community): Promise<void>;
  /** Leaves nothing of a person, in any community. */
  forgetPerson(adapter: string, person: string): Promise<void>;

  /** Deletes what has been kept long enough. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
