import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord, type DiscordStandIn } from "../stand-ins/discord/discord.ts";
import { startSlack, type SlackStandIn } from "../stand-ins/slack/slack.ts";
import { startBot, type BotProcess } from "./bot-process.ts";

let discord: DiscordStandIn;
let slack: SlackStandIn;
const bots: BotProcess[] = [];

beforeEach(async () => {
  [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
});
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.end("SIGKILL")));
  await Promise.all([discord.stop(), slack.stop()]);
});

const onDiscord = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
const onSlack = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});

function start(env: Readonly<Record<string, string>>, nodeArguments?: readonly string[]): BotProcess {
  const bot = startBot(env, nodeArguments);
  bots.push(bot);
  return bot;
}

async function bothConnected(): Promise<void> {
  await discord.until(() => discord.gateway.identified, "a connection", 20_000);
  await slack.until(() => (slack.openSockets > 0 ? true : undefined), 20_000);
}

async function asked(): Promise<readonly [boolean, string]> {
  const [first, second] = await Promise.all([
    discord.slash("openness", { model: "grok-1" }),
    slack.command("/openness", "grok-1"),
  ]);
  return [first.answered, second.by];
}

describe("npm start", () => {
  test("connects whatever is configured, answers on both, and ends orderly", async () => {
    const bot = start({ ...onDiscord(), ...onSlack() });
    await bothConnected();
    expect(await asked()).toEqual([true, "ack"]);
    expect(bot.printed).toMatch(/https:\/\/discord\.com\/oauth2\/authorize\?\S*permissions=274878024704/);
    expect(await bot.end("SIGTERM")).toBe(0);
  });

  test("serves the pictures of its answers under the public address", async () => {
    const port = await freePort();
    start({ ...onSlack(), PORT: String(port), PUBLIC_BASE_URL: "https://bot.example.org" });
    await slack.until(() => (slack.openSockets > 0 ? true : undefined), 20_000);
    const { message } = await slack.command("/openness", "grok");
    const [, address = ""] =
      /"image_url":"https:\/\/bot\.example\.org([^"]+)"/.exec(JSON.stringify(message?.body)) ?? [];
    const picture = await fetch(`http://127.0.0.1:${port}${address}`);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(picture.headers.get("cache-control")).toContain("immutable");
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(20_000);
  });

  test("answers Discord's signed requests without a connection and without a token", async () => {
    const port = await freePort();
    discord.deliverTo(`http://127.0.0.1:${port}/discord/interactions`);
    const bot = start({
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      DISCORD_GATEWAY: "off",
      PORT: String(port),
    });
    await bot.says("discord: receives requests at /discord/interactions");
    expect((await discord.slash("openness", { model: "grok-1" })).message.private).toBe(true);
    expect(discord.calls).toEqual([]);
    expect(await bot.end("SIGTERM")).toBe(0);
  });

  test("opens the shards that it is given", async () => {
    start({ ...onDiscord(), SHARDS: "1/2", SHARD_COUNT: "3" });
    // Of the second half, the first: the other one may log in five seconds later.
    await discord.until(() => discord.gateway.identified, "a connection", 20_000);
    expect(discord.gateway.identified).toMatchObject({ shard: [1, 3] });
  });

  test("finishes what it is answering when it is told to end", async () => {
    const bot = start({ ...onDiscord(), ...onSlack() });
    await bothConnected();
    await asked();
    slack.failNext("chat.postMessage", { delayMs: 700 });
    const said = await slack.mention(`<@${slack.botUser}> is grok open source?`);
    await slack.until(() => slack.callsOf("chat.postMessage")[0]);
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(slack.replies(said)).toHaveLength(1);
  });

  test.each([
    ["Discord", onDiscord, /^@slack\/|^@slack$/, "discord.js"],
    ["Slack", onSlack, /^discord\.js$|^@discordjs\//, "@slack/bolt"],
  ] as const)("alone on %s, it loads nothing of the other's library", async (name, env, other, own) => {
    // The same program before it is bundled, where a library is still a package.
    const unbundled = path.resolve("dist/src/main.js");
    const list = path.join(import.meta.dirname, "list-modules.cjs");
    const file = path.join(mkdtempSync(path.join(tmpdir(), "openness-modules-")), "list.json");
    const bot = start({ ...env(), LIST_MODULES: file }, ["--require", list, unbundled]);
    if (name === "Discord") await discord.until(() => discord.gateway.identified, "one");
    else await slack.until(() => (slack.openSockets > 0 ? true : undefined), 20_000);
    expect(await bot.end("SIGTERM")).toBe(0);
    const modules: string[] = JSON.parse(readFileSync(file, "utf8"));
    expect(modules).toContain(own);
    expect(modules.filter((module) => other.test(module))).toEqual([]);
  });
});

