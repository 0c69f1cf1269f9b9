import type { RequestListener } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { readShards } from "./adapters/discord/shards.ts";
import type { SlackOptions } from "./adapters/slack/slack.ts";
import type { Adapter, Bot } from "./chat.ts";
import type { Environment } from "./env-schema.ts";
import { type AdapterState, startHealth } from "./health.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { createPage, type PageParts } from "./page.ts";
import { createPictures, type Pictures } from "./picture/picture.ts";
import { pictureRoute, servePicture } from "./picture/serve.ts";
import { createFront, type Front } from "./serve.ts";
import { guardStore } from "./store/guard.ts";
import { isLasting, openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";
import { startUpkeep } from "./store/upkeep.ts";
import { watchVitals } from "./vitals.ts";
import { warmUp } from "./warm-up.ts";

/** What has to be waited for goes first: connecting, then those who ask at once; in milliseconds. */
const headStart = 1_000;
/**
 * Milliseconds in which everything is still taken after `/readyz` has turned: whoever routes by it needs a moment to see it.
 * Without health nobody does, and an end takes no longer than what is being answered.
 */
const farewell = 3_000;

/**
 * Runs the platforms that are configured until they have ended or `stopped` is aborted, and finishes what is being
 * answered, within 15 s. One that fails leaves the others answering. `prepare` opens the knowledge, once the first is connected.
 * False when each of them needs a person to mend something; what, has been printed.
 */
export async function runPlatforms(
  env: Environment,
  {
    bot,
    catalogue,
    log,
    metrics,
    redact,
  }: Pick<PageParts, "bot" | "catalogue" | "log"> & {
    readonly metrics: Metrics;
    /** For what is printed. */
    readonly redact: (text: string) => string;
  },
  prepare: () => void,
  stopped: AbortSignal,
): Promise<boolean> {
  const front = createFront({ host: env.HOST, port: env.PORT });
  const tell = (line: string) => console.log(redact(line));
  const complain = (name: string, error: unknown) =>
    console.error(redact(`${name}: ${error instanceof Error ? error.message : String(error)}`));
  const pictures = createPictures(log);
  const publicUrl = await servePictures(env, front, bot, pictures, complain);
  const store = keepStore(env, log, metrics, tell);
  const upkeep = startUpkeep(store);
  const adapters = [
    ...(await openPlatforms(
      env,
      { pictures, publicUrl, store, processes: () => upkeep.processes(), log, metrics },
      front,
      tell,
    )),
    ...(env.PAGE === "on" ? [createPage(env, { bot, catalogue, publicUrl, log }, front, tell)] : []),
  ];
  const failed = new Set<string>();
  let prepared = false;
  const health = await openHealth(env, metrics, () =>
    adapters.map((adapter) => {
      const { ready, detail } = stopped.aborted ? { ready: false, detail: "ending" } : adapter.health();
      return { name: adapter.name, ready: ready && prepared, detail, failed: failed.has(adapter.name) };
    }),
  );
  // The libraries start work of their own in timers; what goes wrong there must not end the other platform.
  process.on("unhandledRejection", (error) =>
    log.error({ err: error }, "a library failed in the background"),
  );
  const started = adapters.map((adapter) => adapter.start(bot));
  const ended = Promise.all(
    adapters.map(async (adapter, index) => {
      try {
        await started[index];
        await adapter.done;
      } catch (error) {
        failed.add(adapter.name);
        complain(adapter.name, error);
      }
    }),
  );
  const signal = new Promise<void>((resolve) => {
    // It may have come while the libraries were loaded.
    if (stopped.aborted) resolve();
    stopped.addEventListener("abort", () => resolve());
  });
  const over = Promise.race([ended, signal]);
  try {
    const connected = Promise.any(started).catch(() => over);
    await Promise.race([connected, over, pause(headStart)]);
    prepare();
    prepared = true;
    // Answers leave much short-lived garbage, for which V8 would rather double the memory than collect it.
    setFlagsFromString("--optimize-for-size");
    // Whoever has waited for the start goes first.
    const isOver = await Promise.race([over.then(() => true), pause(headStart, false)]);
    if (!isOver)
      await warmUp(bot).catch((error: unknown) => log.error({ err: error }, "the search is not ready yet"));
    await over;
  } finally {
    front.drain();
    if (health !== undefined && stopped.aborted) await pause(farewell);
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    upkeep.stop();
    await front.stop();
    await store.close();
    // Last, so that nobody takes the process for dead while it still answers.
    await health?.stop();
  }
  return failed.size < adapters.length;
}

/** Nothing where it is off. */
async function openHealth(
  { HEALTH_HOST: host, HEALTH_PORT: port }: Environment,
  metrics: Metrics,
  states: () => readonly AdapterState[],
): Promise<{ stop(): Promise<void> } | undefined> {
  if (port === undefined) return undefined;
  const vitals = watchVitals();
  const server = await startHealth({ host, port }, states, () => metrics.text() + vitals.text());
  return {
    async stop() {
      vitals.stop();
      await server.stop();
    },
  };
}

/** Where settings are kept. Opened in the background: answers wait for it as little as for a store that is down. */
function keepStore(env: Environment, log: Log, metrics: Metrics, tell: (line: string) => void): Store {
  const where = { databaseUrl: env.DATABASE_URL, folder: env.DATA_DIR, keys: env.STORE_KEYS };
  if (!isLasting(where))
    tell(
      "Settings, and what workspaces install, are kept until a restart only: for longer, use Node 22.13 or newer, or set DATABASE_URL.",
    );
  const onTrouble = (error: Error) => log.info({ cause: error.message }, "the database closed a connection");
  return guardStore(() => openStore(where, onTrouble), {
    log,
    onError: (operation) => metrics.storeError(operation),
  });
}

/** Where platforms can fetch pictures; nothing when none needs to, or when the port cannot be opened, which is printed. */
async function servePictures(
  { PUBLIC_BASE_URL: base, SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: client }: Environment,
  front: Front,
  bot: Bot,
  pictures: Pictures,
  complain: (name: string, error: unknown) => void,
): Promise<string | undefined> {
  if (base === undefined || (token ?? client) === undefined) return undefined;
  try {
    await front.serve(pictureRoute, servePicture(bot, pictures));
    return base;
  } catch (error) {
    complain("pictures", error);
    return undefined;
  }
}

interface Parts {
  readonly pictures: Pictures;
  readonly publicUrl: string | undefined;
  readonly store: Store;
  readonly processes: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The adapters of the platforms that are configured. Only their libraries are loaded: each costs a quarter second. */
async function openPlatforms(
  env: Environment,
  { pictures, publicUrl, ...parts }: Parts,
  front: Front,
  tell: (line: string) => void,
): Promise<readonly Adapter[]> {
  const shared = { ...parts, language: env.DEFAULT_LANGUAGE, tell };
  const adapters: Adapter[] = [];
  const { DISCORD_PUBLIC_KEY: publicKey, SHARDS: shards, SHARD_COUNT: shardCount } = env;
  if (env.DISCORD_TOKEN !== undefined || publicKey !== undefined) {
    const { createDiscord } = await import("./adapters/discord/discord.ts");
    adapters.push(
      createDiscord({
        ...shared,
        pictures,
        token: env.DISCORD_TOKEN,
        gateway: env.DISCORD_GATEWAY,
        shards: shards === undefined || shardCount === undefined ? undefined : readShards(shards, shardCount),
        http:
          publicKey === undefined
            ? undefined
            : { publicKey, serve: (route, listener) => front.serve(route, listener) },
        apiUrl: env.DISCORD_API_URL,
        guild: env.DISCORD_GUILD_ID,
        register: env.DISCORD_REGISTER,
        overhear: env.DISCORD_OVERHEAR,
      }),
    );
  }
  if ((env.SLACK_BOT_TOKEN ?? env.SLACK_CLIENT_ID) !== undefined) {
    const { createSlack } = await import("./adapters/slack/slack.ts");
    adapters.push(
      createSlack({
        ...shared,
        connection: slackConnection(env, front),
        apiUrl: env.SLACK_API_URL,
        publicUrl,
        commandNames: { openness: env.SLACK_COMMAND_OPENNESS, define: env.SLACK_COMMAND_DEFINE },
        overhear: env.SLACK_OVERHEAR,
      }),
    );
  }
  return adapters;
}

/** A bot token wins over a client id, and an app token over HTTP; the environment was only accepted with whole sets. */
function slackConnection(env: Environment, front: Front): SlackOptions["connection"] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret = "" } = env;
  if (botToken !== undefined && appToken !== undefined) return { kind: "socket", botToken, appToken };
  const door = {
    signingSecret: secret,
    serve: (route: string, listener: RequestListener, patience?: number) =>
      front.serve(route, listener, patience),
  };
  if (botToken !== undefined) return { kind: "http", botToken, ...door };
  return {
    kind: "oauth",
    ...door,
    clientId: env.SLACK_CLIENT_ID ?? "",
    clientSecret: env.SLACK_CLIENT_SECRET ?? "",
    stateSecret: env.SLACK_STATE_SECRET ?? "",
    baseUrl: env.PUBLIC_BASE_URL ?? "",
  };
}
