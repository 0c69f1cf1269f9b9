import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../stand-ins/discord/answer.ts";
import type { DiscordStandIn } from "../stand-ins/discord/discord.ts";
import { deliverByHttp } from "../stand-ins/slack/delivery.ts";
import { discordPerson, isAnswer, question } from "./asking.ts";
import { prepareBoth } from "./both.ts";
import { createDatabase, freshKey } from "./database.ts";
import { count, type Drill } from "./drill.ts";
import { command, mention } from "./envelopes.ts";
import { until } from "./until.ts";

/** On each platform, and how many are under way at the same time. */
const [events, atOnce] = [5_000, 12] as const;
/** Every so manieth is delivered twice, and once more after a restart. */
const [doubled, retried] = [5, 20] as const;
/** Milliseconds in which a second answer would have come. */
const settling = 2_000;

/** Events that come twice, also to a process that was started in between: each is answered once. */
export const doubles: Drill = async (after) => {
  const store = { DATABASE_URL: await createDatabase(after), STORE_KEYS: freshKey() };
  // Discord over its gateway, Slack over HTTP.
  const both = await prepareBoth(after, { env: store });
  const { discord, slack } = both;
  const url = `http://127.0.0.1:${both.port}/slack/events`;
  const env = { SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(both.port) };
  both.start(env);
  await until(both.isReady, "the bot is not ready");

  const acknowledged = new Map<number, number>();
  const kept: Answer[] = [];
  // Half are commands, which are answered in the acknowledgement, half are mentions, which are answered by a message.
  const onSlack = async (event: number) => {
    const envelope = event % 2 === 0 ? command(slack, event) : mention(slack, event);
    const { payload } = await deliverByHttp(url, slack.signingSecret, envelope);
    if (isAnswer(payload)) acknowledged.set(event, (acknowledged.get(event) ?? 0) + 1);
  };
  // The same envelopes again, as Slack repeats them.
  const envelopes = Array.from({ length: events }, (_, event) => event);
  await each(envelopes, async (event) => {
    await onSlack(event);
    if (event % doubled === 0) await onSlack(event);
  });
  await each(envelopes, async (event) => {
    const answer = await discord.slash("openness", { model: question }, discordPerson(event));
    if (event % doubled === 0) discord.redeliver(answer);
    if (event % retried === 1) kept.push(answer);
  });
  const before = both.bot;
  const exit = await before.end("SIGTERM");
  both.start(env);
  await until(both.isReady, "the bot is not ready after the restart");
  for (const answer of kept) discord.redeliver(answer);
  await each(
    envelopes.filter((event) => event % retried === 1),
    onSlack,
  );
  await pause(settling);

  const posted = new Map<number, number>();
  for (const { body } of slack.callsOf("chat.postMessage")) {
    const event = Number(String(body["channel"]).slice(1));
    if (isAnswer(body)) posted.set(event, (posted.get(event) ?? 0) + 1);
  }
  const given = envelopes.map((event) => (acknowledged.get(event) ?? 0) + (posted.get(event) ?? 0));
  const callbacks = new Map<string, number>();
  // One that Discord refuses, because it has the answer already, shows nobody anything.
  const isShown = ({ path, status }: DiscordStandIn["calls"][number]) =>
    path.endsWith("/callback") && status < 300;
  for (const { path } of discord.calls.filter(isShown)) callbacks.set(path, (callbacks.get(path) ?? 0) + 1);
  given.push(...callbacks.values());
  const sum = given.reduce((total, times) => total + times, 0);
  const double = given.filter((times) => times > 1).length;
  const missing = given.filter((times) => times === 0).length + events - callbacks.size;
  const without = [before, both.bot].filter(({ printed }) =>
    printed.includes("the store does not answer"),
  ).length;
  return {
    passed: sum === 2 * events && double + missing === 0 && exit === 0,
    figure:
      `${count(2 * events)} events on both platforms, ${100 / doubled} % of them twice, ${100 / retried} % again after a ` +
      `restart: ${count(sum)} answers, ${double} double, ${missing} missing; ${without} of 2 processes went on without the store`,
  };
};

async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one);
    }),
  );
}
