import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "../adapters/slack/workplace.ts";

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace({ over: "http" });
});
afterAll(() => place.close());

const json = "application/json";
const command = (more: Readonly<Record<string, string>>) =>
  new URLSearchParams({
    command: "/openness",
    text: "grok",
    user_id: "U1",
    channel_id: "C1",
    trigger_id: "9.1",
    response_url: "http://127.0.0.1:9/none",
    ...more,
  }).toString();
const mention = (ts: string) =>
  JSON.stringify({
    type: "event_callback",
    team_id: place.slack.team,
    event: { type: "app_mention", channel: "C1", user: "U1", ts, text: `<@${place.slack.botUser}> grok` },
  });
const isAnswering = async () => (await place.slack.command("/openness", "grok")).by;

describe("what Slack signs and would not send", () => {
  test.each([
    ["a type that nobody knows", JSON.stringify({ type: "grok_callback", team_id: "T1" }), json],
    ["an event that nobody knows", JSON.stringify({ type: "event_callback", event: { type: "grok" } }), json],
    ["no workspace", command({ team_id: "" }), "application/x-www-form-urlencoded"],
    [
      "an action that nobody knows",
      new URLSearchParams({ payload: '{"type":"grok"}' }).toString(),
      "application/x-www-form-urlencoded",
    ],
  ])("%s", async (_, body, contentType) => {
    const { status } = await place.slack.request({ body, contentType });
    expect(status).toBeOneOf([200, 404]);
    expect(await isAnswering()).toBe("ack");
  });

  test("but a time that nobody signed says nothing about the clock", async () => {
    const timestamp = String(Math.floor(Date.now() / 1_000) - 900);
    const { status } = await place.slack.request({ body: command({}), timestamp, secret: "another" });
    expect([status, place.logged().includes("clock")]).toEqual([401, false]);
  });

  test("a repetition without an id", async () => {
    const headers = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
    const asked = async () =>
      (await place.slack.request({ body: mention("9.5"), contentType: json, headers })).status;
    expect([await asked(), await asked()]).toEqual([200, 200]);
    await place.slack.until(() => place.slack.callsOf("chat.postMessage")[0]);
    expect(await isAnswering()).toBe("ack");
    // By its channel and time it is known to be the same.
    expect(place.slack.callsOf("chat.postMessage")).toHaveLength(1);
  });
});
