import { setTimeout as pause } from "node:timers/promises";
import { type Ask, onDiscord, onSlack } from "./asking.ts";
import { type Both, prepareBoth } from "./both.ts";
import { count, type Drill } from "./drill.ts";
import { until } from "./until.ts";

const [rounds, perSecond] = [20, 100] as const;
/** Milliseconds: an end where nobody looks at the health, and the asking before it. */
const [limit, before] = [5_000, 800] as const;

/** Those who asked before the process was told, and those who asked on a connection that was just being closed. */
interface Tally {
  asked: number;
  unanswered: number;
  meanwhile: number;
  unheard: number;
}

/**
 * The process is told to end while people ask on both platforms: whoever asked before is answered. What a platform sends into a
 * connection that is being closed can get lost between the two, and is only counted; where somebody looks at the health, more
 * is done: see `rolling`.
 */
export const sigterm: Drill = async (after) => {
  const both = await prepareBoth(after);
  const tally: Tally = { asked: 0, unanswered: 0, meanwhile: 0, unheard: 0 };
  const ends: number[] = [];
  let unclean = 0;
  for (let round = 0; round < rounds; round += 1) {
    const identifies = both.discord.gateway.identifies;
    // Where somebody looks at the health, an end waits until it was seen.
    both.start({ HEALTH_PORT: "" });
    await until(() => both.discord.gateway.identifies > identifies, "the bot is not on Discord");
    await until(() => both.slack.openSockets === 2, "the bot is not on Slack");
    await until(async () => (await both.discord.slash("help")).answered, "the bot does not answer");
    const [told, over] = [new AbortController(), new AbortController()];
    const asking = askBoth(both, tally, told.signal, over.signal);
    await pause(before);
    const since = performance.now();
    told.abort();
    const exit = await both.bot.end("SIGTERM");
    ends.push(performance.now() - since);
    if (exit !== 0) unclean += 1;
    over.abort();
    await asking;
  }
  const slowest = Math.max(...ends);
  return {
    passed: tally.unanswered === 0 && unclean === 0 && slowest <= limit,
    figure:
      `${rounds} times SIGTERM under ${perSecond} commands a second on both platforms: ${count(tally.asked)} asked before it, ` +
      `${tally.unanswered} of them unanswered, ${count(tally.meanwhile)} while it ended, ${tally.unheard} of them unanswered; ${unclean} exits other than 0, the slowest after ${(slowest / 1000).toFixed(1)} s`,
  };
};

/** As long as a platform has a connection, it hands over what people ask. */
async function askBoth(both: Both, tally: Tally, told: AbortSignal, over: AbortSignal): Promise<void> {
  const { discord, slack } = both;
  const ways: readonly (readonly [Ask, () => boolean])[] = [
    [onDiscord(discord), () => discord.gateway.connections > 0],
    [onSlack(slack), () => slack.openSockets > 0],
  ];
  const answers: Promise<void>[] = [];
  const ask = async (way: Ask, person: number) => {
    const isBefore = !told.aborted;
    tally[isBefore ? "asked" : "meanwhile"] += 1;
    if ((await way(person)) !== undefined) return;
    tally[isBefore ? "unanswered" : "unheard"] += 1;
  };
  const start = performance.now();
  for (let asked = 0; !over.aborted; asked += 1) {
    for (const [way, isConnected] of ways) if (isConnected()) answers.push(ask(way, asked));
    await pause(Math.max(0, start + (asked * 1000 * ways.length) / perSecond - performance.now()));
  }
  await Promise.all(answers);
}
