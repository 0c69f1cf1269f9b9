import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { bot } from "../../chat.ts";
import { createSlowBot } from "./slow-bot.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
afterEach(() => place.close());

const bothOpen = (ms?: number) =>
  place.slack.until(() => (place.slack.openSockets === 2 ? true : undefined), ms);
/** Breaks both, and waits until others are in their place. */
async function breakBoth(): Promise<void> {
  place.slack.drop("all");
  await place.slack.until(() => (place.slack.socketsOpened >= 4 ? true : undefined));
  await bothOpen();
}

test("two sockets are open, and the health says so", async () => {
  place = await openWorkplace();
  await bothOpen();
  expect(place.adapter.health()).toEqual({ ready: true, detail: "2 of 2 sockets open" });
});

test("an acknowledgement that is lost with its socket goes to the response_url, once", async () => {
  const slow = createSlowBot(100);
  place = await openWorkplace({ bot: slow.bot });
  await bothOpen();
  const answer = place.slack.command("/openness", "grok");
  await slow.asked;
  place.slack.drop("all");
  expect(await answer).toMatchObject({ by: "response_url", delivery: "unacked" });
  expect(place.slack.responses).toHaveLength(1);
});

test("what came of the settings is shown in their window when the acknowledgement is lost with its socket", async () => {
  const kept = createMemoryStore();
  let changing = () => {};
  const reached = new Promise<void>((resolve) => (changing = resolve));
  place = await openWorkplace({
    store: {
      ...kept,
      async change(...given) {
        changing();
        await pause(100);
        return kept.change(...given);
      },
    },
  });
  await bothOpen();
  const admin = { user: "U0ADMIN", channel: "C0GENERAL" };
  const { view } = await place.slack.command("/openness", "settings", admin);
  if (view === undefined) throw new Error("no window");
  const chosen = { mode: { mode: { type: "radio_buttons", selected_option: { value: "off" } } } };
  const answer = place.slack.submit(view, chosen, admin);
  await reached;
  place.slack.drop("all");
  expect(await answer).toMatchObject({ delivery: "unacked" });
  expect(place.slack.views.map(({ body }) => JSON.stringify(body)).join("\n")).toContain("Saved.");
});

test("an event whose acknowledgement is lost is answered all the same, once", async () => {
  place = await openWorkplace({
    isStarted: false,
    prepare: (slack) => slack.failNext("auth.test", { delayMs: 300 }),
  });
  const started = place.adapter.start(bot);
  await bothOpen();
  const said = place.slack.mention("is grok open source?");
  // It has come in, and waits for Slack to say who we are.
  await pause(50);
  place.slack.drop("all");
  await started;
  const reply = await place.slack.nextReply(await said);
  expect(place.slack.replies(await said)).toEqual([reply]);
  expect(place.logged()).toContain("an acknowledgement was lost");
});

test("a refresh while an answer is being found costs nothing", async () => {
  const slow = createSlowBot(600);
  place = await openWorkplace({ bot: slow.bot });
  await bothOpen();
  const answer = place.slack.command("/openness", "grok");
  await slow.asked;
  place.slack.refresh("all");
  expect(await answer).toMatchObject({ by: "ack", delivery: "acked" });
});

test("connections that break are replaced", async () => {
  place = await openWorkplace();
  await bothOpen();
  await breakBoth();
  expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
});

test("sockets that never finish closing do not pile up", async () => {
  place = await openWorkplace();
  await bothOpen();
  place.slack.stallClose(true);
  for (let turn = 0; turn < 6; turn += 1) {
    place.slack.refresh("all");
    await pause(100);
  }
  place.slack.stallClose(false);
  await bothOpen();
  expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
});

describe("a malformed frame is passed over", () => {
  test.each([
    "null",
    "[]",
    "7",
    '"text"',
    "{}",
    "not json",
    '{"type":"disconnect"',
    '{"type":"events_api"}',
    '{"type":"events_api","payload":{}}',
    '{"type":"events_api","payload":{"event":null},"envelope_id":"1"}',
    '{"type":"slash_commands","payload":null,"envelope_id":"2"}',
    '{"type":"slash_commands","payload":{"command":"/openness"},"envelope_id":"3"}',
    '{"type":"interactive","payload":{"type":"block_actions","actions":[]},"envelope_id":"4"}',
    '{"type":"interactive","payload":{"type":"block_suggestion","user":{}},"envelope_id":"5"}',
    '{"type":"ws_message"}',
    '{"type":"disconnected"}',
    '{"type":"close"}',
    '{"type":"error"}',
    '{"type":"slack_event"}',
    '{"type":"unheard_of","payload":[],"envelope_id":"6"}',
  ])("%s", async (frame) => {
    const failed: unknown[] = [];
    const note = (error: unknown) => failed.push(error);
    process.on("unhandledRejection", note);
    place = await openWorkplace();
    await bothOpen();
    place.slack.sendFrame(frame);
    place.slack.sendFrame(new Uint8Array([0, 1, 2]));
    expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
    expect((await place.slack.command("/openness", "llama")).by).toBe("ack");
    expect(place.slack.socketsOpened).toBe(2);
    process.off("unhandledRejection", note);
    expect(failed).toEqual([]);
  });
});
