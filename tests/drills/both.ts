import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { freePort } from "../free-port.ts";
import { type BotProcess, startBot } from "../programs/bot-process.ts";
import { type DiscordOptions, type DiscordStandIn, startDiscord } from "../stand-ins/discord/discord.ts";
import { type SlackStandIn, type SlackStandInOptions, startSlack } from "../stand-ins/slack/slack.ts";
import type { After } from "./drill.ts";
import { until } from "./until.ts";

/** One process on both platforms: on Discord's gateway and on Slack's sockets, or both over HTTP. */
export interface Both {
  readonly discord: DiscordStandIn;
  readonly slack: SlackStandIn;
  readonly healthPort: number;
  /** Where both call over HTTP. */
  readonly port: number;
  /** The one that was started last. */
  readonly bot: BotProcess;
  /** One more, with the same environment and more; does not wait for it. */
  start(more?: Readonly<Record<string, string>>): void;
  readonly isReady: () => Promise<boolean>;
}

export interface BothOptions {
  readonly discord?: DiscordOptions;
  readonly slack?: SlackStandInOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly over?: "sockets" | "http";
  /** What Node is given, instead of just the bot. */
  readonly given?: readonly string[];
}

/** Both stand-ins and a process that is ready. */
export async function startBoth(after: After, options: BothOptions = {}): Promise<Both> {
  const both = await prepareBoth(after, options);
  both.start();
  await until(both.isReady, "the bot is not ready");
  return both;
}

/** The same with no process yet. */
export async function prepareBoth(after: After, options: BothOptions = {}): Promise<Both> {
  const { over = "sockets", env, given } = options;
  const [discord, slack] = await Promise.all([
    startDiscord(options.discord),
    startSlack({ subscriptions: ["app_mention"], ...options.slack }),
  ]);
  after(() => Promise.all([discord.stop(), slack.stop()]));
  const [port, healthPort] = [await freePort(), await freePort()];
  if (over === "http") {
    discord.deliverTo(`http://127.0.0.1:${port}/discord/interactions`);
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  }
  const usual = {
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    HEALTH_PORT: String(healthPort),
    LOG_LEVEL: "warn",
    ...(over === "http"
      ? {
          DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
          DISCORD_GATEWAY: "off",
          SLACK_SIGNING_SECRET: slack.signingSecret,
          PORT: String(port),
        }
      : { DISCORD_TOKEN: discord.token, DISCORD_REGISTER: "off", SLACK_APP_TOKEN: slack.appToken }),
    ...env,
  };
  let bot: BotProcess | undefined;
  return {
    discord,
    slack,
    port,
    healthPort,
    get bot() {
      if (bot === undefined) throw new Error("no process was started");
      return bot;
    },
    start(more = {}) {
      const started = startBot({ ...usual, ...more }, given);
      bot = started;
      after(() => started.end("SIGKILL"));
    },
    isReady: () =>
      fetch(`http://127.0.0.1:${healthPort}/readyz`, { headers: { connection: "close" } }).then(
        ({ ok }) => ok,
        () => false,
      ),
  };
}

/** Resident memory in MiB. */
export function memoryOf({ pid }: BotProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

/** How many files, pipes and sockets a process has open, and how many of them are sockets. */
export function handlesOf({ pid }: BotProcess): { readonly all: number; readonly sockets: number } {
  const folder = `/proc/${pid}/fd`;
  const targets = readdirSync(folder).map((name) => {
    try {
      return readlinkSync(`${folder}/${name}`);
    } catch {
      // Closed since it was listed.
      return "";
    }
  });
  return {
    all: targets.filter((target) => target !== "").length,
    sockets: targets.filter((target) => target.startsWith("socket:")).length,
  };
}
