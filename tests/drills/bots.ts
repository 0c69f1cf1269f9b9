import { setTimeout as pause } from "node:timers/promises";
import { startBot } from "../programs/bot-process.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord/discord.ts";
import { intents } from "../stand-ins/discord/intents.ts";
import { discordPerson } from "./asking.ts";
import type { After, Drill } from "./drill.ts";
import { until } from "./until.ts";

/** Milliseconds of talk, and between two messages. */
const [talk, rhythm] = [20_000, 1_500] as const;

const asked = [
  "is grok really open source?",
  "what are model weights?",
  "is llama open source?",
  "what is open washing?",
  "is mistral open source?",
  "what is a licence?",
  "is deepseek open source?",
] as const;

interface Seat {
  readonly discord: DiscordStandIn;
  /** The id of each message in the channel, and what it was. */
  readonly heard: Map<string, "person" | "bot">;
}

/** Two bots of this kind and a webhook in one channel, where questions are answered unasked. */
export const bots: Drill = async (after) => {
  const seats = await Promise.all([join(after), join(after)]);
  // A message of one bot reaches the other as a message of a bot.
  const passedOn = new Set<string>();
  const passOn = () => {
    for (const [index, from] of seats.entries()) {
      const to = seats[1 - index];
      for (const { path, body } of from.discord.calls) {
        const reply = JSON.stringify(body);
        if (to === undefined || !path.endsWith("/messages") || passedOn.has(reply)) continue;
        passedOn.add(reply);
        // A question, to the other one by name: the worst that a bot could say.
        hear(to, `<@${to.discord.botId}> ${asked[0]} ${reply.slice(0, 200)}`, "bot", {
          bot: true,
          user: { id: "900000000000000001", username: "other" },
        });
      }
    }
  };
  const end = performance.now() + talk;
  for (let index = 0; performance.now() < end; index += 1) {
    const said = asked[index % asked.length] ?? "";
    for (const seat of seats) {
      const text = index % 3 === 2 ? `<@${seat.discord.botId}> ${said}` : said;
      hear(seat, text, "person", discordPerson(index));
      hear(seat, `<@${seat.discord.botId}> ${said}`, "bot", {
        webhook: true,
        user: { id: "900000000000000002", username: "hook" },
      });
    }
    await pause(rhythm);
    passOn();
  }
  await pause(rhythm);
  const counts = seats.map(({ discord, heard }) => {
    const to = (kind: "person" | "bot") =>
      [...heard].filter(([, one]) => one === kind).map(([id]) => discord.replies({ id }).length);
    return { people: to("person"), bots: to("bot") };
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const most = Math.max(...counts.flatMap(({ people }) => people));
  const toBots = sum(counts.flatMap((one) => one.bots));
  const answers = sum(counts.flatMap(({ people }) => people));
  return {
    passed: most === 1 && toBots === 0 && passedOn.size > 0,
    figure:
      `two bots and a webhook in one channel for ${talk / 1000} s: ${counts[0]?.people.length} messages of people, ${answers} ` +
      `answers, at most ${most} to one message by each bot; ${sum(counts.map((one) => one.bots.length))} messages of bots and ` +
      `webhooks, ${toBots} answers`,
  };
};

async function join(after: After): Promise<Seat> {
  const discord = await startDiscord({ intentsAllowed: intents.unprivileged | intents.messageContent });
  after(() => discord.stop());
  const bot = startBot({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_OVERHEAR: "*",
    DISCORD_REGISTER: "off",
    LOG_LEVEL: "error",
  });
  after(() => bot.end("SIGKILL"));
  await until(() => discord.gateway.identifies > 0, "a bot does not connect");
  await until(async () => (await discord.slash("help")).answered, "a bot does not answer");
  return { discord, heard: new Map() };
}

function hear(
  { discord, heard }: Seat,
  text: string,
  kind: "person" | "bot",
  who: Parameters<DiscordStandIn["say"]>[1],
): void {
  heard.set(discord.say(text, who).id, kind);
}
