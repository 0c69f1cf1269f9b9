import { freePort } from "../free-port.ts";
import { startBot, type BotProcess } from "../programs/bot-process.ts";
import type { SlackStandIn } from "../stand-ins/slack/slack.ts";
import type { After } from "./drill.ts";
import { until } from "./until.ts";

/** One of several processes that answer the same workspace over HTTP. */
export interface Member {
  readonly port: number;
  readonly eventsUrl: string;
  readonly bot: BotProcess;
  isReady(): Promise<boolean>;
  /** Starts another one in its place, once it has ended. */
  successor(): Member;
}

/** So many processes on one database, all of them ready. */
export async function startFleet(
  count: number,
  slack: SlackStandIn,
  store: Readonly<Record<"DATABASE_URL" | "STORE_KEYS", string>>,
  after: After,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1)
    members.push(startMember(await freePort(), await freePort(), slack, store, after));
  for (const member of members) await until(() => member.isReady(), "a process is not ready");
  return members;
}

function startMember(
  port: number,
  healthPort: number,
  slack: SlackStandIn,
  store: Readonly<Record<string, string>>,
  after: After,
): Member {
  const bot = startBot({
    ...store,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    HEALTH_PORT: String(healthPort),
    LOG_LEVEL: "warn",
  });
  after(() => bot.end("SIGKILL"));
  return {
    port,
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    bot,
    isReady: () =>
      fetch(`http://127.0.0.1:${healthPort}/readyz`, { headers: { connection: "close" } }).then(
        ({ ok }) => ok,
        () => false,
      ),
    successor: () => startMember(port, healthPort, slack, store, after),
  };
}
