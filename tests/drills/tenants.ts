import { setTimeout as pause } from "node:timers/promises";
import { startBot } from "../programs/bot-process.ts";
import { phrases } from "../../src/phrases.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord/discord.ts";
import { intents } from "../stand-ins/discord/intents.ts";
import { createDatabase, freshKey, query } from "./database.ts";
import type { Drill } from "./drill.ts";
import { until } from "./until.ts";

interface Tenant {
  readonly guild: string;
  readonly channel: string;
  readonly language: "en" | "de";
  readonly mode: "mentions" | "questions";
}

const first: Tenant = {
  guild: "1170000000000000011",
  channel: "1170000000000000012",
  language: "de",
  mode: "questions",
};
const other: Tenant = {
  guild: "1170000000000000021",
  channel: "1170000000000000022",
  language: "en",
  mode: "mentions",
};
const tables = ["settings", "quiet", "questions"] as const;
/** Milliseconds in which an answer that must not come would have come, and how often everything is asked. */
const [settling, rounds] = [1_500, 5] as const;

/** Two servers on one process decide differently; when the bot is removed from one, the other notices nothing. */
export const tenants: Drill = async (after) => {
  const discord = await startDiscord({
    guilds: [first, other].map(({ guild, channel }) => ({ id: guild, channels: [{ id: channel }] })),
    intentsAllowed: intents.unprivileged | intents.messageContent,
  });
  after(() => discord.stop());
  const url = await createDatabase(after);
  const bot = startBot({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    // Listens, but to no channel unless somebody there decides so.
    DISCORD_OVERHEAR: "1",
    DATABASE_URL: url,
    STORE_KEYS: freshKey(),
    LOG_LEVEL: "warn",
  });
  after(() => bot.end("SIGKILL"));
  await bot.says("discord: connected");
  await discord.until(
    () => discord.commands.global.find(({ name }) => name === "settings"),
    "its commands",
    20_000,
  );

  const saved = await Promise.all([first, other].map((tenant) => decide(discord, tenant)));
  for (const { guild, channel } of [first, other]) {
    // Somebody who is left alone, and a question without an answer.
    await discord.slash("settings", { action: "quiet" }, { guild, channel, user: { id: "301" } });
    await discord.slash("ask", { question: "how tall is a giraffe" }, { guild, channel });
  }
  const rowsOf = async () => {
    const found = await Promise.all(
      tables.map((table) => query(url, `select * from ${table} order by community`)),
    );
    return found.flatMap((rows, index) => rows.map((row) => JSON.stringify([tables[index], row])));
  };
  await until(
    async () => (await rowsOf()).length === 2 * tables.length,
    "what was decided is not in the database",
  );
  const wrong = [];
  for (let round = 0; round < rounds; round += 1)
    wrong.push(...(await Promise.all([first, other].map((tenant) => faultsOf(discord, tenant, round)))));
  const kept = await rowsOf();
  discord.removeFrom(first.guild);
  await until(
    async () => (await rowsOf()).length <= tables.length,
    "what is kept of a server that is left stays",
    10_000,
  );
  const left = await rowsOf();
  wrong.push(await faultsOf(discord, other, rounds));
  const settings = left.filter(
    (row) => row.includes(`"${other.language}"`) && row.includes(`"${other.mode}"`),
  );
  const untouched = left.filter((row) => kept.includes(row)).length;
  const faults = wrong.reduce((sum, one) => sum + one, 0);
  return {
    passed:
      !saved.includes(false) &&
      faults === 0 &&
      untouched === tables.length &&
      left.length === untouched &&
      settings.length === 1,
    figure:
      `2 servers, ${rounds} rounds: ${faults} answers in the wrong language or mode; ` +
      `after one is left ${left.length - untouched} of its ${kept.length - tables.length} rows are there, and ${untouched} of ${tables.length} of the other's`,
  };
};

/** Through the window that whoever manages a server gets. */
async function decide(discord: DiscordStandIn, { guild, channel, language, mode }: Tenant): Promise<boolean> {
  const manager = { guild, channel, user: { id: "300" }, permissions: "32" };
  const opened = await discord.slash("settings", {}, manager);
  const chosen = { where: "community", language, mode, collect: "yes" };
  const { message } = await discord.submit(opened, chosen, manager);
  return message.text.includes(phrases.en.settings.saved);
}

/** How many of three answers are not as this server has decided. Every time another person, in another channel. */
async function faultsOf(
  discord: DiscordStandIn,
  { guild, language, mode }: Tenant,
  round: number,
): Promise<number> {
  const who = { guild, channel: `${guild}${round}`, user: { id: `${400 + round}` } };
  // A name alone is in no language.
  const mention = discord.say(`<@${discord.botId}> llama`, who);
  const asked = discord.say("is grok really open source?", who);
  const reply = await discord.nextReply(mention, 5_000).catch(() => undefined);
  const isRightLanguage = JSON.stringify(reply?.json ?? "").includes(phrases[language].card.helpful);
  const command = await discord.slash("openness", { model: "grok-1" }, who);
  await pause(settling);
  const isHeard = discord.replies(asked).length === 1;
  return [isRightLanguage, command.answered, isHeard === (mode === "questions")].filter((fine) => !fine)
    .length;
}
