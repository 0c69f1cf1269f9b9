import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../free-port.ts";
import { startBot } from "../programs/bot-process.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord/discord.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { openStore } from "../../src/store/open.ts";
import { readKeys } from "../../src/store/keys.ts";
import { createDatabase, freshKey, query } from "./database.ts";
import { count, type After, type Drill } from "./drill.ts";
import { until } from "./until.ts";

/** As in the plan: servers of thirty channels. */
const [fewGuilds, manyGuilds, channels] = [10, 1_510, 30] as const;
const [answers, messages, rows] = [2_000, 10_000, 20_000] as const;
const atOnce = 10;

interface Look {
  readonly memory: number;
  readonly cpu: number;
}

interface Measured {
  look(): Promise<Look>;
}

/** What the plan for many servers rests on: memory for a server, processor time for an answer and a message, rows. */
export const capacity: Drill = async (after) => {
  const [few, many] = [await idleMemory(fewGuilds, after), await idleMemory(manyGuilds, after)];
  const perGuild = (many - few) / (manyGuilds - fewGuilds) / 1024;
  const gateway = await onDiscord("gateway", after);
  const http = await onDiscord("http", after);
  const slack = await onSlack(after);
  const store = await inStore(after);
  const us = (seconds: number) => `${Math.round(seconds * 1e6)} us`;
  return {
    passed: true,
    figure: [
      `a process ${Math.round(few / 2 ** 20)} MiB and ${perGuild.toFixed(1)} KiB a server`,
      `processor time: ${us(gateway.answer)} an answer on Discord's gateway, ${us(http.answer)} over HTTP, ${us(slack)} on Slack over HTTP, ${us(gateway.message)} a message that is not for it`,
      `${count(Math.round(store.rate))} claims a second on one PostgreSQL, ${store.claim} bytes a claim, ${store.settings} bytes for settings, ${store.installation} bytes for an installation`,
    ].join("; "),
  };
};

async function start(
  env: Readonly<Record<string, string>>,
  isConnected: () => boolean,
  after: After,
): Promise<Measured> {
  const healthPort = await freePort();
  const bot = startBot({ ...env, HEALTH_PORT: String(healthPort), LOG_LEVEL: "error" });
  after(() => bot.end("SIGKILL"));
  await until(isConnected, "the bot is not connected");
  return {
    async look() {
      const text = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text();
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
      return {
        memory: value("process_resident_memory_bytes"),
        cpu: value("process_cpu_seconds_total"),
      };
    },
  };
}

const guildsOf = (number: number) =>
  Array.from({ length: number }, (_, guild) => ({
    id: String(1_170_000_000_000_000_000n + BigInt(guild) * 1_000n),
    channels: Array.from({ length: channels }, (__, channel) => ({
      id: String(1_170_000_000_000_000_001n + BigInt(guild) * 1_000n + BigInt(channel)),
      name: `channel-${channel}`,
    })),
  }));

async function idleMemory(guilds: number, after: After): Promise<number> {
  const discord = await startDiscord({ guilds: guildsOf(guilds) });
  after(() => discord.stop());
  const bot = await start(
    { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_REGISTER: "off" },
    () => discord.gateway.identified !== undefined,
    after,
  );
  // Until every server has come in, and what that left has been collected.
  await pause(8_000);
  return (await bot.look()).memory;
}

async function onDiscord(way: "gateway" | "http", after: After) {
  const discord = await startDiscord();
  after(() => discord.stop());
  const port = await freePort();
  const bot = await start(
    {
      ...(await database(after)),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...(way === "http"
        ? { DISCORD_PUBLIC_KEY: discord.endpoint.publicKey, DISCORD_GATEWAY: "off", PORT: String(port) }
        : {}),
    },
    () => way === "http" || discord.gateway.identified !== undefined,
    after,
  );
  if (way === "http") {
    discord.deliverTo(`http://127.0.0.1:${port}/discord/interactions`);
    await until(async () => (await discord.slash("help")).answered, "no answer over HTTP");
  }
  const answer = await processorTime(bot, answers, () => ask(discord));
  const message =
    way === "http"
      ? 0
      : await processorTime(bot, messages, async (index) => {
          discord.say("nothing to see here, just people talking", { user: { id: String(9_000 + index) } });
          if (index % 100 === 0) await pause(5);
        });
  return { answer, message };
}

async function ask(discord: DiscordStandIn): Promise<void> {
  const { answered } = await discord.slash("define", { term: "model-weights" });
  if (!answered) throw new Error("a command on Discord was not answered");
}

async function onSlack(after: After): Promise<number> {
  const port = await freePort();
  const slack = await startSlack({ eventsUrl: `http://127.0.0.1:${port}/slack/events` });
  after(() => slack.stop());
  const bot = await start(
    {
      ...(await database(after)),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    },
    () => slack.callsOf("auth.test").length > 0,
    after,
  );
  await until(async () => (await slack.command("/openness", "help")).by === "ack", "no answer on Slack");
  return processorTime(bot, answers, async () => {
    const { by } = await slack.command("/define", "model-weights");
    if (by !== "ack") throw new Error("a command on Slack was not answered");
  });
}

/** Seconds of the bot's processor for each of so many, several at once. */
async function processorTime(
  bot: Measured,
  number: number,
  act: (index: number) => Promise<void>,
): Promise<number> {
  const before = await bot.look();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < number) await act((next += 1));
    }),
  );
  // What was sent without waiting for an answer is still under way.
  await pause(1_000);
  return ((await bot.look()).cpu - before.cpu) / number;
}

async function database(after: After) {
  return { DATABASE_URL: await createDatabase(after), STORE_KEYS: freshKey() };
}

async function inStore(after: After) {
  const databaseUrl = await createDatabase(after);
  const store = await openStore({ databaseUrl, folder: "", keys: readKeys(freshKey()) }, () => {});
  const started = performance.now();
  let next = 0;
  const each = async (work: (index: number) => Promise<unknown>) => {
    next = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < rows) await work((next += 1));
      }),
    );
  };
  await each((index) => store.claim([`event ${index}`]));
  const rate = rows / ((performance.now() - started) / 1000);
  const community = (index: number) => ({ adapter: "slack", id: `T${index}` });
  await each((index) => store.change(community(index), undefined, { language: "de", mode: "questions" }));
  // About as long as what is kept of a workspace.
  const installation = JSON.stringify({ token: `xoxb-${"1".repeat(50)}`, about: "x".repeat(200) });
  await each((index) => store.install(community(index), installation));
  await store.close();
  const bytes = async (table: string) => {
    const [size] = await query(databaseUrl, `select pg_total_relation_size('${table}') as bytes`);
    return Math.round(Number(size?.["bytes"]) / rows);
  };
  return {
    rate,
    claim: await bytes("claims"),
    settings: await bytes("settings"),
    installation: await bytes("installations"),
  };
}
