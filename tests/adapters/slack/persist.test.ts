import { expect, test } from "vitest";
import type { Fault } from "../../../src/adapters/slack/connect/fault.ts";
import { persist } from "../../../src/adapters/slack/connect/persist.ts";

const away: Fault = { kind: "away", reason: "ECONNRESET" };
const wait: Fault = { kind: "wait", seconds: 20 };

/** How often it is tried when a stop comes while it waits for its second time. */
async function triesOf(fault: Fault): Promise<number> {
  const stopping = new AbortController();
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    return tries === 1 ? fault : undefined;
  };
  const sent = persist(attempt, stopping.signal);
  stopping.abort();
  await sent;
  return tries;
}

test("a stop does not take the second try from an answer, it only does not wait for it", async () => {
  expect(await triesOf(away)).toBe(2);
});

test("a stop does not overrun what Slack asks to wait with", async () => {
  expect(await triesOf(wait)).toBe(1);
});
