import { setTimeout as pause } from "node:timers/promises";
import { deliverByHttp } from "../stand-ins/slack/delivery.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { isAnswer } from "./asking.ts";
import { createDatabase, freshKey } from "./database.ts";
import { count, type Drill } from "./drill.ts";
import { command, mention } from "./envelopes.ts";
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
