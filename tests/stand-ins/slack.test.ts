import { once } from "node:events";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { freePort } from "../free-port.ts";
import { startSlack, type SlackStandIn } from "./slack/slack.ts";

let slack: SlackStandIn;
const apps: App[] = [];

beforeEach(async () => {
  slack = await startSlack({ patienceMs: 500 });
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map(async (app) => app.stop()));
  await slack.stop();
});

/** What the app under test says to everything, until a test says otherwise. */
function answer(app: App): App {
  app.command("/openness", async ({ ack, command }) => ack({ text: `you asked ${command.text}` }));
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "in the thread", thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(/direct/, async ({ say }) => {
    await say("in the conversation");
  });
  return app;
}

async function connect(build: (app: App) => void = answer, ignoreSelf = true): Promise<App> {
  const { botToken: token, appToken, apiUrl: slackApiUrl } = slack;
  const quiet = { logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } };
  // Half a second of Bolt's five: the pause before it connects again.
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: 500,
    installerOptions: quiet,
    ...quiet,
  });
  const app = new App({ token, receiver, ignoreSelf, ...quiet });
  build(app);
  await app.start();
  apps.push(app);
  return app;
}

async function listen(build: (app: App) => void = answer): Promise<App> {
  const { botToken: token, signingSecret, apiUrl: slackApiUrl } = slack;
  const port = await freePort();
  const receiver = new HTTPReceiver({ signingSecret, port, logLevel: LogLevel.ERROR });
  const app = new App({ token, receiver, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
  build(app);
  await app.start();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  apps.push(app);
  return app;
}

const button = (action_id: string, value: string) => ({
  type: "button" as const,
  action_id,
  value,
  text: { type: "plain_text" as const, text: value },
});
const section = (text: string) => ({ type: "section" as const, text: { type: "mrkdwn" as const, text } });

describe.each([
  ["over sockets", connect],
  ["over signed HTTP", listen],
])("%s", (_, start) => {
  test("a command is answered in its acknowledgement, and only its author sees it", async () => {
    await start();
    const answered = await slack.command("/openness", "grok & <b>");
    expect(answered).toMatchObject({
      by: "ack",
      delivery: "acked",
      message: { text: "you asked grok & <b>" },
    });
    expect(answered.message?.only).toBe("U0ADA");
  });

  test("a mention is answered in its thread", async () => {
    await start();
    const said = await slack.mention("how open is grok?");
    await expect(slack.nextReply(said)).resolves.toMatchObject({ thread: said.ts, text: "in the thread" });
  });

  test("a direct message is answered beside it", async () => {
    await start();
    const said = await slack.direct("a direct question");
    await expect(slack.nextReply(said)).resolves.toMatchObject({ text: "in the conversation" });
  });

  test("a button of a message shares it, and response_url replaces or deletes it", async () => {
    await start((app) => {
      app.command("/openness", async ({ ack }) =>
        ack({
          text: "a card",
          blocks: [{ type: "actions", elements: [button("share", "1"), button("drop", "2")] }],
        }),
      );
      app.action("share", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "shared", response_type: "in_channel", replace_original: false });
      });
      app.action("drop", async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const { message } = await slack.command("/openness", "grok");
    if (message === undefined) throw new Error("no card");
    const shared = await slack.press(message, { action: "share" });
    expect(shared).toMatchObject({ by: "response_url", message: { text: "shared" } });
    expect(shared.message).not.toHaveProperty("only");
    await slack.press(message, { value: "2" });
    expect(slack.messages.map(({ text }) => text)).toEqual(["shared"]);
    await expect(slack.press(message, { action: "absent" })).rejects.toThrow("nothing to press");
  });

  test("a public card is pressed with its content, a private one without", async () => {
    const seen: unknown[] = [];
    const blocks = [{ type: "actions" as const, elements: [button("done", "1")] }];
    await start((app) => {
      app.command("/public", async ({ ack }) => ack({ response_type: "in_channel", text: "a card", blocks }));
      app.command("/private", async ({ ack }) => ack({ text: "a card", blocks }));
      app.action("done", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        seen.push([body.container["is_ephemeral"], body.message?.text]);
        const { channel, message } = body;
        if (channel !== undefined && message !== undefined)
          await client.chat.update({ channel: channel.id, ts: message.ts, text: "done", blocks: [] });
      });
    });
    for (const name of ["/public", "/private"]) {
      const { message } = await slack.command(name, "");
      if (message !== undefined) await slack.press(message, { action: "done" });
    }
    expect(seen).toEqual([
      [false, "a card"],
      [true, undefined],
    ]);
    expect(slack.messages.map(({ text }) => text)).toEqual(["done", "a card"]);
  });

  test("the Home tab is published when it opens, and again when it is pressed", async () => {
    const home = (text: string) => ({
      type: "home" as const,
      blocks: [section(text), { type: "actions" as const, elements: [button("next", "2")] }],
    });
    await start((app) => {
      app.event("app_home_opened", async ({ client, event }) => {
        await client.views.publish({ user_id: event.user, view: home("1") });
      });
      app.action("next", async ({ ack, body, client }) => {
        await ack();
        await client.views.publish({ user_id: body.user.id, view: home("2") });
      });
    });
    await slack.openHome();
    const first = await slack.until(() => slack.home("U0ADA"));
    const pressed = await slack.press(first, { action: "next" });
    expect(pressed).toMatchObject({ by: "view", view: { body: { blocks: [{ text: { text: "2" } }, {}] } } });
  });

  test("a message shortcut answers its user through response_url, at most five times", async () => {
    const statuses: unknown[] = [];
    await start((app) => {
      app.shortcut("explain", async ({ ack, respond }) => {
        await ack();
        for (const text of ["1", "2", "3", "4", "5", "6"])
          await respond({ text }).catch((error: unknown) => statuses.push(error));
      });
    });
    const said = await slack.say("what are weights?");
    expect(await slack.messageShortcut("explain", said)).toMatchObject({
      message: { text: "1", only: "U0ADA" },
    });
    await slack.until(() => statuses[0]);
    expect(slack.responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test("blocks that Slack refuses are shown nowhere", async () => {
    await start((app) => {
      app.command("/openness", async ({ ack }) => ack({ text: "x", blocks: [section("")] }));
      app.command("/late", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "x", blocks: [section("")] }).catch(async () => respond("plain"));
      });
    });
    expect(await slack.command("/openness", "")).toMatchObject({ by: "ack", error: "invalid_blocks" });
    expect(await slack.command("/late", "")).toMatchObject({ message: { text: "plain" } });
    expect(slack.responses.map(({ status }) => status)).toEqual([400, 200]);
    expect(slack.messages).toHaveLength(1);
  });

  test("a shortcut opens a form that completes while typing and is updated when sent", async () => {
    const title = { type: "plain_text" as const, text: "Look up" };
    await start((app) => {
      app.shortcut("look_up", async ({ ack, client, body }) => {
        await ack();
        const element = { type: "external_select" as const, action_id: "term", min_query_length: 1 };
        const blocks = [{ type: "input" as const, block_id: "ask", label: title, element }];
        const view = { type: "modal" as const, callback_id: "form", title, submit: title, blocks };
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.options("term", async ({ ack, payload }) =>
        ack({ options: [{ text: { type: "plain_text", text: payload.value }, value: payload.value }] }),
      );
      app.view("form", async ({ ack, view }) => {
        const text = view.state.values["ask"]?.["term"]?.selected_option?.value ?? "";
        await ack({ response_action: "update", view: { type: "modal", title, blocks: [section(text)] } });
      });
    });
    const { view } = await slack.shortcut("look_up");
    if (view === undefined) throw new Error("no form");
    expect((await slack.suggest(view, "term", "wei")).options).toMatchObject([{ value: "wei" }]);
    const values = { ask: { term: { type: "external_select", selected_option: { value: "weights" } } } };
    const sent = await slack.submit(view, values);
    expect(sent.view?.body.blocks).toMatchObject([{ text: { text: "weights" } }]);
  });
});

describe("events", () => {
  test("a mention comes twice where the app hears the channel, with one timestamp and two ids", async () => {
    await connect();
    const { ts, events } = await slack.mention("hello");
    expect(events.map(({ envelope }) => envelope.payload["event"])).toMatchObject([
      { type: "app_mention", ts },
      { type: "message", ts, channel_type: "channel" },
    ]);
    expect(new Set(events.map(({ envelope }) => envelope.payload["event_id"])).size).toBe(2);
  });

  test("a redelivered event carries the same id and says so", async () => {
    const seen: unknown[] = [];
    await connect((app) => {
      app.event("app_home_opened", async ({ body, context }) => {
        seen.push([body.event_id, context.retryNum ?? 0, context.retryReason]);
      });
    });
    const sent = await slack.openHome();
    const again = await slack.redeliver(sent);
    const id = again.envelope.payload["event_id"];
    expect(seen).toEqual([
      [id, 0, ""],
      [id, 1, "http_timeout"],
    ]);
  });

  test("the app hears what it posts itself, and sees edits as such", async () => {
    const heard: unknown[] = [];
    const app = await connect((built) => {
      built.use(async ({ body, next }) => {
        if ("event" in body) heard.push(body.event);
        await next();
      });
    }, false);
    await app.client.apiCall("chat.postMessage", { channel: "C0GENERAL", text: "mine" });
    await slack.until(() => heard[0]);
    const said = await slack.say("yours");
    await slack.edit(said, "changed");
    expect(heard).toMatchObject([
      { type: "message", text: "mine", bot_id: slack.botId },
      { type: "message", text: "yours", user: "U0ADA" },
      { subtype: "message_changed", message: { text: "changed" }, previous_message: { text: "yours" } },
    ]);
  });

  test("an app that isn't subscribed hears nothing", async () => {
    slack.subscribe(["app_mention"]);
    expect((await slack.say("hello")).events).toEqual([]);
  });
});

describe("sockets", () => {
  const openSockets = async (count: number) =>
    slack.until(() => (slack.openSockets === count ? true : undefined));

  test("a refresh leaves a single stock receiver deaf for a while, and nothing else breaks", async () => {
    await connect();
    slack.refresh();
    await openSockets(0);
    const lost = await slack.command("/openness", "while deaf");
    expect(lost).toMatchObject({ by: "nothing", delivery: "undelivered" });
    expect(slack.undelivered).toBe(1);
    await openSockets(1);
    expect(await slack.command("/openness", "again")).toMatchObject({ by: "ack" });
    expect(slack.socketsOpened).toBe(2);
  });

  test("two sockets take turns, and one that is told to go gets nothing more", async () => {
    await connect();
    await connect();
    slack.stallClose(true);
    slack.refresh("one");
    const answers = await Promise.all([1, 2, 3, 4].map(async (n) => slack.command("/openness", `${n}`)));
    expect(answers.map(({ by }) => by)).toEqual(["ack", "ack", "ack", "ack"]);
  });

  test("an acknowledgement that comes after its socket is gone counts for nothing", async () => {
    await connect((app) => {
      app.command("/openness", async ({ ack, respond }) => {
        slack.drop();
        await openSockets(0);
        await ack({ text: "too late" }).catch(async () => respond({ text: "but here" }));
      });
    });
    const answered = await slack.command("/openness", "grok");
    expect(answered).toMatchObject({
      by: "response_url",
      delivery: "unacked",
      message: { text: "but here" },
    });
    expect(slack.unacked).toBe(1);
  });

  test("an event is sent once more when the first sending wasn't acknowledged", async () => {
    const seen: unknown[] = [];
    await connect((app) => app.event("app_mention", async ({ body }) => void seen.push(body.event_id)));
    await connect((app) => app.event("app_mention", async ({ body }) => void seen.push(body.event_id)));
    slack.halfOpen("one");
    slack.subscribe(["app_mention"]);
    await Promise.all([slack.mention("one"), slack.mention("two")]);
    expect(seen).toHaveLength(2);
    expect(slack.unacked).toBe(1);
  });

  test("a broken frame reaches the app and leaves the socket open", async () => {
    await connect();
    slack.sendFrame("{");
    expect(await slack.command("/openness", "grok")).toMatchObject({ by: "ack" });
    expect(slack.socketsOpened).toBe(1);
  });

  test("a refused upgrade lets nobody in, the next one does", async () => {
    slack.failNext("ws-upgrade", { status: 408 });
    await connect();
    expect(slack.callsOf("apps.connections.open")).toHaveLength(2);
    expect(slack.socketsOpened).toBe(1);
  });

  test("a ticket works once", async () => {
    await connect();
    const url = String(slack.callsOf("apps.connections.open")[0]?.answer?.["url"]);
    const second = new WebSocket(url);
    await expect(once(second, "open")).rejects.toThrow("401");
  });
});

describe("signatures", () => {
  test("Bolt refuses what is signed wrongly or too old, and answers the address check", async () => {
    await listen();
    const check = {
      body: JSON.stringify({ type: "url_verification", challenge: "abc" }),
      contentType: "application/json",
    };
    const status = async (more: object) => (await slack.request({ ...check, ...more })).status;
    expect(await status({})).toBe(200);
    expect(await status({ secret: "another" })).toBe(401);
    expect(await status({ timestamp: String(Math.floor(Date.now() / 1000) - 301) })).toBe(401);
    expect(await status({ headers: { "x-slack-signature": "v0=" } })).toBe(401);
  });
});

describe("the Web API", () => {
  test.each([
    ["an unknown kind of block", { type: "confetti" }],
    ["an empty text", section("")],
    ["a text that is too long", section("x".repeat(3001))],
    ["a field that Slack doesn't know", { ...section("x"), colour: "red" }],
    ["two elements with one id", { type: "actions", elements: [button("same", "1"), button("same", "2")] }],
    [
      "26 buttons",
      { type: "actions", elements: Array.from({ length: 26 }, (__, n) => button(`b${n}`, "x")) },
    ],
    [
      "a table of a header only",
      { type: "data_table", caption: "x", rows: [[{ type: "raw_text", text: "x" }]] },
    ],
    ["an empty cell", table(["x", ""])],
    ["cells of more than 10,000 characters", table(["x".repeat(5000), "x".repeat(5001)])],
  ])("refuses %s", async (__, block) => {
    const { client } = new App({ ...offline() });
    const posting = client.apiCall("chat.postMessage", { channel: "C0GENERAL", text: "x", blocks: [block] });
    await expect(posting).rejects.toThrow("invalid_blocks");
    expect(slack.messages).toEqual([]);
  });

  test("shows what keeps within the limits", async () => {
    const { client } = new App({ ...offline() });
    await client.apiCall("chat.postMessage", {
      channel: "C0GENERAL",
      blocks: [section("x".repeat(3000)), table(["x", "x".repeat(9991)])],
    });
    expect(slack.messages).toHaveLength(1);
  });

  test("refuses a message without text, a table in a view, a second use of a trigger", async () => {
    const { client } = new App({ ...offline() });
    const home = { type: "home" as const, blocks: [table(["x"])] };
    await expect(client.apiCall("chat.postMessage", { channel: "C0GENERAL", text: "" })).rejects.toThrow(
      "no_text",
    );
    await expect(client.apiCall("views.publish", { user_id: "U0ADA", view: home })).rejects.toThrow(
      "invalid_arguments",
    );
    await expect(client.apiCall("views.open", { trigger_id: "1.2.3", view: {} })).rejects.toThrow(
      "invalid_trigger_id",
    );
  });

  test("names the scope that is missing, and the granted ones with every answer", async () => {
    slack.grant(["commands"]);
    const { client } = new App({ ...offline() });
    const refusal = { data: { error: "missing_scope", needed: "chat:write", provided: "commands" } };
    await expect(
      client.apiCall("chat.postMessage", { channel: "C0GENERAL", text: "x" }),
    ).rejects.toMatchObject(refusal);
    expect((await client.auth.test()).response_metadata?.scopes).toEqual(["commands"]);
  });

  test("fails as planned, and only then", async () => {
    const { client } = new App({ ...offline() });
    const post = async () => client.apiCall("chat.postMessage", { channel: "C0GENERAL", text: "x" });
    for (const fault of [
      "reset",
      "reset-after-apply",
      { status: 500 },
      { error: "not_in_channel" },
    ] as const) {
      slack.failNext("chat.postMessage", fault);
      await expect(post()).rejects.toThrow(/error occurred/);
    }
    slack.failNext("chat.postMessage", { status: 429, retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await post();
    expect(slack.messages).toHaveLength(2);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(6);
  });

  test("hangs until it is healed", async () => {
    const { client } = new App({ ...offline() });
    slack.failNext("auth.test", "hang");
    const hanging = client.auth.test().catch((error: unknown) => String(error));
    slack.failNext("auth.test", { status: 503 }, Infinity);
    await expect(client.auth.test()).rejects.toThrow("503");
    slack.heal();
    expect(await hanging).toContain("request error");
    expect((await client.auth.test()).ok).toBe(true);
  });

  test("refuses every token once revoked, and closes the sockets", async () => {
    const { client } = await connect();
    slack.revoke("account_inactive");
    await slack.until(() => (slack.openSockets === 0 ? true : undefined));
    await expect(client.auth.test()).rejects.toThrow("account_inactive");
  });
});

function offline() {
  const { botToken: token, signingSecret, apiUrl: slackApiUrl } = slack;
  const clientOptions = { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return { token, signingSecret, logLevel: LogLevel.ERROR, clientOptions, tokenVerificationEnabled: false };
}

function table(cells: readonly string[]) {
  const row = cells.map((text) => ({ type: "raw_text", text }));
  return {
    type: "data_table",
    caption: "a table",
    rows: [row.map((cell) => ({ ...cell, text: "head" })), row],
  };
}