describe("a fault that only a person can mend", () => {
  test("on one platform is one line with variable and page, and the other goes on", async () => {
    const bot = start({ ...onDiscord(), ...onSlack(), DISCORD_TOKEN: "wrong" });
    await bot.says(/^discord: .*DISCORD_TOKEN.*https:\/\/discord\.com\/developers\/applications.*$/m);
    await slack.until(() => (slack.openSockets > 0 ? true : undefined), 20_000);
    expect((await slack.command("/openness", "grok-1")).by).toBe("ack");
    expect(await bot.end("SIGTERM")).toBe(0);
    expect(bot.printed.match(/DISCORD_TOKEN/g)).toHaveLength(1);
  });

  test("on all of them ends the process with 1", async () => {
    const bot = start({
      ...onDiscord(),
      ...onSlack(),
      DISCORD_TOKEN: "wrong",
      SLACK_BOT_TOKEN: "xoxb-wrong",
    });
    expect(await bot.end()).toBe(1);
    expect(bot.printed).toMatch(/^slack: .*SLACK_BOT_TOKEN.*https:\/\/api\.slack\.com\/apps.*$/m);
  });

  test("in the middle of the work names the dead side, while the other answers without an error", async () => {
    const health = await freePort();
    const bot = start({ ...onDiscord(), ...onSlack(), HEALTH_PORT: String(health) });
    await bothConnected();
    slack.revoke("account_inactive");
    await bot.says(/^slack: .*SLACK_/m);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => discord.slash("openness", { model: "grok-1" })),
    );
    expect(answers.every(({ answered }) => answered)).toBe(true);
    const look = (page: string) => fetch(`http://127.0.0.1:${health}/${page}`);
    // A restart would not mend the dead side, and silence the other.
    expect((await look("healthz")).status).toBe(200);
    const response = await look("readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      adapters: [
        { name: "discord", ready: true, failed: false },
        { name: "slack", ready: false, failed: true },
      ],
    });
    expect(await bot.end("SIGTERM")).toBe(0);
  });

  test("in the environment is refused before anything is connected", async () => {
    const bot = start({ SLACK_BOT_TOKEN: "xoxb-1", PORT: "0" });
    expect(await bot.end()).toBe(1);
    expect(bot.printed).toMatch(/^PORT: give a number from 1 to 65535/m);
    expect(bot.printed).toMatch(/^SLACK_APP_TOKEN: missing beside SLACK_BOT_TOKEN/m);
  });
});

test("health follows what happens: not ready before the connection and after it is lost", async () => {
  const health = await freePort();
  const bot = start({ ...onSlack(), HEALTH_PORT: String(health) });
  await slack.until(() => (slack.openSockets > 1 ? true : undefined), 20_000);
  const ready = async () => (await fetch(`http://127.0.0.1:${health}/readyz`)).status;
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  slack.failNext("apps.connections.open", { status: 503 }, 1_000);
  slack.drop();
  await expect.poll(ready, { timeout: 30_000 }).toBe(503);
  slack.heal();
  await expect.poll(ready, { timeout: 30_000 }).toBe(200);
  expect(await bot.end("SIGTERM")).toBe(0);
}, 60_000);
