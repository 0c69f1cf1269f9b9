import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../free-port.ts";
import { startBot } from "../programs/bot-process.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord/discord.ts";
import type { After, Drill } from "./drill.ts";
import { until } from "./until.ts";

interface Way {
  readonly name: string;
  readonly lose: (discord: DiscordStandIn) => unknown;
  /** A session that Discord still knows is resumed, which loses nothing. */
  readonly back: "resumed" | "anew";
}

/** Milliseconds until a command is answered again. Discord allows one IDENTIFY in five seconds. */
const limit = { resumed: 1_500, anew: 8_000 } as const;
const refusing = 6_000;

const closed = (back: Way["back"], ...codes: readonly number[]): readonly Way[] =>
  codes.map((code) => ({ name: `close ${code}`, lose: (discord) => discord.closeGateway(code), back }));

/** The ways that end for good, such as 4004, are in the tests; so are heartbeats that stay away, which take two minutes. */
const ways: readonly Way[] = [
  ...closed("resumed", 4000, 4001, 4002, 4008),
  ...closed("anew", 1000, 1001, 4003, 4005, 4007, 4009),
  { name: "op 7", lose: (discord) => discord.reconnect(), back: "resumed" },
  { name: "op 9, resumable", lose: (discord) => discord.invalidate(true), back: "resumed" },
  { name: "op 9", lose: (discord) => discord.invalidate(false), back: "anew" },
  { name: "reset", lose: (discord) => discord.dropSockets(), back: "resumed" },
  {
    name: "resume refused",
    lose(discord) {
      discord.forgetSessions();
      discord.dropSockets();
    },
    back: "anew",
  },
  { name: `unreachable for ${refusing / 1000} s`, lose: (discord) => discord.refuse(refusing), back: "anew" },
];
const bots = 4;

interface Outcome {
  readonly way: Way;
  readonly ms: number;
  readonly identifies: number;
  readonly isBack: boolean;
}

/** Every way in which Discord's gateway can be lost and comes back. */
export const codes: Drill = async (after) => {
  const outcomes = (
    await Promise.all(
      Array.from({ length: bots }, (_, index) =>
        lose(
          ways.filter((__, way) => way % bots === index),
          after,
        ),
      ),
    )
  ).flat();
  const slowest = (back: Way["back"]) =>
    Math.max(...outcomes.filter(({ way }) => way.back === back).map(({ ms }) => ms));
  const wrong = outcomes.filter(
    ({ way, ms, identifies, isBack }) => !isBack || ms > limit[way.back] || identifies > 1,
  );
  return {
    passed: wrong.length === 0,
    figure: [
      `${outcomes.length} ways to lose the gateway: ${outcomes.length - wrong.length} as they should be`,
      `an answer after ${(slowest("resumed") / 1000).toFixed(1)} s at most where the session is resumed`,
      `after ${(slowest("anew") / 1000).toFixed(1)} s where a new one is needed`,
      ...wrong.map(
        ({ way, ms, identifies, isBack }) =>
          `${way.name} ${isBack ? `${(ms / 1000).toFixed(1)} s, ${identifies} IDENTIFY` : "does not come back"}`,
      ),
    ].join("; "),
  };
};

async function lose(some: readonly Way[], after: After): Promise<readonly Outcome[]> {
  const discord = await startDiscord();
  after(() => discord.stop());
  const bot = startBot({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_REGISTER: "off",
    HEALTH_PORT: String(await freePort()),
    LOG_LEVEL: "error",
  });
  after(() => bot.end("SIGKILL"));
  await until(() => discord.gateway.identifies > 0, "the bot does not connect");
  await until(async () => (await discord.slash("help")).answered, "the bot does not answer");
  const outcomes: Outcome[] = [];
  for (const way of some) {
    // Discord allows one IDENTIFY in five seconds, and the library keeps to that.
    await pause(5_500);
    const { identifies, resumes } = discord.gateway;
    const connectedTimes = () => discord.gateway.identifies + discord.gateway.resumes;
    // Where nothing can be reached, the time counts from when it can be again.
    await way.lose(discord);
    const since = performance.now();
    const isBack = await until(
      async () => connectedTimes() > identifies + resumes && (await discord.slash("help")).answered,
      way.name,
    ).then(
      () => true,
      () => false,
    );
    const ms = performance.now() - since;
    outcomes.push({ way, ms, identifies: discord.gateway.identifies - identifies, isBack });
  }
  await bot.end("SIGKILL");
  return outcomes;
}
