import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds that a start may take on a machine with other things to do. */
const patience = 20_000;
const often = 20;

/** @throws {Error} with these words when it does not become true. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  otherwise: string,
  ms = patience,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${otherwise} after ${ms / 1000} s`);
    await pause(often);
  }
}
