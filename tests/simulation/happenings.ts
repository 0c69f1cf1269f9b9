import { AsyncLocalStorage } from "node:async_hooks";
import type { Filled } from "../../src/manners/form.ts";
import type { Place } from "./cast.ts";

/** Something that a person does, which the platform tells the bot. */
export interface Happening {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: "command" | "mention" | "direct" | "overheard" | "press" | "submit" | "home";
  readonly person: string;
  readonly place: Place;
  /** What was typed, or the code of what was pressed or filled in. */
  readonly text: string;
  /** What must not happen, and does: a fault in a command, one in the router, a command that takes too long. */
  readonly spell: "boom" | "bang" | "slow" | undefined;
  /** Of a form. */
  readonly filled: Filled;
  /** On which something was pressed. */
  readonly on: Post | undefined;
  readonly deliveries: Delivery[];
  readonly shown: Shown[];
}

/** One time that the platform tells a process of it. */
export interface Delivery {
  readonly happening: Happening;
  /** A process that was started again has another name. */
  readonly process: string;
  readonly began: number;
  /** How it came to its end; nothing as long as it goes on. */
  end?: "done" | "stop" | "crash";
  /** What the process did not get from the store, in time or at all. */
  readonly missed: Set<string>;
  /** What went wrong between it and the platform. */
  readonly faults: Fault[];
  /** What was handed to the platform, whatever became of it. */
  readonly offered: string[];
  /** The process was asked to stop meanwhile. */
  isStopping: boolean;
  /** By what was decided before, it must not be answered, or need not be. */
  readonly mustNot: boolean;
  readonly mayBeSilent: boolean;
}

/** `passing`: may be gone at the next try. `waits`: the same, but that takes seconds. `taken`: it had worked, but nobody said so. `final`: no use to try again. */
export type Fault = "passing" | "waits" | "taken" | "late" | "final" | "refused";

/** What came to stand before people's eyes. */
export interface Shown {
  readonly what: "message" | "form" | "home" | "window" | "deletion";
  /** Nobody else sees it; nothing when all do who are there. */
  readonly only: string | undefined;
  readonly payload: string;
}

/** What stays there and can be pressed or filled in. */
export interface Post {
  readonly number: number;
  readonly place: Place;
  readonly what: Shown["what"];
  readonly only: string | undefined;
  /** By whom it came about. */
  readonly by: string;
  readonly codes: readonly string[];
}

/** Tells the store and the transports on whose account something happens. */
export const current = new AsyncLocalStorage<Delivery>();
