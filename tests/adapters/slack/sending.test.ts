import { afterEach, describe, expect, test } from "vitest";
import { missingIn, readable } from "./drawn.ts";
import { brokenBot, createSlowBot } from "./slow-bot.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
afterEach(() => place.close());

const posts = () => place.slack.callsOf("chat.postMessage");
const isLogged = (what: "chat.postMessage" | "response_url") =>
  place.logged().includes(`"what":"${what}"`) ? true : undefined;

describe("an answer is not lost to a single failed request", () => {
  test.each([
    "reset",
    { status: 500 },
    { status: 429, retryAfter: 1 },
    { error: "<html>a proxy's page" },
  ] as const)("a reply in a thread, with %j", async (fault) => {
    place = await openWorkplace();
    place.slack.failNext("chat.postMessage", fault);
    const said = await place.slack.mention("is grok open source?");
    expect(await missingIn(await place.slack.nextReply(said), "is grok open source?")).toEqual([]);
    expect(place.slack.replies(said)).toHaveLength(1);
    expect(posts()).toHaveLength(2);
    expect(isLogged("chat.postMessage")).toBeUndefined();
  });

  test.each(["reset", { status: 500 }, { status: 429, retryAfter: 1 }] as const)(
    "an answer to a press, with %j",
    async (fault) => {
      place = await openWorkplace();
      const { message } = await place.slack.command("/define", "model-weights");
      if (message === undefined) throw new Error("no answer");
      place.slack.failNext("response_url", fault);
      const answer = await place.slack.press(message, { label: "Parameters" });
      expect(await missingIn(answer.message, "/define parameters")).toEqual([]);
      expect(isLogged("response_url")).toBeUndefined();
    },
  );
});

test("what fails twice is in the log, without what was said", async () => {
  place = await openWorkplace();
  place.slack.failNext("chat.postMessage", { status: 503 }, 2);
  await place.slack.mention("is grok open source?");
  await place.slack.until(() => isLogged("chat.postMessage"));
  expect(place.logged()).toContain("HTTP 503");
  expect(place.logged()).not.toContain("grok");
});

test("what Slack refuses is not tried again", async () => {
  place = await openWorkplace();
  place.slack.failNext("chat.postMessage", { error: "not_in_channel" });
  await place.slack.mention("is grok open source?");
  await place.slack.until(() => isLogged("chat.postMessage"));
  expect(place.logged()).toContain("not_in_channel");
  expect(posts()).toHaveLength(1);
});

describe("blocks that Slack refuses are sent once more as plain text", () => {
  test("in a thread", async () => {
    place = await openWorkplace();
    place.slack.failNext("chat.postMessage", { error: "invalid_blocks" });
    const reply = await place.slack.nextReply(await place.slack.mention("is grok open source?"));
    expect(reply.blocks).toEqual([]);
    expect(reply.text).toContain("Grok-1");
    expect(reply.text.length).toBeGreaterThan(1_000);
    expect(place.logged()).toContain("invalid_blocks");
  });

  test("in answer to a press", async () => {
    place = await openWorkplace();
    const { message } = await place.slack.command("/define", "model-weights");
    if (message === undefined) throw new Error("no answer");
    place.slack.failNext("response_url", { error: "invalid_blocks" });
    const answer = await place.slack.press(message, { label: "Parameters" });
    expect(answer.payload["blocks"]).toBeUndefined();
    expect(answer.payload["text"]).toContain("Parameters");
  });

  test("in the Home tab", async () => {
    place = await openWorkplace();
    place.slack.failNext("views.publish", { error: "invalid_arguments" });
    await place.slack.openHome();
    const home = await place.slack.until(() => place.slack.home("U0ADA"));
    expect(home.body.blocks.map(({ type }) => type)).toEqual(["input", "actions", "divider", "section"]);
    expect(readable(home.body)).toContain("Or just ask: is Grok open source?");
  });
});

test("a bug leaves nobody who asked without an answer", async () => {
  place = await openWorkplace({ bot: brokenBot });
  const sorry = "Something went wrong on my side.";
  expect(readable((await place.slack.command("/openness", "grok")).payload)).toContain(sorry);
  expect((await place.slack.nextReply(await place.slack.mention("grok"))).text).toContain(sorry);
  expect((await place.slack.nextReply(await place.slack.direct("grok"))).text).toContain(sorry);
  expect(place.logged()).toContain("Error: a bug");
});

test("a stop finishes what is being answered, and ends", async () => {
  const slow = createSlowBot(500);
  place = await openWorkplace({ bot: slow.bot });
  const command = place.slack.command("/openness", "grok");
  const mention = place.slack.mention("is grok open source?");
  await slow.asked;
  const started = performance.now();
  await place.adapter.stop();
  expect(performance.now() - started).toBeLessThan(4_000);
  expect((await command).by).toBe("ack");
  expect(place.slack.replies(await mention)).toHaveLength(1);
  await expect(place.adapter.done).resolves.toBeUndefined();
  expect(place.adapter.health()).toEqual({ ready: false, detail: "stopped" });
  await place.slack.until(() => (place.slack.openSockets === 0 ? true : undefined));
});
