import { setTimeout as pause } from "node:timers/promises";
import { describe, isFine, onDiscord, onSlack, p99, startAsking } from "./asking.ts";
import { memoryOf, startBoth } from "./both.ts";
import type { Drill } from "./drill.ts";

const perSecond = 300;
const seconds = 60;

/** Both platforms at once, on one process. */
export const load: Drill = async (after) => {
  const { discord, slack, bot } = await startBoth(after);
  const platforms = [startAsking(onDiscord(discord), perSecond), startAsking(onSlack(slack), perSecond)];
  await pause(seconds * 1_000);
  const tallies = await Promise.all(platforms.map((platform) => platform.stop()));
  const [onOne, onOther] = tallies.map((tally) => `${describe(tally)}, ${p99(tally)}`);
  return {
    passed: tallies.every(isFine) && bot.exitCode === null,
    figure:
      `${perSecond} commands a second on each platform for ${seconds} s: ` +
      `Discord ${onOne}; Slack ${onOther}; ${Math.round(memoryOf(bot))} MiB at the end`,
  };
};
