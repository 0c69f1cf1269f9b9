import type { Settings } from "../../src/store/store.ts";
import type { PlatformName } from "./cast.ts";

/** What people decided, and what came of it. */
export interface Truth {
  /** Begins a decision; the function ends it: `kept` when the person was told so, `nothing` when it was not theirs to make. */
  begin(changes: readonly Change[]): (end: "kept" | "unknown" | "nothing") => void;
  /** What is in force for sure; nothing when that cannot be said. */
  isQuiet(platform: PlatformName, community: string, person: string): boolean | undefined;
  settings(platform: PlatformName, community: string, channel: string): Settings | undefined;
}

type Value = Settings | boolean;
/** The keys it is about, by how they begin and end, and what they are set to; nothing: as in the beginning. */
export interface Change {
  readonly starts: string;
  readonly ends: string;
  readonly value: Value | undefined;
}

interface Decision extends Change {
  readonly began: number;
  ended?: number;
  kept: boolean;
}

/** Milliseconds after which a decision of which nobody knows what became of it has happened, or will not. */
const settling = 5_000;

const quietKey = (platform: PlatformName, community: string, person: string) =>
  `quiet ${platform} ${community} ${person}`;
const settingsKey = (platform: PlatformName, community: string, channel: string) =>
  `settings ${platform} ${community} ${channel}`;

export const change = {
  quiet: (platform: PlatformName, community: string, person: string, value: boolean): Change => ({
    starts: quietKey(platform, community, person),
    ends: "",
    value,
  }),
  settings: (platform: PlatformName, community: string, channel: string, value: Settings): Change => ({
    starts: settingsKey(platform, community, channel),
    ends: ` ${channel}`,
    value,
  }),
  forgetPerson: (platform: PlatformName, person: string): Change => ({
    starts: `quiet ${platform} `,
    ends: ` ${person}`,
    value: undefined,
  }),
  clear: (platform: PlatformName, community: string): readonly Change[] =>
    ["quiet", "settings"].map((what) => ({
      starts: `${what} ${platform} ${community} `,
      ends: "",
      value: undefined,
    })),
};

export function createTruth(): Truth {
  const decisions: Decision[] = [];

  /** Of all that touch the key, the last that is known to have happened, unless another may have come after it. */
  function certain(key: string): { readonly value: Value | undefined } | undefined {
    const touching = decisions.filter(({ starts, ends }) => key.startsWith(starts) && key.endsWith(ends));
    if (touching.length === 0) return { value: undefined };
    const last = touching.findLast(({ kept, ended }) => kept && ended !== undefined);
    if (last === undefined) return undefined;
    const isOpen = touching.some(
      (other) =>
        other !== last &&
        !(other.ended !== undefined && other.kept && other.ended < last.began) &&
        other.began + settling > last.began,
    );
    return isOpen ? undefined : last;
  }

  return {
    begin(changes) {
      const own = changes.map((one): Decision => ({ ...one, began: Date.now(), kept: false }));
      decisions.push(...own);
      return (end) => {
        for (const one of own) {
          one.ended = Date.now();
          one.kept = end === "kept";
          if (end === "nothing") decisions.splice(decisions.indexOf(one), 1);
        }
      };
    },
    isQuiet(platform, community, person) {
      const known = certain(quietKey(platform, community, person));
      return known === undefined ? undefined : known.value === true;
    },
    settings(platform, community, channel) {
      const whole = certain(settingsKey(platform, community, ""));
      const own = certain(settingsKey(platform, community, channel));
      if (whole === undefined || own === undefined) return undefined;
      return { ...settingsOf(whole.value), ...settingsOf(own.value) };
    },
  };
}

function settingsOf(value: Value | undefined): Settings {
  return typeof value === "object" ? value : {};
}
