import { setTimeout as pause } from "node:timers/promises";
import { type Ask, describe, isFine, onDiscord, onSlack, startAsking, type Tally } from "./asking.ts";
import { type Both, startBoth } from "./both.ts";
import type { After, Drill } from "./drill.ts";
import { until } from "./until.ts";

const perSecond = 20;
/** Milliseconds in which the health has to name the dead side. */
const patience = 15_000;

interface Side {
  readonly name: "discord" | "slack";
  readonly revoke: (both: Both) => void;
  readonly other: (both: Both) => Ask;
}

const sides: readonly Side[] = [
  {
    name: "slack",
    revoke: ({ slack }) => slack.revoke("token_revoked"),
    other: ({ discord }) => onDiscord(discord),
  },
  {
    name: "discord",
    revoke: ({ discord }) => discord.closeGateway(4004),
    other: ({ slack }) => onSlack(slack),
  },
];

/** The token of one side is revoked while both are asked: the other side must not notice. */
export const revoked: Drill = async (after) => {
  const outcomes = [];
  for (const side of sides) outcomes.push(await revoke(side, after));
  return {
    passed: outcomes.every(({ tally, named }) => isFine(tally) && named <= patience),
    figure: outcomes
      .map(
        ({ name, tally, named }) =>
          `${name} revoked: health names it after ${(named / 1000).toFixed(1)} s, the other side ${describe(tally)}`,
      )
      .join("; "),
  };
};

async function revoke(
  { name, revoke: end, other }: Side,
  after: After,
): Promise<{ readonly name: string; readonly tally: Tally; readonly named: number }> {
  const both = await startBoth(after);
  const { discord, slack, healthPort } = both;
  const asking = startAsking(other(both), perSecond);
  const dying = startAsking(name === "slack" ? onSlack(slack) : onDiscord(discord), perSecond);
  await pause(2_000);
  const since = performance.now();
  end(both);
  const isNamed = async () => {
    const response = await fetch(`http://127.0.0.1:${healthPort}/readyz`);
    const { adapters }: { adapters: { name: string; failed: boolean; ready: boolean }[] } = JSON.parse(
      await response.text(),
    );
    return adapters.every((one) => one.failed === (one.name === name) && one.ready !== one.failed);
  };
  await until(isNamed, `the health does not name ${name}`, patience);
  const named = performance.now() - since;
  void dying.stop();
  await pause(3_000);
  const tally = await asking.stop();
  await both.bot.end("SIGKILL");
  return { name, tally, named };
}
