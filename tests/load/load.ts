import { startDiscord, type DiscordStandIn } from "../stand-ins/discord/discord.ts";
import { startSlack, type SlackStandIn } from "../stand-ins/slack/slack.ts";
import { programs, startBot, type RunningBot } from "./bots.ts";
import { closes, duplicates, refreshes } from "./faults.ts";
import { closedLoop, openLoop, type Load } from "./drive.ts";

/**
 * `npm run load`: both platforms under load, throughput and memory beside bots that answer a constant, and the time to
 * the first answer. Everything runs on this machine, the stand-ins included; `-- 10` makes each part last 10 s (60).
 */
const seconds = Number(process.argv[2] ?? 60);
/** Each figure beside another is the median of so many, taking turns. */
const rounds = 5;

/** Stand-ins keep all they were told, so each part gets new ones: their garbage must not be measured. */
async function openStage() {
  const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
  const discordEnv = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const slackEnv = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  return { discord, slack, discordEnv, slackEnv, both: { ...discordEnv, ...slackEnv } };
}
let stage = await openStage();
async function newStage(): Promise<void> {
  await Promise.all([stage.discord.stop(), stage.slack.stop()]);
  stage = await openStage();
}

let person = 0;
/** Always another person, as in life. */
const somebody = () => `${100_000_000_000_000_000n + BigInt((person += 1) % 10_000)}`;
const askDiscord = async () => {
  const id = somebody();
  const who = { user: { id, username: `p${id}` } };
  const answer = await stage.discord.slash("openness", { model: "grok-1" }, who);
  return answer.answered ? answer.ms : undefined;
};
const askSlack = async () => {
  const answer = await stage.slack.command("/openness", "grok-1", { user: `U${somebody()}` });
  return answer.delivery === "acked" ? answer.ms : undefined;
};

/** The answer as it goes over the wire, for a bare bot to repeat. */
const cardOnDiscord = async () => (await stage.discord.slash("openness", { model: "grok-1" })).data;
const cardOnSlack = async () => (await stage.slack.command("/openness", "grok-1")).payload;

async function withBot<T>(
  program: string,
  env: Readonly<Record<string, string>>,
  firsts: readonly (() => Promise<unknown>)[],
  work: (bot: RunningBot, startMs: number) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const bot = startBot(program, env);
  await Promise.all(firsts.map((first) => first()));
  const result = await work(bot, performance.now() - started);
  await bot.stop();
  return result;
}

const first = {
  discord: async (standIn: DiscordStandIn) => {
    const before = standIn.gateway.identifies;
    await standIn.until(
      () => (standIn.gateway.identifies > before ? true : undefined),
      "a connection",
      20_000,
    );
    return standIn.slash("openness", { model: "grok-1" });
  },
  slack: async (standIn: SlackStandIn) => {
    await standIn.until(() => (standIn.openSockets > 0 ? true : undefined), 20_000);
    return standIn.command("/openness", "grok-1");
  },
};
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
/** The run whose throughput is the median. */
const middle = (runs: readonly Load[]): Load => {
  const [run] = runs.toSorted((a, b) => a.rate - b.rate).slice(runs.length >> 1);
  if (run === undefined) throw new Error("nothing was run");
  return run;
};
const ratio = (ours: number, bare: number) => (ours / bare).toFixed(2);
const row = (name: string, { rate, p50, p99, late, failed, cpu, memory }: Load) =>
  console.log(
    `${name.padEnd(22)} ${rate.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  late ${late}  failed ${failed}  ${cpu.toFixed(2)} ms CPU each  ${memory.toFixed(0)} MiB`,
  );

const onDiscord = [() => first.discord(stage.discord)];
const onSlack = [() => first.slack(stage.slack)];

console.log(`Ten at a time, ${seconds / 6} s each, the same question, median of ${rounds}, taking turns`);
for (const [name, bare, env, ready, ask, card] of [
  ["discord", programs.bareDiscord, stage.discordEnv, onDiscord, askDiscord, cardOnDiscord],
  ["slack", programs.bareSlack, stage.slackEnv, onSlack, askSlack, cardOnSlack],
] as const) {
  const run = (program: string, more: Readonly<Record<string, string>> = {}) =>
    withBot(program, { ...env, ...more }, ready, async (bot) => {
      await closedLoop(bot, ask, 10, 2);
      return closedLoop(bot, ask, 10, seconds / 6);
    });
  // Before anything is measured, because a stand-in that has just been started is slower.
  const constant = await withBot(programs.ours, env, ready, async (bot) => {
    await closedLoop(bot, ask, 10, 2);
    return JSON.stringify(await card());
  });
  const runs: { ours: Load[]; word: Load[]; theirs: Load[] } = { ours: [], word: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    runs.ours.push(await run(programs.ours));
    runs.word.push(await run(bare));
    runs.theirs.push(await run(bare, { CONSTANT: constant }));
  }
  const [ours, word, theirs] = [middle(runs.ours), middle(runs.word), middle(runs.theirs)];
  row(`${name} bare, a word`, word);
  row(`${name} bare, our card`, theirs);
  row(`${name} ours`, ours);
  console.log(
    `  throughput ${ratio(ours.rate, theirs.rate)} (${ratio(ours.rate, word.rate)} of a word), memory ${ratio(ours.memory, theirs.memory)}`,
  );
}

console.log(`Both in one process, 200 a second each, ${seconds} s`);
const together = async (program: string) => {
  await newStage();
  return withBot(program, stage.both, [...onDiscord, ...onSlack], async (bot) => ({
    loads: await Promise.all([
      openLoop(bot, askDiscord, 200, seconds),
      openLoop(bot, askSlack, 200, seconds),
    ]),
    memory: bot.memory(),
  }));
};
const [bare, ours] = [await together(programs.bareBoth), await together(programs.ours)];
for (const [name, { loads }] of [
  ["bare", bare],
  ["ours", ours],
] as const) {
  const [onOne, onOther] = loads;
  row(`discord, ${name}`, onOne);
  row(`slack, ${name}`, onOther);
}
console.log(`  memory ${ratio(ours.memory, bare.memory)}`);

await newStage();
console.log(`Start to the first answer, median of ${rounds}, taking turns`);
for (const [name, theirs, env, ready] of [
  ["discord", programs.bareDiscord, stage.discordEnv, onDiscord],
  ["slack", programs.bareSlack, stage.slackEnv, onSlack],
  ["both", programs.bareBoth, stage.both, [...onDiscord, ...onSlack]],
] as const) {
  const times: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await withBot(theirs, env, ready, async (_, ms) => ms));
    times.ours.push(await withBot(programs.ours, env, ready, async (_, ms) => ms));
  }
  const [a, b] = [median(times.bare), median(times.ours)];
  console.log(`${name.padEnd(10)} bare ${a.toFixed(0)} ms, ours ${b.toFixed(0)} ms, ratio ${ratio(b, a)}`);
}

await newStage();
console.log("Faults");
await withBot(programs.ours, stage.both, [...onDiscord, ...onSlack], async () => {
  console.log(`  ${await refreshes(stage.slack, 40, 20)}`);
  console.log(`  ${await duplicates(stage.discord, 10_000)}`);
  for (const line of await closes(stage.discord)) console.log(`  ${line}`);
});
await Promise.all([stage.discord.stop(), stage.slack.stop()]);
