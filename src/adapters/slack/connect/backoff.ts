import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./fault.ts";

const shortest = 500;
const longest = 5_000;

/**
 * Waits before the next attempt, the longer the more have failed: half a second to five, with a random part, so that many
 * bots do not come back at once. False when stopped meanwhile.
 */
export async function backOff(failures: number, fault: Fault, stopping: AbortSignal): Promise<boolean> {
  const growing = Math.min(longest, shortest * 2 ** (failures - 1)) * (0.75 + Math.random() / 4);
  const asked = fault.kind === "wait" ? fault.seconds * 1_000 : 0;
  try {
    await pause(Math.max(growing, asked), undefined, { signal: stopping });
    return true;
  } catch {
    return false;
  }
}
