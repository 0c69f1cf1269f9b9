import { setTimeout as pause } from "node:timers/promises";
import { askOnce, describe, newTally, onDiscord, onSlack, quantile } from "./asking.ts";
import { startBoth } from "./both.ts";
import type { Drill } from "./drill.ts";
import { until } from "./until.ts";

const atOnce = 200;
/** Milliseconds that each request of the bot takes, and after which everything must be as before. */
const [slowness, recovery] = [2_000, 5_000] as const;
/** Milliseconds: an answer beside nothing else. */
const normal = 100;

/** Both platforms are slow to take answers, when many wait for one. */
export const peers: Drill = async (after) => {
  const { discord, slack, bot } = await startBoth(after);
  const asks = [onDiscord(discord), onSlack(slack)];
  const ask = async (times: number) => {
    const tally = newTally();
    await Promise.all(asks.flatMap((one) => Array.from({ length: times }, () => askOnce(one, tally))));
    return tally;
  };
  await ask(5);
  discord.failNext("/callback", { delayMs: slowness }, Infinity);
  slack.failNext("chat.postMessage", { delayMs: slowness }, Infinity);
  const commands = newTally();
  const onePlatform = onDiscord(discord);
  const mentions = Array.from({ length: atOnce }, (_, index) =>
    slack.mention("grok-1", { user: `U${index}`, channel: `C${index}` }),
  );
  await Promise.all(Array.from({ length: atOnce }, () => askOnce(onePlatform, commands)));
  await Promise.all(mentions);
  const isPosted = () =>
    slack.callsOf("chat.postMessage").filter(({ answer }) => answer !== undefined).length;
  await until(() => isPosted() >= atOnce, "a mention is not answered").catch(() => {});
  const posted = isPosted();
  discord.heal();
  slack.heal();
  await pause(recovery);
  const afterwards = newTally();
  for (let round = 0; round < 20; round += 1) await Promise.all(asks.map((one) => askOnce(one, afterwards)));
  const slowest = quantile(afterwards, 1);
  return {
    passed:
      commands.unanswered === 0 &&
      posted === atOnce &&
      afterwards.unanswered === 0 &&
      slowest < normal &&
      bot.exitCode === null,
    figure:
      `${atOnce} answers on each platform that take ${slowness / 1000} s to hand in: ` +
      `${atOnce - commands.unanswered} commands on Discord and ${posted} mentions on Slack answered; ` +
      `${recovery / 1000} s later ${describe(afterwards)}, the slowest ${Math.round(slowest)} ms`,
  };
};
