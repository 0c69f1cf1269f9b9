import { setTimeout as pause } from "node:timers/promises";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { describe, isFine, onSlack, startAsking } from "./asking.ts";
import { startCluster } from "./cluster.ts";
import { freshKey } from "./database.ts";
import type { Drill } from "./drill.ts";
import { startFleet } from "./fleet.ts";
import { startNginx } from "./nginx.ts";
import { saveSettings } from "./settings.ts";

const [processes, perSecond] = [2, 50] as const;
/** Milliseconds without a database, and after which settings must work again. */
const [away, recovery] = [8_000, 6_000] as const;

/** The database goes away and comes back while people go on asking; nothing is restarted but the database. */
export const outage: Drill = async (after) => {
  const slack = await startSlack({ subscriptions: [] });
  after(() => slack.stop());
  const cluster = await startCluster(after);
  const store = { DATABASE_URL: cluster.url, STORE_KEYS: freshKey() };
  const members = await startFleet(processes, slack, store, after);
  const nginx = await startNginx(
    members.map(({ port }) => port),
    after,
  );
  slack.deliverTo(nginx.eventsUrl);
  const asking = startAsking(onSlack(slack), perSecond);
  await pause(2_000);
  const before = await saveSettings(slack);
  await cluster.stop();
  const back = performance.now() + away;
  const during: string[] = [];
  while (performance.now() < back) {
    during.push(await saveSettings(slack));
    await pause(500);
  }
  await cluster.start();
  const since = performance.now();
  let works = false;
  // Each process has to find out by itself: several in a row, so that both have been asked.
  for (let inRow = 0; inRow < 4 && performance.now() - since < recovery;) {
    inRow = (await saveSettings(slack)) === "saved" ? inRow + 1 : 0;
    works = inRow === 4;
    await pause(100);
  }
  await pause(2_000);
  const tally = await asking.stop();
  const ended = members.filter(({ bot }) => bot.exitCode !== null).length;
  const notSaved = during.filter((said) => said === "not saved").length;
  return {
    passed: isFine(tally) && ended === 0 && before === "saved" && notSaved === during.length && works,
    figure:
      `database away for ${away / 1000} s under ${perSecond} commands a second: ${describe(tally)}; ` +
      `${ended} processes ended; settings said "not saved" ${notSaved} of ${during.length} times, ` +
      `${works ? "and work" : "but do not work"} within ${recovery / 1000} s after it is back`,
  };
};
