import type { DiscordStandIn } from "../stand-ins/discord/discord.ts";
import type { SlackStandIn } from "../stand-ins/slack/slack.ts";
import { setTimeout } from "node:timers/promises";

/** Slack replaces both connections, one after the other, while people go on asking: everyone must get an answer. */
export async function refreshes(slack: SlackStandIn, times: number, perSecond: number): Promise<string> {
  let refreshed = 0;
  const stop = new AbortController();
  const answers: Promise<boolean>[] = [];
  const asking = (async () => {
    for (let count = 0; !stop.signal.aborted; count++) {
      const person = { user: `UR${count}` };
      answers.push(slack.command("/openness", "grok-1", person).then(({ by }) => by !== "nothing"));
      await setTimeout(1000 / perSecond);
    }
  })();
  for (; refreshed < times; refreshed++) {
    slack.refresh("one", refreshed % 2 === 0 ? {} : { warning: true });
    await setTimeout(400);
  }
  stop.abort();
  await asking;
  const unanswered = (await Promise.all(answers)).filter((answered) => !answered).length;
  return `${refreshed} refreshes under ${perSecond} commands a second: ${answers.length} asked, ${unanswered} unanswered`;
}

/** Discord delivers a fifth of all interactions twice. */
export async function duplicates(discord: DiscordStandIn, events: number): Promise<string> {
  const before = callbacks(discord);
  let repeated = 0;
  let unanswered = 0;
  for (let done = 0; done < events; done += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => discord.slash("define", { term: "model-weights" })),
    );
    for (const [index, answer] of answers.entries()) {
      if (!answer.answered) unanswered += 1;
      if (index % 5 !== 0) continue;
      repeated += 1;
      discord.redeliver(answer);
    }
  }
  await discord.slash("define", { term: "model-weights" });
  const double = callbacks(discord) - before - events - 1;
  return `${events} events, ${repeated} delivered twice: ${double} answered twice, ${unanswered} unanswered`;
}

const callbacks = ({ calls }: DiscordStandIn) =>
  calls.filter(({ path }) => path.endsWith("/callback")).length;

/** How long each way of losing the connection costs. */
export async function closes(discord: DiscordStandIn): Promise<readonly string[]> {
  const ways: readonly (readonly [string, () => void])[] = [
    ...[1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009].map(
      (code) => [`close ${code}`, () => discord.closeGateway(code)] as const,
    ),
    ["op 7", () => discord.reconnect()],
    ["op 9, resumable", () => discord.invalidate(true)],
    ["op 9", () => discord.invalidate(false)],
    ["reset", () => discord.dropSockets()],
  ];
  const lines: string[] = [];
  for (const [name, lose] of ways) {
    const [identifies, resumes] = [discord.gateway.identifies, discord.gateway.resumes];
    const start = performance.now();
    lose();
    await discord.until(
      () => discord.gateway.identifies + discord.gateway.resumes > identifies + resumes || undefined,
      "a connection",
      20_000,
    );
    const { answered } = await discord.slash("define", { term: "model-weights" });
    const way = discord.gateway.resumes > resumes ? "resumed" : "identified anew";
    lines.push(`${name}: ${way}, ${answered ? "answers" : "NO ANSWER"} after ${seconds(start)} s`);
    // Discord allows one IDENTIFY in 5 s, and the library keeps to that.
    await setTimeout(5_500);
  }
  return lines;
}

const seconds = (start: number) => ((performance.now() - start) / 1000).toFixed(1);
