import { setTimeout as pause } from "node:timers/promises";
import { phrases } from "../../src/phrases.ts";
import type { DiscordStandIn } from "../stand-ins/discord/discord.ts";
import type { SlackStandIn } from "../stand-ins/slack/slack.ts";
import { count } from "./drill.ts";

/** Milliseconds after which an answer counts as late: both platforms give up after 3 s. */
const late = 2_500;

/** What is asked in drills, and whether this is the answer to it: an apology is none. */
export const question = "grok-1";
export const isAnswer = (payload: object): boolean =>
  JSON.stringify(payload).includes(phrases.en.card.helpful);

export interface Tally {
  asked: number;
  unanswered: number;
  late: number;
  /** Milliseconds to each answer. */
  readonly times: number[];
}

/** Asks as the person of this number; gives the milliseconds to the answer, nothing when none came. */
export type Ask = (person: number) => Promise<number | undefined>;

export const onSlack =
  (slack: SlackStandIn): Ask =>
  async (person) => {
    const { payload, ms } = await slack.command("/openness", question, { user: `U${person}` });
    return isAnswer(payload) ? ms : undefined;
  };

export const onDiscord =
  (discord: DiscordStandIn): Ask =>
  async (person) => {
    const { answered, data, ms } = await discord.slash(
      "openness",
      { model: question },
      discordPerson(person),
    );
    return answered && isAnswer(data) ? ms : undefined;
  };

/** Ids there are numbers of a certain length. */
export const discordPerson = (person: number) => ({
  user: { id: String(300_000_000_000_000_000n + BigInt(person)), username: `p${person}` },
});

export const newTally = (): Tally => ({ asked: 0, unanswered: 0, late: 0, times: [] });

/** Asks once, and notes what comes of it. */
export async function askOnce(ask: Ask, tally: Tally): Promise<void> {
  tally.asked += 1;
  const ms = await ask(tally.asked);
  if (ms === undefined) tally.unanswered += 1;
  else {
    tally.times.push(ms);
    if (ms > late) tally.late += 1;
  }
}

/** Commands come in at a rate, whether the ones before are answered or not; `stop` waits for the last of them. */
export function startAsking(ask: Ask, perSecond: number): { stop(): Promise<Tally> } {
  const tally = newTally();
  const answers: Promise<void>[] = [];
  const over = new AbortController();
  const asking = (async () => {
    const start = performance.now();
    while (!over.signal.aborted) {
      answers.push(askOnce(ask, tally));
      const wait = start + (tally.asked * 1000) / perSecond - performance.now();
      if (wait > 1) await pause(wait);
    }
  })();
  return {
    async stop() {
      over.abort();
      await asking;
      await Promise.all(answers);
      return tally;
    },
  };
}

export const isFine = ({ unanswered, late: tooLate }: Tally): boolean => unanswered + tooLate === 0;

export const describe = ({ asked, unanswered, late: tooLate }: Tally): string =>
  `${count(asked)} asked, ${unanswered} unanswered, ${tooLate} later than ${late / 1000} s`;

/** Milliseconds below which this share of the answers came. */
export function quantile({ times }: Pick<Tally, "times">, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const p99 = (tally: Pick<Tally, "times">): string => `p99 ${Math.round(quantile(tally, 0.99))} ms`;
