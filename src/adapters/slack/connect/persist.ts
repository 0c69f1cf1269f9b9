import { setTimeout as pause } from "node:timers/promises";
import { type Fault, faultOf } from "./fault.ts";

/** Nothing when it worked. */
export type Attempt = () => Promise<Fault | undefined>;

/** Whoever asked has left by then. In seconds. */
const longestWait = 30;
const shortPause = 300;

/** A call of Slack's library as an attempt. */
export function attempting(call: () => Promise<unknown>): Attempt {
  return async () => {
    try {
      await call();
      return undefined;
    } catch (error) {
      return faultOf(error);
    }
  };
}

/**
 * Tries once more after a failure that may pass. Slack has no key that would tell a repeated message from a new one, so one
 * whose connection broke after it was taken appears twice: better than an answer that is lost.
 */
export async function persist(attempt: Attempt, stopping: AbortSignal): Promise<Fault | undefined> {
  const fault = await attempt();
  if (fault === undefined || fault.kind === "refused") return fault;
  if (fault.kind === "wait" && fault.seconds > longestWait) return fault;
  const milliseconds = fault.kind === "wait" ? fault.seconds * 1_000 : shortPause;
  try {
    await pause(milliseconds, undefined, { signal: stopping });
  } catch {
    // A stop does not wait. What Slack asks to wait with is lost by it; everything else can be tried now.
    if (fault.kind === "wait") return fault;
  }
  return attempt();
}
