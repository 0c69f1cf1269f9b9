import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackStandIn } from "../../stand-ins/slack/slack.ts";
import { installAddress, openTownHall, type TownHall } from "./town-hall.ts";

let hall: TownHall;
let north: SlackStandIn;
let south: SlackStandIn;
beforeEach(async () => {
  hall = await openTownHall();
  [north, south] = await Promise.all([hall.town.found("T0NORTH"), hall.town.found("T0SOUTH")]);
});
afterEach(() => hall.close());

const ada = { user: "U0ADA", channel: "C0NORTH" };
const bob = { user: "U0BOB", channel: "C0SOUTH" };
const kept = (workspace: SlackStandIn) => hall.store.installation({ adapter: "slack", id: workspace.team });
const posts = () => hall.town.calls.filter(({ method }) => method === "chat.postMessage");

/** Asks for everyone, and gives the answer once it is there. */
async function ask(workspace: SlackStandIn, who: { readonly user: string; readonly channel: string }) {
  return workspace.nextReply(await workspace.mention("is grok open source?", who));
}

test("before anybody has installed it, it is ready and says where that is done", () => {
  expect(hall.told).toEqual([`Slack: workspaces install the bot at ${installAddress}`]);
  expect(hall.adapter.health()).toEqual({ ready: true, detail: "receives requests" });
});

test("a workspace that installs it is answered with its own token", async () => {
  const page = await hall.install(north);
  expect(page.status).toBe(200);
  expect(page.page).toContain("Openness is in your workspace");
  expect(page.link).toBe("https://slack.com/app_redirect?app=A0STANDIN&team=T0NORTH");
  expect((await north.command("/openness", "grok", ada)).by).toBe("ack");
  expect((await ask(north, ada)).text).toContain("Grok");
  expect(posts()).toMatchObject([{ team: "T0NORTH" }]);
});

test("what is kept of an installation is what is needed, and nothing else", async () => {
  await hall.install(north);
  const record: unknown = JSON.parse((await kept(north)) ?? "");
  expect(record).toEqual({
    team: "T0NORTH",
    app: "A0STANDIN",
    token: "xoxb-T0NORTH-1-secret",
    user: "UT0NORTHBOT",
    bot: "BT0NORTHBOT",
    scopes: ["commands", "app_mentions:read", "chat:write", "im:history", "users:read"],
    installer: "U0ADMIN",
    at: expect.closeTo(Date.now() / 1_000, -1),
  });
});

test("two workspaces at once are each answered with their own token, and never with the other's", async () => {
  await hall.install(north);
  await hall.install(south);
  const rounds = Array.from({ length: 8 }, (_, index) => index);
  const answers = await Promise.all(
    rounds.flatMap((round) => [
      ask(north, { user: `U1${round}`, channel: `C1${round}` }),
      ask(south, { user: `U2${round}`, channel: `C2${round}` }),
    ]),
  );
  expect(answers.every(({ text }) => text.includes("Grok"))).toBe(true);
  const pairs = posts().map(({ token, body }) => [token, String(body["channel"]).slice(0, 2)].join(" "));
  expect(pairs.toSorted()).toEqual([
    ...rounds.map(() => "xoxb-T0NORTH-1-secret C1"),
    ...rounds.map(() => "xoxb-T0SOUTH-2-secret C2"),
  ]);
  expect(
    [north, south].map(({ messages, botUser }) => messages.filter(({ user }) => user === botUser).length),
  ).toEqual([8, 8]);
});

test("a second installation takes the place of the first at once", async () => {
  await hall.install(north);
  await ask(north, ada);
  await hall.install(north);
  await ask(north, { ...ada, channel: "C0OTHER" });
  expect(posts().map(({ token }) => token)).toEqual(["xoxb-T0NORTH-1-secret", "xoxb-T0NORTH-2-secret"]);
});

test("the bot's own messages, which it hears as well, are not answered there", async () => {
  await hall.install(north);
  await ask(north, ada);
  await north.mention("is grok open source?", { user: north.botUser, channel: "C0OTHER" });
  await ask(north, { ...ada, channel: "C0THIRD" });
  expect(posts().map(({ body }) => body["channel"])).toEqual(["C0NORTH", "C0THIRD"]);
});

