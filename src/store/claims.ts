import type { Kysely } from "kysely";
import { claimed } from "./retention.ts";
import type { Tables } from "./tables.ts";

/** True for the first to claim all of an event's digests. */
export type Claim = (events: readonly string[]) => Promise<boolean>;

interface Waiting {
  readonly events: readonly string[];
  readonly resolve: (isFirst: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** A statement takes a few tens of thousands of values; an event has three digests at most, and two values each. */
const mostAtOnce = 1_000;

/**
 * What is claimed while a statement is under way goes into the next one: in a burst, hundreds of statements would have to wait
 * for their turns of a busy process, and answers do not wait that long.
 */
export function createClaim(database: Kysely<Tables>, now: () => number): Claim {
  const waiting: Waiting[] = [];
  let isClaiming = false;

  async function claimTogether(claims: readonly Waiting[]): Promise<void> {
    const until = now() + claimed;
    // In one order, so that two processes never wait for each other.
    const events = [...new Set(claims.flatMap((claim) => claim.events))].toSorted();
    try {
      const inserted = await database
        .insertInto("claims")
        .values(events.map((event) => ({ event, until })))
        .onConflict((conflict) => conflict.column("event").doNothing())
        .returning("event")
        .execute();
      const unclaimed = new Set(inserted.map(({ event }) => event));
      // All of its digests are taken by each, also when one of them shows that it is not the first.
      for (const { events: own, resolve } of claims)
        resolve(own.map((event) => unclaimed.delete(event)).every(Boolean));
    } catch (error) {
      for (const { reject } of claims) reject(error);
    }
  }

  async function claimAll(): Promise<void> {
    isClaiming = true;
    while (waiting.length > 0) await claimTogether(waiting.splice(0, mostAtOnce));
    isClaiming = false;
  }

  return (events) =>
    new Promise((resolve, reject) => {
      waiting.push({ events, resolve, reject });
      if (!isClaiming) void claimAll();
    });
}
