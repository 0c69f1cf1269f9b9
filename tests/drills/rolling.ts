import { setTimeout as pause } from "node:timers/promises";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { describe, isFine, onSlack, startAsking } from "./asking.ts";
import { createDatabase, freshKey } from "./database.ts";
import type { Drill } from "./drill.ts";
import { startFleet } from "./fleet.ts";
import { startNginx } from "./nginx.ts";
import { until } from "./until.ts";

const [processes, perSecond, rounds] = [3, 100, 2] as const;
/** Milliseconds until a balancer acts on what it sees: orchestrators are no faster. */
const hesitation = 200;

/**
 * Every process is replaced, one after the other, while people go on asking. An orchestrator ends a process and takes it out of
 * the balancer at the same time, and the second takes longer: so it is here, where a process is told to end first, and taken
 * out once it no longer says that it is ready. Its successor gets nothing before it is.
 */
export const rolling: Drill = async (after) => {
  const slack = await startSlack({ subscriptions: [] });
  after(() => slack.stop());
  const store = { DATABASE_URL: await createDatabase(after), STORE_KEYS: freshKey() };
  const members = [...(await startFleet(processes, slack, store, after))];
  const nginx = await startNginx(
    members.map(({ port }) => port),
    after,
  );
  slack.deliverTo(nginx.eventsUrl);
  const asking = startAsking(onSlack(slack), perSecond);
  await pause(1_000);
  let unclean = 0;
  for (let restart = 0; restart < processes * rounds; restart += 1) {
    const leaving = members[restart % processes];
    if (leaving === undefined) continue;
    const ended = leaving.bot.end("SIGTERM");
    await until(async () => !(await leaving.isReady()), "a process that was told to end is still ready");
    await pause(hesitation);
    nginx.takeOut([leaving.port]);
    if ((await ended) !== 0) unclean += 1;
    const next = leaving.successor();
    members[restart % processes] = next;
    await until(() => next.isReady(), "a new process is not ready");
    nginx.takeOut([]);
    await pause(500);
  }
  const tally = await asking.stop();
  return {
    passed: isFine(tally) && unclean === 0,
    figure: `${processes * rounds} restarts under ${perSecond} commands a second: ${describe(tally)}; ${unclean} exits other than 0`,
  };
};
