import type { Fault } from "./happenings.ts";
import type { World } from "./world.ts";

/** What becomes of a request on its way. `hangs` never answers; `taken` worked all the same. */
export interface Fate {
  readonly kind: "fine" | "reset" | "error" | "hangs" | "limited" | "forbidden" | "refused";
  readonly taken: boolean;
  /** Milliseconds on the way. */
  readonly takes: number;
}

const fine = [[1, "fine"]] as const;
const rough = [
  [60, "fine"],
  [12, "reset"],
  [10, "error"],
  [6, "hangs"],
  [5, "limited"],
  [2, "forbidden"],
  [5, "refused"],
] as const;

export function fateOf({ random, network }: World): Fate {
  const kind = random.weighed<Fate["kind"]>(network === "fine" || random.chance(0.3) ? fine : rough);
  const isUnclear = kind === "reset" || kind === "error" || kind === "hangs";
  return { kind, taken: isUnclear && random.chance(0.4), takes: random.between(3, 60) };
}

export function faultIn({ kind, taken }: Fate): Fault | undefined {
  switch (kind) {
    case "fine":
      return undefined;
    case "reset":
    case "error":
      return taken ? "taken" : "passing";
    case "hangs":
      return taken ? "taken" : "waits";
    case "limited":
      return "waits";
    case "forbidden":
      return "final";
    case "refused":
      return "refused";
  }
}
