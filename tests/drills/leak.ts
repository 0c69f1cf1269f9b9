import { setTimeout as pause } from "node:timers/promises";
import { onDiscord, onSlack } from "./asking.ts";
import { handlesOf, startBoth } from "./both.ts";
import type { Drill } from "./drill.ts";
import { until } from "./until.ts";

const breaks = 200;
/** Milliseconds. What lives shorter than half a second is taken for a refusal, and waited after. */
const life = 300;
/** What may be open to each platform afterwards. */
const most = 2;

/** Connections break again and again: none may be left behind by those that take their place. */
export const leak: Drill = async (after) => {
  const { discord, slack, bot } = await startBoth(after);
  await until(() => slack.openSockets === most, "the bot has not both sockets");
  const before = handlesOf(bot);
  const { identifies } = discord.gateway;
  const onOne = async () => {
    for (let time = 0; time < breaks; time += 1) {
      const { resumes } = discord.gateway;
      discord.dropSockets();
      const connected = () => discord.gateway.resumes + discord.gateway.identifies;
      const wanted = resumes + discord.gateway.identifies + 1;
      await until(() => connected() >= wanted, "Discord is not connected again");
    }
  };
  const onOther = async () => {
    for (let time = 0; time < breaks; time += 1) {
      const { socketsOpened } = slack;
      slack.drop("one");
      await until(() => slack.socketsOpened > socketsOpened, "Slack is not connected again");
      await pause(life);
    }
  };
  await Promise.all([onOne(), onOther()]);
  await until(() => slack.openSockets === most, "the bot has not both sockets again");
  const answered = await Promise.all([onDiscord(discord)(1), onSlack(slack)(1)]);
  const [sockets, { connections }] = [slack.openSockets, discord.gateway];
  const { all } = handlesOf(bot);
  return {
    passed: sockets <= most && connections <= most && !answered.includes(undefined),
    figure:
      `${breaks} broken connections on each platform: ${connections} open to Discord, ${sockets} to Slack; ` +
      `${discord.gateway.identifies - identifies} new sessions on Discord; open handles ${before.all} before, ${all} after`,
  };
};
