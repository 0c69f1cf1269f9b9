import { execFileSync } from "node:child_process";
import { startBoth } from "./both.ts";
import type { After, Drill } from "./drill.ts";
import { command } from "./envelopes.ts";

const minutes = [-10, 10] as const;
const requests = 50;

interface Outcome {
  readonly minutes: number;
  readonly refused: number;
  readonly warnings: readonly string[];
}

/** The clock of the machine is wrong, so that every signed request looks too old or too new. */
export const skew: Drill = async (after) => {
  // Not started by it, because it would stay between us and the bot.
  const library = execFileSync("faketime", ["-f", "+0", "printenv", "LD_PRELOAD"], {
    encoding: "utf8",
  }).trim();
  const outcomes = await Promise.all(minutes.map((offset) => runAt(offset, library, after)));
  return {
    passed: outcomes.every(
      ({ refused, warnings }) => refused === 2 * requests && warnings.length === 2 && warnings.every(isClear),
    ),
    figure: outcomes
      .map(
        ({ minutes: offset, refused, warnings }) =>
          `a clock ${offset > 0 ? "+" : ""}${offset} minutes off: ${refused} of ${2 * requests} signed requests refused with 401, ` +
          `${warnings.length} warnings, ${warnings.filter(isClear).length} of which name the clock`,
      )
      .join("; "),
  };
};

const isClear = (line: string) => line.includes("clock");

async function runAt(offset: number, library: string, after: After): Promise<Outcome> {
  const { discord, slack, bot } = await startBoth(after, {
    over: "http",
    // The clock that measures durations goes on as it is: a machine has two, and only one of them is ever set wrong.
    env: {
      LD_PRELOAD: library,
      FAKETIME: `${offset > 0 ? "+" : ""}${offset}m`,
      DONT_FAKE_MONOTONIC: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    },
  });
  let refused = 0;
  for (let index = 0; index < requests; index += 1) {
    const { payload } = command(slack, index);
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(payload)) fields.set(name, String(value));
    const statuses = await Promise.all([
      discord.endpoint.request({
        body: JSON.stringify({ type: 1, id: "1", token: "t", application_id: "1" }),
      }),
      slack.request({ body: fields.toString() }),
    ]);
    refused += statuses.filter(({ status }) => status === 401).length;
  }
  const warnings = bot.printed.split("\n").filter((line) => line.startsWith("{"));
  await bot.end("SIGKILL");
  return { minutes: offset, refused, warnings };
}
