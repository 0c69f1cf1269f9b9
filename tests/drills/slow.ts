import { setTimeout as pause } from "node:timers/promises";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { describe, isFine, onSlack, startAsking, type Tally } from "./asking.ts";
import { createDatabase, freshKey } from "./database.ts";
import type { Drill } from "./drill.ts";
import { startFleet } from "./fleet.ts";
import { startNginx } from "./nginx.ts";
import { startProxy } from "./proxy.ts";
import { saveSettings } from "./settings.ts";
import { until } from "./until.ts";

const [processes, perSecond] = [2, 50] as const;
/** Milliseconds for each statement, and for each part of the drill. */
const [slowness, part] = [2_000, 10_000] as const;

/** A database that answers late, or takes what is asked and never answers, is worse than one that is down. */
export const slow: Drill = async (after) => {
  const slack = await startSlack({ subscriptions: [] });
  after(() => slack.stop());
  const url = new URL(await createDatabase(after));
  const proxy = await startProxy({ host: url.hostname, port: Number(url.port || 5432) }, after);
  [url.hostname, url.port] = ["127.0.0.1", String(proxy.port)];
  const store = { DATABASE_URL: url.href, STORE_KEYS: freshKey() };
  const parts: (readonly [string, Tally])[] = [];

  async function start(): Promise<void> {
    const members = await startFleet(processes, slack, store, after);
    const nginx = await startNginx(
      members.map(({ port }) => port),
      after,
    );
    slack.deliverTo(nginx.eventsUrl);
  }
  async function ask(what: string): Promise<void> {
    const asking = startAsking(onSlack(slack), perSecond);
    await pause(part);
    parts.push([what, await asking.stop()]);
  }
  const works = async () => (await saveSettings(slack)) === "saved";

  await start();
  await until(works, "settings cannot be saved before anything has happened");
  proxy.delay(slowness);
  await ask(`${slowness / 1000} s for each statement`);
  proxy.delay(Infinity);
  await ask("no answer at all");
  await start();
  await ask("none from the start");
  proxy.delay(0);
  await until(works, "settings do not work again");
  return {
    passed: parts.every(([, tally]) => isFine(tally)),
    figure: `${parts.map(([what, tally]) => `${what}: ${describe(tally)}`).join("; ")}; settings work again`,
  };
};
