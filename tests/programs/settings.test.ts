import { afterEach, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord, type DiscordOptions } from "../stand-ins/discord/discord.ts";
import { intents } from "../stand-ins/discord/intents.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { startBot } from "./bot-process.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function openDiscord(options?: DiscordOptions) {
  const discord = await startDiscord(options);
  ends.push(() => discord.stop());
  return { discord, env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl } };
}

async function openSlack() {
  const slack = await startSlack();
  ends.push(() => slack.stop());
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
  };
  return { slack, env };
}

function start(env: Readonly<Record<string, string>>) {
  const bot = startBot(env);
  ends.push(() => bot.end("SIGKILL"));
  return bot;
}

const question = "is grok really open source?";

test("Slack calls over HTTP, under the command's other name, and is listened to where that is switched on", async () => {
  const { slack, env } = await openSlack();
  const settings = { SLACK_OVERHEAR: "C0GENERAL", SLACK_COMMAND_OPENNESS: "/offen", DEFAULT_LANGUAGE: "de" };
  const bot = start({ ...env, ...settings });
  await bot.says("Slack: connected");
  const { by, payload } = await slack.command("/offen", "grok-1");
  expect(by).toBe("ack");
  expect(JSON.stringify(payload)).toContain("Hilfreich");
  expect(JSON.stringify((await slack.command("/offen", "")).payload)).toContain("/offen");
  const elsewhere = await slack.say(question, { channel: "C0OTHER" });
  await slack.nextReply(await slack.say(question, { channel: "C0GENERAL" }));
  const mention = await slack.mention(`<@${slack.botUser}> llama`, { channel: "C0OTHER" });
  expect(JSON.stringify((await slack.nextReply(mention)).body)).toContain("Hilfreich");
  expect(slack.replies(elsewhere)).toEqual([]);
  expect(slack.socketsOpened).toBe(0);
  expect(await bot.end("SIGTERM")).toBe(0);
});

test("Discord is listened to where that is switched on, in the usual language, without registering", async () => {
  const { discord, env } = await openDiscord({
    intentsAllowed: intents.unprivileged | intents.messageContent,
  });
  const settings = { DISCORD_OVERHEAR: discord.channelId, DISCORD_REGISTER: "off", DEFAULT_LANGUAGE: "de" };
  const bot = start({ ...env, ...settings });
  await bot.says("discord: connected");
  const other = { channel: "1170000000000000099" };
  const elsewhere = discord.say(question, other);
  await discord.nextReply(discord.say(question));
  const mention = discord.say(`<@${discord.botId}> llama`, other);
  expect(JSON.stringify((await discord.nextReply(mention)).json)).toContain("Hilfreich");
  expect(discord.replies(elsewhere)).toEqual([]);
  expect(discord.calls.filter(({ path }) => path.includes("/commands"))).toEqual([]);
  expect(await bot.end("SIGTERM")).toBe(0);
});

test("with a server named, Discord's commands are registered there and nowhere else", async () => {
  const { discord, env } = await openDiscord();
  const bot = start({ ...env, DISCORD_GUILD_ID: discord.guildId });
  const commands = await discord.until(
    () => discord.commands.guilds.get(discord.guildId),
    "commands",
    20_000,
  );
  expect(commands.map(({ name }) => name)).toContain("openness");
  expect(await bot.end("SIGTERM")).toBe(0);
  expect(discord.commands.global).toEqual([]);
});

test("a port that is taken is one line naming its variable, while Discord goes on", async () => {
  const { env } = await openSlack();
  const { discord, env: onDiscord } = await openDiscord();
  const port = new URL(discord.apiUrl).port;
  const bot = start({ ...env, ...onDiscord, PORT: port });
  await bot.says(`slack: PORT: port ${port} is taken by another program; choose a free one.`);
  await discord.until(
    () => discord.commands.global.find(({ name }) => name === "openness"),
    "commands",
    20_000,
  );
  expect((await discord.slash("openness", { model: "grok-1" })).answered).toBe(true);
  expect(await bot.end("SIGTERM")).toBe(0);
  expect(bot.printed.match(/\bPORT\b/g)).toHaveLength(1);
});
