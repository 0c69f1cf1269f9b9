import type { PlatformName } from "./cast.ts";
import { communitiesOn, platformNames } from "./cast.ts";
import { faultsOfShown } from "./arrival.ts";
import type { Delivery, Happening, Post, Shown } from "./happenings.ts";
import type { Random } from "./random.ts";
import { createTruth, type Truth } from "./truth.ts";

/** What there is beside the bot, and what has happened. */
export interface World {
  readonly random: Random;
  /** Between the bot and the platforms. */
  network: "fine" | "rough";
  readonly happenings: Happening[];
  /** What can be seen now, by number. */
  readonly posts: Map<number, Post>;
  /** What was told, and what is in force for sure. */
  readonly truth: Truth;
  /** Where the bot is. */
  readonly members: Set<string>;
  readonly history: string[];
  /** What must not be. */
  readonly faults: string[];
  note(line: string): void;
  blame(happening: Happening, what: string): void;
  /** Something came to stand before people's eyes. */
  show(delivery: Delivery, shown: Shown, codes?: readonly string[]): void;
}

export const memberOf = (platform: PlatformName, community: string) => `${platform} ${community}`;

/** Newer ones are pressed anyway. */
const mostPosts = 60;

export function createWorld(random: Random): World {
  const history: string[] = [];
  const faults: string[] = [];
  const posts = new Map<number, Post>();
  let count = 0;
  const note = (line: string) => void history.push(`${Date.now() % 1e8} ${line}`);
  const members = platformNames.flatMap((platform) =>
    communitiesOn(platform).map((community) => memberOf(platform, community)),
  );

  return {
    random,
    network: "fine",
    happenings: [],
    posts,
    truth: createTruth(),
    members: new Set(members),
    history,
    faults,
    note,
    blame(happening, what) {
      const { number, kind, person, place, text } = happening;
      faults.push(`${what}: #${number} ${place.platform} ${kind} "${text}" of ${person} in ${place.channel}`);
      note(`FAULT ${what} #${number}`);
    },
    show(delivery, shown, codes = []) {
      const { happening, process } = delivery;
      happening.shown.push(shown);
      const { what, only = "all", payload } = shown;
      note(`#${happening.number} ${process} shows ${what} to ${only}, ${payload.length} characters`);
      for (const fault of faultsOfShown(happening, shown)) this.blame(happening, fault);
      if (what === "deletion") {
        if (happening.on !== undefined) posts.delete(happening.on.number);
        return;
      }
      count += 1;
      const { place, person: by } = happening;
      posts.set(count, { number: count, place, what, only: shown.only, by, codes });
      const [oldest] = posts.keys();
      if (posts.size > mostPosts && oldest !== undefined) posts.delete(oldest);
    },
  };
}
