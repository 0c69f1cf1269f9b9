import { setTimeout as pause } from "node:timers/promises";
import { deliverByHttp, type Envelope } from "../stand-ins/slack/delivery.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack/slack.ts";
import { isAnswer, question } from "./asking.ts";
import { createDatabase, freshKey } from "./database.ts";
import { count, type Drill } from "./drill.ts";
import { startFleet } from "./fleet.ts";
import { until } from "./until.ts";

const [processes, events, atOnce] = [3, 10_000, 12] as const;
/** Milliseconds in which a second answer would have come. */
const settling = 2_000;

/**
 * Slack delivers each event to two of three processes in the same moment: one of them answers. Half are commands, which are
 * answered in the acknowledgement, half are mentions, which are answered by a message.
 */
export const claims: Drill = async (after) => {
  const slack = await startSlack({ subscriptions: [] });
  after(() => slack.stop());
  const store = { DATABASE_URL: await createDatabase(after), STORE_KEYS: freshKey() };
  const members = await startFleet(processes, slack, store, after);
  const urls = members.map(({ eventsUrl }) => eventsUrl);
  const answers = new Map<number, number>();
  const note = (event: number) => answers.set(event, (answers.get(event) ?? 0) + 1);
  let refused = 0;

  async function deliver(event: number): Promise<void> {
    const envelope = event % 2 === 0 ? command(slack, event) : mention(slack, event);
    const both = [urls[event % processes] ?? "", urls[(event + 1) % processes] ?? ""];
    const deliveries = await Promise.all(
      both.map((url) => deliverByHttp(url, slack.signingSecret, envelope)),
    );
    for (const { outcome, payload } of deliveries) {
      if (outcome !== "acked") refused += 1;
      if (isAnswer(payload)) note(event);
    }
  }
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < events) await deliver(next++);
    }),
  );
  const posts = () => slack.callsOf("chat.postMessage");
  await until(() => posts().length >= events / 2, "an answer is missing", 10_000).catch(() => {});
  await pause(settling);
  for (const { body } of posts()) if (isAnswer(body)) note(Number(String(body["channel"]).slice(1)));
  const given = Array.from({ length: events }, (_, event) => answers.get(event) ?? 0);
  const double = given.filter((times) => times > 1).length;
  const missing = given.filter((times) => times === 0).length;
  const without = members.filter(({ bot }) => bot.printed.includes("the store does not answer")).length;
  return {
    passed: double + missing + refused === 0,
    figure:
      `${count(events)} events to two of ${processes} processes at once: ` +
      `${count(given.reduce((sum, times) => sum + times, 0))} answers, ${double} double, ${missing} missing, ` +
      `${refused} refused; ${without} processes went on without the store`,
  };
};

/** Persons and channels are all different, so that no pace is in the way. */
function command({ team, appId, verificationToken, apiUrl }: SlackStandIn, event: number): Envelope {
  const payload = {
    token: verificationToken,
    team_id: team,
    team_domain: "stand-in",
    channel_id: `C${event}`,
    channel_name: "general",
    user_id: `U${event}`,
    user_name: "ada",
    command: "/openness",
    text: question,
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: new URL(`/respond/${team}/${event}`, apiUrl).href,
    trigger_id: `${event}.${team}.drill`,
  };
  return { type: "slash_commands", payload, accepts: true };
}

function mention({ team, appId, botUser, verificationToken }: SlackStandIn, event: number): Envelope {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(event).padStart(6, "0")}`;
  const said = {
    user: `U${event}`,
    channel: `C${event}`,
    text: `<@${botUser}> ${question}`,
    ts,
    event_ts: ts,
  };
  const payload = {
    type: "event_callback",
    token: verificationToken,
    team_id: team,
    api_app_id: appId,
    event: { type: "app_mention", client_msg_id: `message ${event}`, ...said },
    event_id: `Ev${event}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
  };
  return { type: "events_api", payload, accepts: false };
}
