import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { startBot } from "./bot-process.ts";

const ends: (() => Promise<unknown>)[] = [];
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

