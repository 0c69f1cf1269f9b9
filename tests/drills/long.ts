import { setTimeout as pause } from "node:timers/promises";
import { askOnce, newTally, onDiscord, onSlack, quantile, type Tally } from "./asking.ts";
import { startBoth } from "./both.ts";
import type { Drill } from "./drill.ts";
import { createRandom } from "./random.ts";

/** Characters: the most that Discord takes in an option, that Slack takes in a message, and that Discord does. */
const lengths = [6_000, 4_000, 2_000] as const;
const [rounds, normal] = [20, 50] as const;

/** One person pastes a book while others ask as usual. */
export const long: Drill = async (after) => {
  const { discord, slack } = await startBoth(after);
  const random = createRandom(17);
  const asks = [onDiscord(discord), onSlack(slack)];
  const askNormally = (tally: Tally) =>
    Array.from({ length: normal / asks.length }, () => asks.map((ask) => askOnce(ask, tally))).flat();
  await Promise.all(askNormally(newTally()));
  // A second after the start, the bot builds what questions in words need.
  await pause(2_000);
  const [alone, beside] = [newTally(), newTally()];
  const bookTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(askNormally(alone));
    const books = lengths.map(async (length) => {
      const since = performance.now();
      const { answered } = await discord.slash("ask", { question: textOf(length, random) });
      bookTimes.push(answered ? performance.now() - since : Infinity);
    });
    const onSlackToo = slack.command("/openness", textOf(lengths[1], random), { user: "U0LONG" });
    await Promise.all([...books, onSlackToo, ...askNormally(beside)]);
  }
  const [without, together] = [quantile(alone, 0.99), quantile(beside, 0.99)];
  const slowest = Math.max(...bookTimes);
  return {
    passed: beside.unanswered + beside.late === 0 && slowest < 2_500,
    figure:
      `questions of ${lengths.join(", ")} characters beside ${normal} normal ones, ${rounds} times: normal ones ` +
      `${beside.unanswered} unanswered, ${beside.late} later than 2.5 s, p99 ${Math.round(together)} ms, ` +
      `${(together / without).toFixed(1)} times that without; the long ones ${Math.round(slowest)} ms at most`,
  };
};

/** Words that nobody knows, each of them another: the most work for a search that mends slips. */
function textOf(length: number, random: () => number): string {
  const letter = () => String.fromCodePoint(97 + Math.floor(random() * 26));
  const word = () => Array.from({ length: 3 + Math.floor(random() * 9) }, letter).join("");
  let text = "is grok";
  while (text.length < length) text += ` ${word()}`;
  return text.slice(0, length).trimEnd();
}
