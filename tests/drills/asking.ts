import { setTimeout as pause } from "node:timers/promises";
import { phrases } from "../../src/phrases.ts";
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
}

/** Commands come in at a rate, whether the ones before are answered or not; `stop` waits for the last of them. */
export function startAsking(slack: SlackStandIn, perSecond: number): { stop(): Promise<Tally> } {
  const tally: Tally = { asked: 0, unanswered: 0, late: 0 };
  const answers: Promise<void>[] = [];
  const over = new AbortController();
  const ask = async (user: string) => {
    const { payload, ms } = await slack.command("/openness", question, { user });
    if (!isAnswer(payload)) tally.unanswered += 1;
    else if (ms > late) tally.late += 1;
  };
  const asking = (async () => {
    const start = performance.now();
    while (!over.signal.aborted) {
      tally.asked += 1;
      answers.push(ask(`U${tally.asked}`));
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
