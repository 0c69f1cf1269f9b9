import { setTimeout } from "node:timers/promises";
import type { RunningBot } from "./bots.ts";

/** One question; its time to the answer in milliseconds, or nothing when none came in time. */
export type Question = () => Promise<number | undefined>;

export interface Load {
  /** Answers a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers after 2.5 s. */
  readonly late: number;
  readonly failed: number;
  /** The bot's processor time an answer, in milliseconds. */
  readonly cpu: number;
  /** MiB at the end. */
  readonly memory: number;
}

const patience = 2_500;

/** So many questions at once for so many seconds: how much the bot can take. */
export async function closedLoop(
  bot: RunningBot,
  ask: Question,
  atOnce: number,
  seconds: number,
): Promise<Load> {
  const end = performance.now() + seconds * 1000;
  return measured(bot, async (note) => {
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (performance.now() < end) note(await ask());
      }),
    );
  });
}

/** So many questions a second, whether the last ones are answered or not: what people feel. */
export async function openLoop(
  bot: RunningBot,
  ask: Question,
  perSecond: number,
  seconds: number,
): Promise<Load> {
  return measured(bot, async (note) => {
    const start = performance.now();
    const asked: Promise<void>[] = [];
    for (let count = 0; count < perSecond * seconds; count++) {
      const wait = start + (count * 1000) / perSecond - performance.now();
      if (wait > 1) await setTimeout(wait);
      asked.push(ask().then(note));
    }
    await Promise.all(asked);
  });
}

async function measured(
  bot: RunningBot,
  work: (note: (ms: number | undefined) => void) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const [start, cpu] = [performance.now(), bot.cpu()];
  await work((ms) => {
    if (ms === undefined) failed += 1;
    else times.push(ms);
  });
  const seconds = (performance.now() - start) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return {
    rate: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    late: times.filter((ms) => ms > patience).length,
    failed,
    cpu: ((bot.cpu() - cpu) * 1000) / times.length,
    memory: bot.memory(),
  };
}
