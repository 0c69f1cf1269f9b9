import { generateKeyPairSync } from "node:crypto";
import { request as open } from "node:http";
import { asyncProperty, assert, constantFrom, dictionary, jsonValue, oneof, record } from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "../../../src/chat.ts";
import { bot } from "../../chat.ts";
import type { SignedRequest } from "../../stand-ins/discord/endpoint.ts";
import { type Connected, connect, drawnPictures, receive } from "./connect.ts";
import { oddBot } from "./odd-bot.ts";

const drawn = await drawnPictures(["/openness grok", "/compare grok-1, olmo-2"], "de");
let place: Connected;
beforeAll(async () => {
  place = await receive({ pictures: drawn }, {}, oddBot(3_100));
});
afterAll(() => place.stop());

const now = () => Math.floor(Date.now() / 1_000);
let ids = 0;
/** Another one each time, as JSON. */
const interaction = (more: object = {}) => {
  ids += 1;
  return JSON.stringify({
    id: `9${ids}`,
    application_id: "1",
    token: "t",
    type: 2,
    locale: "en-US",
    user: { id: "4" },
    channel_id: "3",
    data: { type: 1, name: "define", options: [{ type: 3, name: "term", value: "fork" }] },
    ...more,
  });
};
const ping = JSON.stringify({ id: "1", application_id: "1", token: "t", type: 1, version: 1 });
const stranger = generateKeyPairSync("ed25519").privateKey;

describe("only what Discord has signed is read", () => {
  test.each<[string, Omit<SignedRequest, "body">, number]>([
    ["a right signature", {}, 200],
    ["a right signature in capitals", { signature: (right) => right.toUpperCase() }, 200],
    ["no signature", { signature: () => "" }, 401],
    ["no timestamp", { headers: { "x-signature-timestamp": "" } }, 401],
    ["neither", { signature: () => "", headers: { "x-signature-timestamp": "" } }, 401],
    ["a signature of somebody else", { key: stranger }, 401],
    ["a signature that is none", { signature: () => "0".repeat(128) }, 401],
    ["half a signature", { signature: (right) => right.slice(0, 64) }, 401],
    ["one digit too few", { signature: (right) => right.slice(1) }, 401],
    ["one digit too many", { signature: (right) => `${right}0` }, 401],
    ["what is no hexadecimal digit", { signature: (right) => `${right.slice(1)}g` }, 401],
    ["a signature in base64", { signature: (right) => Buffer.from(right, "hex").toString("base64") }, 401],
    ["a signature of another body", { signed: `${now()}{}` }, 401],
    ["a signature of the body alone", { signed: ping }, 401],
    ["another timestamp", { signed: `${now() - 1}${ping}`, timestamp: String(now()) }, 401],
    ["a time of 290 s ago", { timestamp: String(now() - 290) }, 200],
    ["a time of 310 s ago", { timestamp: String(now() - 310) }, 401],
    ["a time in 290 s", { timestamp: String(now() + 290) }, 200],
    ["a time in 310 s", { timestamp: String(now() + 310) }, 401],
    ["a time in milliseconds", { timestamp: String(Date.now()) }, 401],
    ["a time that is none", { timestamp: "NaN" }, 401],
    ["a time beyond all", { timestamp: "1e99" }, 401],
    ["a time below zero", { timestamp: `-${now()}` }, 401],
  ])("%s", async (_, request, status) => {
    const response = await place.server.endpoint.request({ body: ping, ...request });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(status === 200 ? '{"type":1}' : "");
  });

  test("headers that come twice are refused", async () => {
    const { url } = await place.server.endpoint.request({ body: ping });
    const headers = {
      "x-signature-ed25519": ["0".repeat(128), "0".repeat(128)],
      "x-signature-timestamp": now(),
    };
    const status = await new Promise((resolve, reject) => {
      open(url, { method: "POST", headers }, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end(ping);
    });
    expect(status).toBe(401);
  });

  test.each(["GET", "PUT", "HEAD", "OPTIONS"])("%s is not found", async (method) => {
    const { url } = await place.server.endpoint.request({ body: ping });
    expect((await fetch(url, { method })).status).toBe(404);
  });
});

describe("what was signed is answered exactly", () => {
  test.each<[string, string | Uint8Array, number]>([
    ["nothing", "", 400],
    ["broken JSON", "{", 400],
    ["null", "null", 400],
    ["a list", "[]", 400],
    ["a text", '"text"', 400],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00]), 400],
    ["an object that is no interaction", "{}", 400],
    ["one without a token", interaction({ token: undefined }), 400],
    ["one whose id is a number", interaction({ id: 7 }), 400],
    ["a kind that is not known yet", interaction({ type: 99 }), 400],
    ["a kind that is a text", interaction({ type: "2" }), 400],
    ["a command on a person, which is not offered", interaction({ data: { type: 2, name: "x" } }), 202],
    ["a locale that is none", interaction({ locale: 7, data: null }), 202],
    ["typing without a command", interaction({ type: 4, data: null }), 202],
    ["a form that is not known", interaction({ type: 5, data: { custom_id: "x", components: [] } }), 200],
    ["nobody in particular", interaction({ user: undefined }), 200],
    ["a command without data", interaction({ data: null }), 200],
    [
      "an option that is a number",
      interaction({ data: { type: 1, name: "openness", options: [{ name: "model", type: 4, value: 4 }] } }),
      200,
    ],
    ["64 KB", ping.padEnd(65_536), 200],
    ["a little more", ping.padEnd(65_537), 413],
    ["a lot more", ping.padEnd(5_000_000), 413],
  ])("%s", async (_, body, status) => {
    const response = await place.server.endpoint.request({ body });
    expect(response.status).toBe(status);
    expect((await response.text()) !== "").toBe(status === 200);
  });

  test("whatever else stands in it, it is answered or passed over, and breaks nothing", async () => {
    const field = constantFrom(
      "data",
      "user",
      "member",
      "channel",
      "message",
      "locale",
      "context",
      "guild_id",
    );
    const command = record({
      type: constantFrom(1, 2, 3, "1"),
      component_type: constantFrom(2, 3),
      name: oneof(constantFrom("openness", "ask", "__proto__"), jsonValue()),
      options: jsonValue(),
      custom_id: jsonValue(),
      values: jsonValue(),
      resolved: jsonValue(),
      target_id: jsonValue(),
    });
    await assert(
      asyncProperty(
        constantFrom(2, 3, 4, 5),
        command,
        dictionary(field, jsonValue(), { maxKeys: 3 }),
        async (type, data, more) => {
          const body = interaction({ type, data, ...more });
          const response = await place.server.endpoint.request({ body });
          expect([200, 202]).toContain(response.status);
          await response.arrayBuffer();
        },
      ),
      { numRuns: 300 },
    );
    expect((await place.server.endpoint.request({ body: ping })).status).toBe(200);
  });

  test("what comes twice is answered once", async () => {
    const body = interaction();
    const first = await place.server.endpoint.request({ body });
    const second = await place.server.endpoint.request({ body });
    expect((await first.text()).length).toBeGreaterThan(500);
    expect([second.status, await second.text()]).toEqual([202, ""]);
  });

  test("a question that breaks off in the middle ends nothing", async () => {
    const { url } = await place.server.endpoint.request({ body: ping });
    const headers = {
      "x-signature-ed25519": "0".repeat(128),
      "x-signature-timestamp": now(),
      "content-length": 99,
    };
    await new Promise<void>((resolve) => {
      const half = open(url, { method: "POST", headers });
      half.on("error", () => resolve());
      half.write("{", () => half.destroy(new Error("enough")));
    });
    expect((await place.server.endpoint.request({ body: ping })).status).toBe(200);
  });
});

