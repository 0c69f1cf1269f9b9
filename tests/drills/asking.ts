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

const isBusy = (payload: object): boolean => JSON.stringify(payload).includes(phrases.en.card.busy.title);

export interface Tally {
  asked: number;
  unanswered: number;
  /** Told to ask again: in time, but no answer. */
  busy: number;
  late: number;
  /** Milliseconds to each answer. */
  readonly times: number[];
}

/** What came of a question, and after how many milliseconds; nothing when nothing came. */
type Outcome = { readonly ms: number; readonly isBusy: boolean } | undefined;

/** Asks as the person of this number. */
export type Ask = (person: number) => Promise<Outcome>;

const outcomeOf = (payload: object, ms: number): Outcome =>
  isAnswer(payload) || isBusy(payload) ? { ms, isBusy: isBusy(payload) } : undefined;

export const onSlack =
  (slack: SlackStandIn): Ask =>
  async (person) => {
    const { payload, ms } = await slack.command("/openness", question, { user: `U${person}` });
    return outcomeOf(payload, ms);
  };

export const onDiscord =
  (discord: DiscordStandIn): Ask =>
  async (person) => {
    const { answered, data, ms } = await discord.slash(
      "openness",
      { model: question },
      discordPerson(person),
    );
    return answered ? outcomeOf(data, ms) : undefined;
  };

/** Ids there are numbers of a certain length. */
export const discordPerson = (person: number) => ({
  user: { id: String(300_000_000_000_000_000n + BigInt(person)), username: `p${person}` },
});

export const newTally = (): Tally => ({ asked: 0, unanswered: 0, busy: 0, late: 0, times: [] });

/** Asks once, and notes what comes of it. */
export async function askOnce(ask: Ask, tally: Tally): Promise<void> {
  tally.asked += 1;
  const outcome = await ask(tally.asked);
  if (outcome === undefined) tally.unanswered += 1;
  else {
    tally.times.push(outcome.ms);
    if (outcome.ms > late) tally.late += 1;
    else if (outcome.isBusy) tally.busy += 1;
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

/** Everybody got an answer in time, or was told in time to ask again. */
export const isHonest = ({ unanswered, late: tooLate }: Tally): boolean => unanswered + tooLate === 0;

/** Everybody got an answer in time. */
export const isFine = (tally: Tally): boolean => isHonest(tally) && tally.busy === 0;

export const describe = ({ asked, unanswered, busy, late: tooLate }: Tally): string =>
  `${count(asked)} asked, ${unanswered} unanswered, ` +
  `${busy === 0 ? "" : `${busy} told to ask again, `}${tooLate} later than ${late / 1000} s`;

/** Milliseconds below which this share of the answers came. */
export function quantile({ times }: Pick<Tally, "times">, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const p99 = (tally: Pick<Tally, "times">): string => `p99 ${Math.round(quantile(tally, 0.99))} ms`;
