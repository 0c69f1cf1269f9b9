import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { intents } from "../stand-ins/discord/intents.ts";
import { discordPerson } from "./asking.ts";
import { handlesOf, memoryOf, startBoth, type Both } from "./both.ts";
import { count, type Drill } from "./drill.ts";

/** The warm-up is as long as the bot needs to fill what it remembers of events. */
const [messages, people, warmUp] = [200_000, 100_000, 120_000] as const;
/** Every so manieth message comes over Slack, and asks something. */
const [slackShare, questionShare] = [10, 50] as const;
const batch = 500;
/** MiB of live objects that may come in after the warm-up. */
const mostGrowth = 10;

const chatter = [
  "did anyone see the match last night",
  "lunch at one?",
  "the build is green again, thanks",
  "wer kommt morgen mit ins Kino?",
  "can somebody look at my pull request",
  "is it raining where you are?",
  "haha yes",
] as const;
const questions = [
  "is grok really open source?",
  "what are model weights?",
  "is llama open source?",
] as const;

/** Many people talk for long where questions are listened for: nothing may pile up. */
export const soak: Drill = async (after) => {
  // Collects all that can be collected before it looks, so that what is left is what is held.
  const probe = path.join(path.dirname(fileURLToPath(import.meta.url)), "heap-probe.js");
  const both = await startBoth(after, {
    discord: { intentsAllowed: intents.unprivileged | intents.messageContent },
    slack: { subscriptions: ["app_mention", "message.channels"] },
    env: { DISCORD_OVERHEAR: "*", SLACK_OVERHEAR: "*" },
    given: ["--expose-gc", "--import", pathToFileURL(probe).href, path.resolve("dist/bundle/main.js")],
  });
  await talk(both, 0, warmUp);
  const start = await look(both);
  await talk(both, warmUp, messages);
  const end = await look(both);
  const growth = end.heap - start.heap;
  const answers = both.discord.calls.filter(({ path: to }) => to.endsWith("/messages")).length;
  return {
    passed:
      growth < mostGrowth && end.handles <= start.handles + 2 && both.bot.exitCode === null && answers > 0,
    figure:
      `${count(messages)} messages from ${count(people)} people, ${count(answers)} answered unasked on Discord: live objects ` +
      `${start.heap.toFixed(1)} MiB after the first ${count(warmUp)}, ${end.heap.toFixed(1)} MiB at the end; open handles ` +
      `${start.handles} and ${end.handles}; resident ${Math.round(start.resident)} and ${Math.round(end.resident)} MiB`,
  };
};

/** Discord hands over without waiting; a command in between is answered after all that came before it. */
async function talk({ discord, slack }: Both, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += batch) {
    const saying: Promise<unknown>[] = [];
    for (let index = first; index < first + batch; index += 1) {
      const said = textOf(index);
      const person = index % people;
      const where = index % 200;
      if (index % slackShare === 0)
        saying.push(slack.say(said, { user: `U${person}`, channel: `C${where}` }));
      else
        discord.say(said, {
          ...discordPerson(person),
          channel: String(1_180_000_000_000_000_000n + BigInt(where)),
        });
    }
    await Promise.all([...saying, discord.slash("help")]);
  }
}

/** Nobody says the same twice. */
function textOf(index: number): string {
  if (index % questionShare === 1) return questions[((index / questionShare) | 0) % questions.length] ?? "";
  return `${chatter[index % chatter.length]} ${randomUUID().slice(0, 8)}`;
}

async function look({ bot }: Both) {
  await pause(2_000);
  const handles = handlesOf(bot).all;
  const resident = memoryOf(bot);
  const asked = bot.printed.split("heap: ").length;
  process.kill(bot.pid, "SIGUSR2");
  while (bot.printed.split("heap: ").length === asked) await pause(50);
  const said = bot.printed.split("heap: ").at(-1) ?? "";
  return { heap: Number.parseInt(said, 10) / 2 ** 20, handles, resident };
}