describe("what cannot be answered as it should be", () => {
  test("because Discord would refuse it, comes as title and text", async () => {
    const { message } = await place.server.slash("claims");
    expect(message.text).toBe("## Too long\nBut the beginning is there.");
    expect(place.lines.at(-1)).toMatchObject({ level: "error", message: "discord would refuse an answer" });
  });

  test("because of a bug, comes with the code that is in the log", async () => {
    const { message } = await place.server.slash("timeline");
    const code = /code (\w{4})/.exec(message.text)?.[1];
    expect(place.lines.at(-1)).toMatchObject({ level: "error", facts: { code } });
  });

  test("because it takes too long, is given up before Discord does", async () => {
    const before = performance.now();
    const data = { type: 1, name: "help", options: [] };
    const response = await place.server.endpoint.request({ body: interaction({ data }) });
    expect(response.status).toBe(503);
    expect(performance.now() - before).toBeLessThan(3_000);
    const late = "discord had given up waiting for an answer";
    await place.server.until(() => place.lines.find(({ message }) => message === late), "the log");
  });
});

describe("the same as over the gateway", () => {
  const german = { locale: "de" };
  let other: Connected;
  beforeAll(async () => {
    other = await connect({ pictures: drawn });
  });
  afterAll(() => other.stop());

  test.each([
    ["openness", { model: "grok" }],
    ["compare", { first: "grok-1", second: "olmo-2" }],
    ["define", { term: "model-weights" }],
    ["ask", { question: "how do I bake bread" }],
  ] as const)("/%s %j is answered with the same payload and files", async (command, options) => {
    const [here, there] = await Promise.all(
      [place, other].map(({ server }) => server.slash(command, options, german)),
    );
    expect(here?.data).toEqual(there?.data);
    expect(here?.message.components).toEqual(there?.message.components);
    expect([here?.type, here?.message.private]).toEqual([4, true]);
  });

  test("a picture comes in a form, words alone as JSON", async () => {
    await place.server.slash("openness", { model: "grok" }, german);
    const { message } = await place.server.slash("define", { term: "fork" });
    expect(message.text).toContain("## Fork");
    const [pictured, words] = place.server.endpoint.received.slice(-2);
    expect(pictured?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(pictured?.body).toMatchObject({ type: 4, files: ["openness.png"] });
    expect(words?.type).toBe("application/json");
  });

  test("what is offered while typing", async () => {
    const typed = { name: "model", value: "gr" };
    const [here, there] = await Promise.all(
      [place, other].map(({ server }) => server.autocomplete("openness", typed)),
    );
    expect(here?.choices.length).toBeGreaterThan(2);
    expect(here?.choices).toEqual(there?.choices);
  });

  test("what is pressed, chosen and shared", async () => {
    const answers = await Promise.all(
      [place, other].map(async ({ server }) => {
        const first = await server.slash("define", { term: "model-weights" });
        const menu = first.message.everyComponent.find(({ type }) => type === 3);
        const [choice] = menu?.options ?? [];
        const chosen = await server.choose(menu?.custom_id ?? "", choice?.value ?? "", first);
        const pressed = await server.press(idOf(first, "Auf Deutsch"), first);
        const shared = await server.press(idOf(first, "Share to channel"), first);
        return [shared.message.private, chosen.data, pressed.data, shared.data];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(false);
  });
});

test("a window is opened, and what is chosen in it is saved", async () => {
  const { server, store } = place;
  const manager = { user: { id: "300" }, permissions: "32" };
  const opened = await server.slash("settings", {}, manager);
  expect(opened.type).toBe(9);
  const said = await server.submit(opened, { where: "community", mode: "off", language: "de" }, manager);
  expect(said.message.private).toBe(true);
  expect(await store.settings({ adapter: "discord", id: server.guildId })).toMatchObject({ mode: "off" });
});

describe("a public answer is deleted", () => {
  const share = async () => {
    const who = { user: { id: `7${(ids += 1)}` }, channel: `8${ids}` };
    const first = await place.server.slash("define", { term: "model-weights" }, who);
    const shared = await place.server.press(idOf(first, "Share to channel"), first, who);
    return { shared, who };
  };
  afterEach(() => place.server.heal());

  test("by a request with the interaction's token, after the response", async () => {
    const { shared, who } = await share();
    const before = place.server.calls.length;
    const pressed = await place.server.press(idOf(shared, "Delete"), shared, who);
    expect(pressed.type).toBe(6);
    expect(shared.message.deleted).toBe(true);
    expect(place.server.calls.slice(before).map(({ method, status }) => [method, status])).toEqual([
      ["DELETE", 204],
    ]);
  });

  test("also when Discord has not read the response yet", async () => {
    const { shared, who } = await share();
    place.server.failNext(/^DELETE .*@original/, "unread", 2);
    await place.server.press(idOf(shared, "Delete"), shared, who);
    expect(shared.message.deleted).toBe(true);
    expect(place.lines.filter(({ message }) => message.includes("deletion"))).toEqual([]);
  });
});

describe("the start", () => {
  test("needs no token, and makes no request; health says that requests are received", async () => {
    const alone = await receive({ token: undefined, register: "auto" });
    expect(alone.adapter.health()).toEqual({ ready: true, detail: "receives requests" });
    expect(alone.told).toEqual(["discord: receives requests at /discord/interactions"]);
    expect((await alone.server.slash("define", { term: "fork" })).answered).toBe(true);
    expect(alone.server.calls).toEqual([]);
    expect(alone.server.gateway.identifies).toBe(0);
    await alone.stop();
    expect(alone.adapter.health()).toEqual({ ready: false, detail: "stopped" });
    await alone.adapter.done;
  });

  test("with a token registers the commands, without connecting", async () => {
    const alone = await receive({ register: "auto" });
    const { commands, gateway } = alone.server;
    await alone.server.until(
      () => commands.global.length === bot.commands.length + 1 || undefined,
      "the commands",
    );
    expect(gateway.identifies).toBe(0);
    await alone.stop();
  });

  test("beside the gateway, health and messages are of both", async () => {
    const both = await receive({ gateway: "on" });
    expect(both.adapter.health()).toEqual({
      ready: true,
      detail: "connected as Openness; receives requests",
    });
    const said = both.server.say(`<@${both.server.botId}> fork`);
    expect((await both.server.nextReply(said)).text).toContain("## Fork");
    expect((await both.server.slash("define", { term: "fork" })).answered).toBe(true);
    both.server.closeGateway(4004);
    await expect(both.adapter.done).rejects.toThrow("DISCORD_TOKEN");
    expect(both.adapter.health()).toMatchObject({ ready: false });
    await both.stop();
  });

  test("fails where the port cannot be opened", async () => {
    const serve = () => Promise.reject(new Error("PORT: port 1 is taken"));
    const http = { publicKey: "0".repeat(64), serve };
    await expect(receive({ http })).rejects.toThrow("PORT: port 1 is taken");
  });
});

test("a stop waits for answers that are under way", async () => {
  const slow: Bot = {
    ...bot,
    commands: bot.commands,
    async answer(request) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return bot.answer(request);
    },
  };
  const discord = await receive({}, {}, slow);
  const answer = discord.server.slash("define", { term: "fork" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await discord.adapter.stop();
  expect((await answer).message.text).toContain("## Fork");
  await discord.stop();
});

/** What the button with this label carries. */
function idOf(answer: Awaited<ReturnType<Connected["server"]["slash"]>>, label: string): string {
  const button = answer.message.everyComponent.find((one) => one.label === label);
  return button?.custom_id ?? `no button ${label}`;
}
