import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { startBot } from "./bot-process.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function watched(env: Readonly<Record<string, string>>) {
  const health = String(await freePort());
  const process = startBot({ ...env, HEALTH_PORT: health });
  ends.push(() => process.end("SIGKILL"));
  const look = (page: string) => fetch(`http://127.0.0.1:${health}${page}`);
  const isReady = () =>
    look("/readyz").then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
  return { process, look, metrics: async () => (await look("/metrics")).text() };
}

async function overHttp() {
  const slack = await startSlack();
  ends.push(() => slack.stop());
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return {
    slack,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    },
  };
}

describe("what /metrics counts while both platforms are connected", () => {
  test("are answers, reconnections and what was lost on the way", async () => {
    const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
    ends.push(
      () => discord.stop(),
      () => slack.stop(),
    );
    const { process, metrics } = await watched({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    await slack.until(() => (slack.openSockets === 2 ? true : undefined), 20_000);
    await Promise.all([discord.slash("openness", { model: "grok-1" }), slack.command("/openness", "grok-1")]);
    const before = await metrics();
    expect(before).toContain(
      'openness_answers_total{adapter="discord",command="openness",band="answer"} 1\n',
    );
    expect(before).toContain('openness_answers_total{adapter="slack",command="openness",band="answer"} 1\n');
    expect(before).toContain('openness_answer_seconds_bucket{adapter="slack",le="+Inf"} 1\n');
    expect(before).toMatch(/^process_resident_memory_bytes \d{8,}$/m);
    expect(before).not.toMatch(/^openness_(reconnects|undelivered)_total\{/m);

    // With the picture, and once more without it.
    discord.failNext("/messages", 403, 2);
    discord.say(`<@${discord.botId}> is grok open source?`);
    await expect
      .poll(metrics, { timeout: 20_000 })
      .toContain('openness_undelivered_total{adapter="discord"} 1\n');
    discord.reconnect();
    slack.refresh();
    slack.failNext("chat.postMessage", { error: "channel_not_found" });
    await slack.mention(`<@${slack.botUser}> is grok open source?`);
    await expect
      .poll(metrics, { timeout: 20_000 })
      .toContain('openness_reconnects_total{adapter="discord"} 1\n');
    await expect
      .poll(metrics, { timeout: 20_000 })
      .toMatch(/^openness_reconnects_total\{adapter="slack"\} [12]$/m);
    await expect
      .poll(metrics, { timeout: 20_000 })
      .toContain('openness_undelivered_total{adapter="slack"} 1\n');
    expect(await process.end("SIGTERM")).toBe(0);
  }, 60_000);
});

test("a database that is away is counted by what was asked of it, and costs no answer", async () => {
  const { slack, env } = await overHttp();
  const { process, metrics } = await watched({
    ...env,
    DATABASE_URL: `postgres://openness@127.0.0.1:${await freePort()}/openness`,
    STORE_KEYS: `first:${Buffer.alloc(32, 1).toString("base64")}`,
  });
  expect((await slack.command("/openness", "grok-1")).by).toBe("ack");
  await expect
    .poll(metrics, { timeout: 20_000 })
    .toMatch(/^openness_store_errors_total\{operation="[a-z]+"\} [1-9]/im);
  expect(await process.end("SIGTERM")).toBe(0);
});

describe("told to end while others route by its readiness, the bot", () => {
  test("turns /readyz at once, stays alive, answers what still comes, and finishes what it has", async () => {
    const { slack, env } = await overHttp();
    const { process, look } = await watched(env);
    slack.failNext("chat.postMessage", { delayMs: 1_500 });
    const said = await slack.mention(`<@${slack.botUser}> is grok open source?`);
    await slack.until(() => slack.callsOf("chat.postMessage")[0]);

    const ended = process.end("SIGTERM");
    const started = performance.now();
    await expect.poll(async () => (await look("/readyz")).status, { interval: 20, timeout: 1_000 }).toBe(503);
    expect(await (await look("/readyz")).json()).toMatchObject({
      adapters: [{ detail: "ending", failed: false }],
    });
    expect((await slack.command("/openness", "grok-1")).by).toBe("ack");
    expect((await look("/healthz")).status).toBe(200);
    await slack.nextReply(said);
    expect((await slack.command("/openness", "grok-1")).by).toBe("ack");

    expect(await ended).toBe(0);
    expect(slack.replies(said)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("is found by whoever looks at its health until its very end", async () => {
    const { env } = await overHttp();
    const { process, look } = await watched(env);
    const ended = process.end("SIGTERM");
    const seen: (number | "gone")[] = [];
    const platform = () =>
      fetch(`http://127.0.0.1:${env.PORT}/slack/events`, { method: "POST" }).then(
        () => "open" as const,
        () => "closed" as const,
      );
    const faults: string[] = [];
    while (seen.at(-1) !== "gone") {
      const front = await platform();
      const status = await look("/healthz").then(
        (response) => response.status,
        () => "gone" as const,
      );
      seen.push(status);
      // The other way round it would still be sent to, and counted as dead.
      const later = status === "gone" ? await platform() : "closed";
      if (front === "open" && later === "open") faults.push("health has ended before the front");
    }
    expect(await ended).toBe(0);
    expect(new Set(seen)).toEqual(new Set([200, "gone"]));
    expect(faults).toEqual([]);
  });
});

test("an update that replaces one process by another leaves no command unanswered", async () => {
  const { slack, env } = await overHttp();
  const before = await watched(env);
  const port = String(await freePort());
  const after = await watched({ ...env, PORT: port });

  // As a load balancer does it: it looks now and then, and sends to whoever was ready.
  const looking = setInterval(() => {
    const leave = () => slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    before.look("/readyz").then(({ ok }) => (ok ? undefined : leave()), leave);
  }, 1_000);
  ends.push(() => clearInterval(looking));
  const answers: Promise<string>[] = [];
  const ask = async () => (await slack.command("/openness", `grok-${(answers.length % 2) + 1}`)).by;
  const asking = setInterval(() => answers.push(ask()), 40);
  ends.push(() => clearInterval(asking));

  await pause(500);
  expect(await before.process.end("SIGTERM")).toBe(0);
  await pause(1_500);
  clearInterval(asking);
  const outcomes = await Promise.all(answers);
  expect(outcomes.length).toBeGreaterThan(40);
  expect(outcomes.filter((by) => by !== "ack")).toEqual([]);
  // The other one has had its part.
  expect(await after.metrics()).toMatch(/^openness_answers_total\{adapter="slack",.*\} [1-9]\d*$/m);
  expect(await after.process.end("SIGTERM")).toBe(0);
}, 60_000);

test("told to end while its libraries are still loaded, the bot does end", async () => {
  // As soon as somebody listens for it.
  const atOnce = `process.on("newListener", (name) => {
    if (name === "SIGTERM") setImmediate(() => process.emit("SIGTERM"));
  });`;
  const env = {
    DISCORD_TOKEN: "any.token.of-nobody",
    DISCORD_API_URL: `http://127.0.0.1:${await freePort()}/api`,
  };
  const process = startBot(env, [
    "--import",
    `data:text/javascript,${encodeURIComponent(atOnce)}`,
    path.resolve("dist/bundle/main.js"),
  ]);
  ends.push(() => process.end("SIGKILL"));
  expect(await process.end()).toBe(0);
});
