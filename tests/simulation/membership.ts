import { communitiesOn, platformNames, type PlatformName } from "./cast.ts";
import { leftOf } from "./checker.ts";
import { sleep } from "./clock.ts";
import type { Process } from "./process.ts";
import { slackLeaving } from "./slack.ts";
import type { Storage } from "./storage.ts";
import { change } from "./truth.ts";
import { memberOf, type World } from "./world.ts";

/** Communities that remove the bot, and invite it again. */
export interface Membership {
  remove(): void;
  invite(): void;
  /** Everywhere, by a process. */
  removeAll(process: Process): void;
}

/** Milliseconds after which nothing may be left. */
const afterLeaving = 15_000;
const untilInvited = 8_000;

export function createMembership(
  world: World,
  storage: Storage,
  takers: (platform: PlatformName) => readonly Process[],
): Membership {
  const { random, members } = world;
  const leaving = new Set<string>();

  async function leave(platform: PlatformName, community: string, process: Process): Promise<void> {
    const member = memberOf(platform, community);
    members.delete(member);
    leaving.add(member);
    world.note(`${process.name} is removed from ${member}`);
    const end = world.truth.begin(change.clear(platform, community));
    const left =
      platform === "discord"
        ? process.left(community)
        : process.slack(slackLeaving(community), async () => {});
    // Whoever ends before, with the store away, leaves it as it is: the platforms do not say it twice.
    const isForgotten = await Promise.race([left.then(() => true), gone(process)]);
    // Whoever invites it again has to get through the platform's dialogue; and what was decided meanwhile may go as well.
    if (isForgotten) world.note(`${member} is forgotten`);
    await sleep(untilInvited);
    leaving.delete(member);
    end(isForgotten ? "kept" : "unknown");
    if (!isForgotten) return;
    await sleep(afterLeaving - untilInvited);
    if (members.has(member) || !process.isAlive()) return;
    for (const what of await leftOf(platform, community, storage.kept))
      world.faults.push(`${member} is removed, and left are ${what}`);
  }

  async function gone(process: Process): Promise<false> {
    while (process.isAlive()) await sleep(1_000);
    return false;
  }

  return {
    remove() {
      const platform = random.pick(platformNames);
      const there = communitiesOn(platform).filter((one) => members.has(memberOf(platform, one)));
      const community = random.among(there);
      const process = random.among(takers(platform));
      if (community !== undefined && process !== undefined) void leave(platform, community, process);
    },
    invite() {
      for (const platform of platformNames)
        for (const community of communitiesOn(platform)) {
          const member = memberOf(platform, community);
          if (members.has(member) || leaving.has(member) || random.chance(0.5)) continue;
          members.add(member);
          world.note(`is invited to ${member}`);
        }
    },
    removeAll(process) {
      for (const platform of platformNames)
        for (const community of communitiesOn(platform)) void leave(platform, community, process);
    },
  };
}
