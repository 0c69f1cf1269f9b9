import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { type Ask, describe, isFine, onDiscord, onSlack, startAsking, type Tally } from "./asking.ts";
import { startBoth } from "./both.ts";
import { type After, count, type Drill } from "./drill.ts";

const perSecond = 300;
/** Milliseconds: others have the processor for most of each tenth of a second. */
const [running, standing] = [25, 75] as const;
const [starving, recovering, afterwards] = [30_000, 5_000, 15_000] as const;
/** Of those who ask meanwhile, so many get an answer or are told to ask again. */
const leastTold = 0.5;

/** Far more is asked than a process can answer on a quarter of a core; then it has all of it again. */
export const starved: Drill = async (after) => {
  const { discord, slack, bot } = await startBoth(after);
  const asks = [onDiscord(discord), onSlack(slack)];
  await askAll(asks, 2_000);
  const feed = starve(bot.pid, after);
  const hungry = await askAll(asks, starving);
  feed();
  await pause(recovering);
  const fed = await askAll(asks, afterwards);
  const shares = hungry.map(({ asked, unanswered, late, busy }) => {
    const told = asked - unanswered - late;
    return {
      isEnough: told >= asked * leastTold,
      figure: `${count(told - busy)} answered, ${count(busy)} told to ask again`,
    };
  });
  return {
    passed: shares.every(({ isEnough }) => isEnough) && fed.every(isFine) && bot.exitCode === null,
    figure:
      `${perSecond} commands a second on each platform on a quarter of a core: ` +
      `in time, of ${count(hungry[0]?.asked ?? 0)} each, Discord ${shares[0]?.figure}; Slack ${shares[1]?.figure}; ` +
      `${recovering / 1_000} s later ${fed.map(describe).join(" and ")}`,
  };
};

async function askAll(asks: readonly Ask[], milliseconds: number): Promise<readonly Tally[]> {
  const asking = asks.map((ask) => startAsking(ask, perSecond));
  await pause(milliseconds);
  return Promise.all(asking.map((one) => one.stop()));
}

/** Stops a process again and again; gives what ends that. */
function starve(pid: number, after: After): () => void {
  const turn = `kill -CONT ${pid} && sleep ${running / 1_000} && kill -STOP ${pid} && sleep ${standing / 1_000}`;
  const other = spawn("sh", ["-c", `while ${turn}; do :; done`], { stdio: "ignore" });
  const feed = () => {
    other.kill();
    process.kill(pid, "SIGCONT");
  };
  after(feed);
  return feed;
}
