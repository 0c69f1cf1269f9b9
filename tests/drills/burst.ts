import { setTimeout as pause } from "node:timers/promises";
import { askOnce, describe, isHonest, newTally, onDiscord, onSlack, quantile } from "./asking.ts";
import { memoryOf, startBoth } from "./both.ts";
import { count, type Drill } from "./drill.ts";

/** On each platform. */
const [warmUp, atOnce] = [200, 1_000] as const;
/** MiB that a burst may leave behind. */
const mostGrowth = 60;

/** Everybody asks in the same moment. */
export const burst: Drill = async (after) => {
  const { discord, slack, bot } = await startBoth(after);
  const asks = [onDiscord(discord), onSlack(slack)];
  const askAll = async (times: number) => {
    const tallies = asks.map(newTally);
    await Promise.all(
      asks.flatMap((ask, index) =>
        Array.from({ length: times }, () => askOnce(ask, tallies[index] ?? newTally())),
      ),
    );
    return tallies;
  };
  await askAll(warmUp);
  await pause(1_000);
  const before = memoryOf(bot);
  const tallies = await askAll(atOnce);
  const growth = memoryOf(bot) - before;
  const [onOne, onOther] = tallies.map(
    (tally) => `${describe(tally)}, the last after ${Math.round(quantile(tally, 1))} ms`,
  );
  return {
    passed: tallies.every(isHonest) && growth < mostGrowth,
    figure:
      `${count(2 * atOnce)} commands at once: Discord ${onOne}; Slack ${onOther}; ` +
      `memory ${growth < 0 ? "" : "+"}${Math.round(growth)} MiB`,
  };
};
