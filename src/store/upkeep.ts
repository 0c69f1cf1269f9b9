import type { Store } from "./store.ts";

/** Milliseconds. A process that says nothing for three of the first counts no more. */
const [presence, tidying] = [15_000, 600_000] as const;

export interface Upkeep {
  /** How many processes share the store, as far as it is known. */
  processes(): number;
  stop(): void;
}

/** Says that this process is there, and lets one of all of them delete what has been kept long enough. */
export function startUpkeep(store: Pick<Store, "processes" | "lease" | "tidy">): Upkeep {
  let count = 1;
  // What fails is logged where the store is guarded, and comes round again.
  const look = () => {
    store.processes().then(
      (known) => (count = known),
      () => {},
    );
  };
  const tidy = async () => {
    if (await store.lease("tidy", tidying)) await store.tidy();
  };
  look();
  const timers = [
    setInterval(look, presence).unref(),
    setInterval(() => void tidy().catch(() => {}), tidying).unref(),
  ];
  return {
    processes: () => count,
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  };
}
