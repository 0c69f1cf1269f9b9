import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSkewWarning } from "../../src/manners/skew.ts";
import { listeningLog, type Line, receive } from "../adapters/discord/connect.ts";
import { openWorkplace } from "../adapters/slack/workplace.ts";
import { heard, meet } from "../manners/happenings.ts";
import { memory, postgres, sqlite } from "../store/engines.ts";

const minutes = 60_000;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const hint = "compare the clock of this machine";
/** What a request says of a machine whose clock is ahead by so much. */
const sent = (ahead: number) => String(Math.floor((Date.now() - ahead) / 1_000));
const command = new URLSearchParams({
  command: "/openness",
  text: "grok",
  user_id: "U1",
  channel_id: "C1",
  team_id: "T0STANDIN",
  trigger_id: "1.1",
  response_url: "http://127.0.0.1:9/none",
}).toString();
const ping = JSON.stringify({ id: "1", application_id: "1", token: "t", type: 1 });

/** A platform whose signed requests come to our server. */
interface Sending {
  readonly request: (body: "signed" | "forged", timestamp: string) => Promise<number>;
  readonly logged: () => string;
}

async function slack(): Promise<Sending> {
  const place = await openWorkplace({ over: "http" });
  ends.push(() => place.close());
  return {
    async request(kind, timestamp) {
      const secret = kind === "forged" ? { secret: "another secret" } : {};
      return (await place.slack.request({ body: command, timestamp, ...secret })).status;
    },
    logged: () => place.logged(),
  };
}

async function discord(): Promise<Sending> {
  const place = await receive();
  ends.push(() => place.stop());
  return {
    async request(kind, timestamp) {
      const signed = kind === "forged" ? { signed: "something else" } : {};
      return (await place.server.endpoint.request({ body: ping, timestamp, ...signed })).status;
    },
    logged: () => JSON.stringify(place.lines),
  };
}

describe.each([
  ["Slack", slack],
  ["Discord", discord],
])("a clock that is wrong, to %s", (_, open) => {
  test.each([
    ["ten minutes behind", -10 * minutes],
    ["ten minutes ahead", 10 * minutes],
  ])("%s refuses every request, and is mentioned once", async (_name, ahead) => {
    const { request, logged } = await open();
    for (let count = 0; count < 20; count += 1) expect(await request("signed", sent(ahead))).toBe(401);
    expect(logged().split(hint)).toHaveLength(2);
    expect(logged()).toMatch(ahead < 0 ? /"seconds\W+:(?:600|599|601)/ : /"seconds\W+:-(?:600|599|601)/);
    expect(await request("signed", sent(0))).toBe(200);
  });

  test("is not suspected by what somebody else has signed", async () => {
    const { request, logged } = await open();
    for (const ahead of [-10 * minutes, 0, 10 * minutes])
      expect(await request("forged", sent(ahead))).toBe(401);
    expect(logged()).not.toContain(hint);
  });
});

describe("time that steps while something is remembered", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("the warning comes again after a minute, however the clock is set", () => {
    const lines: Line[] = [];
    const warn = createSkewWarning("test", listeningLog(lines));
    warn(600.4);
    vi.setSystemTime(Date.now() - 10 * minutes);
    warn(600.4);
    expect(lines).toMatchObject([{ level: "warn", facts: { adapter: "test", seconds: 600 } }]);
    vi.advanceTimersByTime(minutes);
    warn(600.4);
    expect(lines).toHaveLength(2);
  });

  test.each([-10 * minutes, 10 * minutes])("by %i ms, an event is still answered once", async (step) => {
    vi.advanceTimersByTime(1_000);
    const manners = meet();
    const event = heard("is grok open source?", "mention");
    expect(await manners.hear(event)).toBeDefined();
    vi.setSystemTime(Date.now() + step);
    expect(await manners.hear(event)).toBeUndefined();
    expect(await manners.hear(heard("was ist llama?", "mention", { channel: "b" }))).toBeDefined();
  });
});

describe.each([memory, sqlite, postgres].filter(({ isThere }) => isThere))("in $name", (engine) => {
  test.each([-10 * minutes, 10 * minutes])(
    "a step of %i ms makes no event new, and none that is over stays for good",
    async (step) => {
      const ground = await engine.prepare();
      ends.push(() => ground.remove());
      let now = Date.UTC(2026, 10, 26, 12);
      const store = await ground.open(() => now);
      ends.push(() => store.close());
      expect(await store.claim(["e"])).toBe(true);
      expect(await store.lease("tidy", minutes)).toBe(true);
      now += step;
      expect(await store.claim(["e"])).toBe(false);
      // Whoever holds it may go on, whatever the time.
      expect(await store.lease("tidy", minutes)).toBe(true);
      expect(await store.processes()).toBe(1);
      await store.tidy();
      expect(await store.claim(["e"])).toBe(false);
      now += 75 * minutes;
      await store.tidy();
      expect(await store.claim(["e"])).toBe(true);
    },
  );
});
