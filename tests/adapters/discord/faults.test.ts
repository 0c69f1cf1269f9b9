import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Bot } from "../../../src/chat.ts";
import type { Fault } from "../../stand-ins/discord/faults.ts";
import { type Connected, connect, type Line } from "./connect.ts";
import { oddBot } from "./odd-bot.ts";

const label = (index: number) => (index === 0 ? "x".repeat(101) : `Choice ${index}`);

const odd: Bot = {
  ...oddBot(150),
  suggest: () => Array.from({ length: 30 }, (_, index) => ({ label: label(index), value: `${index}` })),
};

let discord: Connected;
beforeAll(async () => {
  discord = await connect({}, {}, odd);
});
afterAll(() => discord.stop());

/** A person and a channel of their own each time, so that nobody is too fast. */
let persons = 0;
const someone = () => {
  persons += 1;
  return {
    user: { id: `50000000000000000${persons}`, username: `p${persons}` },
    channel: `51000000000000000${persons}`,
  };
};
const mention = () => discord.server.say(`<@${discord.server.botId}> fork`, someone());
/** What was said before has been answered when this has. */
const settled = async () => void (await discord.server.nextReply(mention()));

const isTrouble = ({ level }: Line) => level !== "info";

/** What is logged next, apart from what is in order. */
async function nextLine(): Promise<Line> {
  const { length } = discord.lines;
  return discord.server.until(() => discord.lines.slice(length).find(isTrouble), "a line in the log");
}

const onTheWay: readonly Fault[] = ["otherside", "reset", "reset-after-apply", 500, "502html"];