describe("a workspace that has not installed it", () => {
  test("is acknowledged without an answer, and mentioned once in the log", async () => {
    const { by, delivery } = await south.command("/openness", "grok", bob);
    expect([by, delivery]).toEqual(["nothing", "acked"]);
    const said = await south.mention("is grok open source?", bob);
    expect(said.events.map(({ outcome }) => outcome)).toEqual(["acked", "acked"]);
    expect(posts()).toEqual([]);
    expect(hall.logged().match(/in which the bot is not installed/g)).toHaveLength(1);
    expect(hall.logged()).not.toContain("T0SOUTH");
  });

  test("is answered as soon as it has", async () => {
    await south.command("/openness", "grok", bob);
    await hall.install(south);
    expect((await south.command("/openness", "grok", bob)).by).toBe("ack");
  });

  test("may have guests who press what stands in a channel of one that has", async () => {
    await hall.install(north);
    const message = await ask(north, ada);
    const { outcome } = await north.deliver({
      type: "interactive",
      accepts: false,
      payload: {
        type: "block_actions",
        team: { id: "T0SOUTH" },
        user: { id: "U0GUEST", team_id: "T0SOUTH" },
        channel: { id: message.channel },
        container: { type: "message", channel_id: message.channel, message_ts: message.ts },
        message: { team: "T0NORTH", ts: message.ts },
        trigger_id: "1.2.3",
        response_url: new URL("/respond/T0NORTH/none", hall.town.apiUrl).href,
        actions: [{ type: "button", action_id: "ask-0", block_id: "b", action_ts: "1.1", value: "" }],
      },
    });
    expect(outcome).toBe("acked");
    await north.until(() => north.responses[0]);
    expect(JSON.stringify(north.responses)).toContain("response_type");
  });

  test("may share a channel with one that has: what happens there comes by the other", async () => {
    await hall.install(north);
    const event = { type: "app_mention", channel: "C0SHARED", user: "U0GUEST", ts: "17.000001" };
    await north.deliver({
      type: "events_api",
      accepts: false,
      payload: {
        type: "event_callback",
        team_id: "T0SOUTH",
        context_team_id: "T0NORTH",
        authorizations: [{ team_id: "T0NORTH", user_id: north.botUser, is_bot: true }],
        event: { ...event, text: `<@${north.botUser}> is grok open source?` },
        event_id: "Ev0SHARED",
        event_time: 17,
      },
    });
    await north.until(() => posts()[0]);
    expect(posts()).toMatchObject([{ team: "T0NORTH", body: { channel: "C0SHARED" } }]);
  });
});

describe("a workspace that removes it", () => {
  const uninstalled = { type: "app_uninstalled" };
  const revoked = { type: "tokens_revoked", tokens: { oauth: [], bot: ["U0BOT"] } };

  test.each([
    ["app_uninstalled, then tokens_revoked", [uninstalled, revoked]],
    ["tokens_revoked, then app_uninstalled", [revoked, uninstalled]],
    ["app_uninstalled twice", [uninstalled, uninstalled]],
    ["tokens_revoked alone", [revoked]],
  ])("is forgotten, and the others stay: %s", async (_, events) => {
    await hall.install(north);
    await hall.install(south);
    await hall.store.change({ adapter: "slack", id: "T0NORTH" }, undefined, { language: "de" });
    await ask(north, ada);
    hall.town.remove(north);
    for (const event of events) await north.event(event);
    await expect.poll(() => kept(north)).toBeUndefined();
    expect(await hall.store.settings({ adapter: "slack", id: "T0NORTH" })).toEqual({});
    expect((await north.command("/openness", "grok", ada)).by).toBe("nothing");
    expect((await ask(south, bob)).text).toContain("Grok");
    expect(hall.adapter.health().ready).toBe(true);
  });

  test("and installs it anew is not forgotten by what Slack repeats of before", async () => {
    await hall.install(north);
    hall.town.remove(north);
    const { envelope } = await north.event(uninstalled);
    await hall.install(north);
    const before = Math.floor(Date.now() / 1_000) - 60;
    await north.deliver({ ...envelope, payload: { ...envelope.payload, event_time: before } });
    expect((await north.command("/openness", "grok", ada)).by).toBe("ack");
    expect(await kept(north)).toContain("xoxb-T0NORTH-2-secret");
  });

  test("a person's token that is revoked removes nothing", async () => {
    await hall.install(north);
    await north.event({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    expect(await kept(north)).toContain("xoxb-T0NORTH-1-secret");
  });
});

test("a token that Slack refuses ends nothing for the others, and a new one is used at once", async () => {
  await hall.install(north);
  await hall.install(south);
  hall.town.remove(north);
  await north.mention("is grok open source?", ada);
  await north.until(() => (hall.logged().includes("token_revoked") ? true : undefined));
  expect((await ask(south, bob)).text).toContain("Grok");
  expect(hall.adapter.health().ready).toBe(true);
  await hall.install(north);
  expect((await ask(north, { ...ada, channel: "C0OTHER" })).text).toContain("Grok");
});

test("neither tokens nor secrets get into the log", async () => {
  await hall.install(north);
  await ask(north, ada);
  hall.town.failNext("oauth.v2.access", { error: "invalid_code" });
  await hall.install(south);
  hall.town.remove(north);
  await north.mention("what are weights?", { ...ada, channel: "C0OTHER" });
  await north.until(() => (hall.logged().includes("token_revoked") ? true : undefined));
  const { clientSecret, signingSecret } = hall.town.app;
  const told = `${hall.logged()} ${hall.told.join(" ")}`;
  expect(
    [clientSecret, signingSecret, "xoxb-", "state secret"].filter((secret) => told.includes(secret)),
  ).toEqual([]);
});