describe("one failed request loses no answer, and doubles none", () => {
  test.each(onTheWay)("to a command: %s", async (fault) => {
    discord.server.failNext("/callback", fault);
    const { answered, message } = await discord.server.slash("define", { term: "fork" });
    expect(answered).toBe(true);
    expect(message.text).toContain("## Fork");
    expect(discord.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  test.each(onTheWay)("to a message: %s", async (fault) => {
    discord.server.failNext("/messages", fault);
    const asked = mention();
    const { server } = discord;
    const path = `/channels/${asked.channelId}/messages`;
    await server.until(() => server.calls.find((call) => call.path === path && call.status === 200), "a try");
    expect(server.replies(asked)).toHaveLength(1);
    expect(discord.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });

  test("a hanging request leaves time for a second one", async () => {
    discord.server.failNext("/callback", "hang");
    expect((await discord.server.slash("define", { term: "fork" })).answered).toBe(true);
  });

  test("a short rate limit is waited for, a long one is not", async () => {
    discord.server.failNext("/callback", { status: 429, retryAfter: 1 });
    expect((await discord.server.slash("define", { term: "fork" })).answered).toBe(true);
    discord.server.failNext("/callback", { status: 429, retryAfter: 5 });
    void discord.server.slash("define", { term: "fork" });
    expect(await nextLine()).toMatchObject({ level: "warn", message: "an answer did not reach discord" });
  });
});

const fork = () => discord.server.slash("define", { term: "fork" }, someone());
/** Calls since then, of those that match. */
const callsSince = (start: number, match: RegExp) =>
  discord.server.calls.slice(start).filter(({ method, path }) => match.test(`${method} ${path}`));

describe("a limit on everything that the bot sends", () => {
  test("is waited for as long as the answer to a command would still be in time", async () => {
    discord.server.failNext("/callback", { status: 429, retryAfter: 1, global: true });
    expect((await fork()).answered).toBe(true);
  });

  test("costs that answer when it lasts longer, and nobody else's", async () => {
    const start = discord.server.calls.length;
    discord.server.failNext("/callback", { status: 429, retryAfter: 2, global: true });
    const lost = fork();
    expect(await nextLine()).toMatchObject({ level: "warn", message: "an answer did not reach discord" });
    expect((await fork()).answered).toBe(true);
    expect((await lost).answered).toBe(false);
    expect(callsSince(start, /callback$/).map(({ status }) => status)).toEqual([429, 204]);
  });

  test("holds messages back until it is over, and commands not at all", async () => {
    const start = discord.server.calls.length;
    const tries = () => callsSince(start, /^POST .*\/messages$/);
    discord.server.failNext("/messages", { status: 429, retryAfter: 2, global: true });
    const asked = [mention()];
    await discord.server.until(() => tries().find(({ status }) => status === 429), "the refusal");
    asked.push(mention());
    expect((await fork()).answered).toBe(true);
    expect(tries()).toHaveLength(1);
    await Promise.all(asked.map((one) => discord.server.nextReply(one)));
    const [refused, ...others] = tries();
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
    for (const { at } of others) expect(at - (refused?.at ?? at)).toBeGreaterThan(2_000);
  });
});

test.each([
  ["everything", true],
  ["a channel", false],
])("a limit on %s that lasts long costs the reply, is logged, and holds up no command", async (_, global) => {
  const own = await connect();
  onTestFinished(() => own.stop());
  own.server.failNext("/messages", { status: 429, retryAfter: 20, global });
  const asked = own.server.say(`<@${own.server.botId}> fork`);
  const [line] = await own.server.until(
    () => (own.lines.some(isTrouble) ? own.lines.filter(isTrouble) : undefined),
    "a line in the log",
  );
  expect(line).toMatchObject({ level: "warn", message: "a reply did not reach discord" });
  expect((await own.server.slash("define", { term: "fork" })).answered).toBe(true);
  expect(own.server.replies(asked)).toEqual([]);
});

describe("a request that is refused as unauthorized", () => {
  test("loses the answer to that command, and no other", async () => {
    const start = discord.server.calls.length;
    discord.server.failNext("/callback", 401);
    const lost = fork();
    expect(await nextLine()).toMatchObject({
      level: "warn",
      message: "an answer did not reach discord",
      facts: { cause: "401 401: Unauthorized" },
    });
    expect((await fork()).answered).toBe(true);
    await settled();
    expect((await lost).answered).toBe(false);
    expect(callsSince(start, /callback$/).map(({ status }) => status)).toEqual([401, 204]);
  });

  test("loses the reply to that message; the next is sent with the token again", async () => {
    discord.server.failNext("/messages", 401);
    const asked = mention();
    expect(await nextLine()).toMatchObject({
      level: "warn",
      message: "a reply did not reach discord",
      facts: { cause: "401 401: Unauthorized" },
    });
    expect((await fork()).answered).toBe(true);
    await settled();
    expect(discord.server.replies(asked)).toEqual([]);
  });
});

test("while another message is refused as unauthorized, a second try has its token", async () => {
  const tries = () => discord.server.calls.filter(({ path }) => path.endsWith("/messages")).length;
  const before = tries();
  discord.server.failNext("/messages", "hang");
  const asked = mention();
  await discord.server.until(() => (tries() > before ? true : undefined), "a try");
  discord.server.failNext("/messages", 401);
  mention();
  expect((await discord.server.nextReply(asked)).text).toContain("Fork");
});

describe("what comes twice", () => {
  test("is answered once", async () => {
    const answer = await discord.server.slash("define", { term: "fork" });
    const asked = mention();
    await discord.server.nextReply(asked);
    const before = discord.server.calls.length;
    discord.server.redeliver(answer);
    discord.server.redeliver(asked);
    await settled();
    const callbacks = discord.server.calls.slice(before).filter(({ path }) => path.endsWith("/callback"));
    expect(callbacks).toEqual([]);
    expect(discord.server.replies(asked)).toHaveLength(1);
  });
});

describe("what cannot be answered", () => {
  test("for lack of a permission is logged, with what to do", async () => {
    discord.server.failNext("/messages", 403);
    mention();
    expect(await nextLine()).toMatchObject({ level: "warn", facts: { cause: "403 Missing Permissions" } });
  });

  test("because Discord waits no longer is no cause for alarm", async () => {
    const hasty = await connect({}, { answerWithinMs: 50 }, odd);
    expect((await hasty.server.slash("help")).answered).toBe(false);
    await hasty.server.until(
      () => hasty.lines.find(({ message }) => message.includes("given up")),
      "the log",
    );
    expect(hasty.lines.filter(({ level }) => level !== "info")).toEqual([]);
    await hasty.stop();
  });
});

describe("a bug", () => {
  test("in the bot is answered with the code that is in the log", async () => {
    const { message } = await discord.server.slash("timeline");
    const code = /code (\w{4})/.exec(message.text)?.[1];
    expect(message.private).toBe(true);
    expect(discord.lines.at(-1)).toMatchObject({ level: "error", facts: { code } });
  });

  test("in a card costs all but title and text", async () => {
    const { message } = await discord.server.slash("claims");
    expect(message.text).toBe("## Too long\nBut the beginning is there.");
    expect(discord.lines.at(-1)).toMatchObject({
      level: "error",
      message: "discord refused an answer",
    });
  });
});

test("of too many or too long choices those are offered that Discord takes", async () => {
  const { choices } = await discord.server.autocomplete("timeline", { name: "subject", value: "" });
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: "Choice 1", value: "1" });
});

test("no text, no person and no token is ever logged", async () => {
  discord.server.failNext("/callback", 403, 2);
  const secret = "a very secret question";
  void discord.server.slash("define", { term: secret });
  await nextLine();
  const { path = "" } = discord.server.calls.at(-1) ?? {};
  const [, , , token = "?"] = path.split("/");
  const log = JSON.stringify(discord.lines);
  for (const word of [secret, token, discord.server.token, "204255221017214977"])
    expect(log).not.toContain(word);
});
