import { deflateSync } from "node:zlib";
import { assert, asyncProperty, constantFrom } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connected, connect } from "../adapters/discord/connect.ts";
import { jsonMutantsOf } from "./mutate-json.ts";
import { mutations, seed } from "./ways.ts";

let discord: Connected;
const failed: unknown[] = [];
/** What `isAnswering` gives when it is. */
const fine = [true, true];
/** What fails in the library itself, the program logs: see runPlatforms. */
const note = (error: unknown) => {
  const stack = error instanceof Error ? (error.stack ?? "") : String(error);
  const [, thrown = ""] = stack.split("\n    at ");
  if (!thrown.includes("node_modules")) failed.push(stack);
};
beforeAll(async () => {
  process.on("unhandledRejection", note);
  discord = await connect({ overhear: ["*"] }, { intentsAllowed: 0xffff_ffff });
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await discord.stop();
});

let persons = 0;
/** Whether a command and a mention are answered, by somebody new; a connection that broke is waited for. */
async function isAnswering(): Promise<readonly boolean[]> {
  const { server, adapter } = discord;
  await server.until(() => (adapter.health().ready ? true : undefined), "the connection", 20_000);
  persons += 1;
  const who = {
    user: { id: String(900_000 + persons), username: "ada" },
    channel: String(800_000 + persons),
  };
  const { answered } = await server.slash("define", { term: "fork" }, who);
  const reply = await server.nextReply(server.say(`<@${server.botId}> fork`, who));
  return [answered, reply.text.includes("Fork")];
}

const frame = (t: string, d: unknown) => JSON.stringify({ op: 0, t, s: 3, d });

describe("a frame that is none is passed over, and what comes next is answered", () => {
  test.each<readonly [string, string | Uint8Array]>([
    ["compressed nonsense", deflateSync("no json, no frame")],
    ["the beginning of something compressed", deflateSync(JSON.stringify({ op: 11 })).subarray(0, 6)],
    ["bytes", new Uint8Array([0, 1, 2, 255, 254])],
    ["nothing", ""],
    ["words", "what is grok?"],
    ["half a frame", '{"op":0,"t":"MESSAGE_CREATE"'],
    ["null", "null"],
    ["a list", "[]"],
    ["a number", "7"],
    ["an object", "{}"],
    ["an operation that nobody knows", '{"op":99,"d":null}'],
    ["an operation that is a text", '{"op":"0","t":"MESSAGE_CREATE","d":{}}'],
    ["an event that nobody knows", frame("GROK_CREATE", {})],
    ["an event without a name", '{"op":0,"s":3,"d":{}}'],
    ["an event named like a part of every object", frame("__proto__", {})],
    ["an interaction that is null", frame("INTERACTION_CREATE", null)],
    ["an interaction that is a number", frame("INTERACTION_CREATE", 7)],
    ["an interaction that is empty", frame("INTERACTION_CREATE", {})],
    ["a message that is null", frame("MESSAGE_CREATE", null)],
    ["a message that is empty", frame("MESSAGE_CREATE", {})],
    ["a message by nobody", frame("MESSAGE_CREATE", { id: "1", content: "x", channel_id: "1" })],
    ["a server that is null", frame("GUILD_DELETE", null)],
    ["a server without an id", frame("GUILD_DELETE", {})],
    ["a megabyte of a message", frame("MESSAGE_CREATE", { content: "x".repeat(1_000_000) })],
  ])(
    "%s",
    async (_, data) => {
      discord.server.sendRaw(data);
      expect([...(await isAnswering()), ...failed.splice(0)]).toEqual(fine);
    },
    40_000,
  );
});

const interaction = {
  id: "5001",
  application_id: "1",
  token: "t",
  version: 1,
  locale: "de",
  guild_id: "2",
  channel_id: "3",
  channel: { id: "3", type: 0 },
  context: 0,
  authorizing_integration_owners: { 0: "2" },
  member: { user: { id: "4", username: "ada" }, permissions: "32", roles: [] },
};
const frames: readonly (readonly [t: string, d: object])[] = [
  [
    "INTERACTION_CREATE",
    {
      ...interaction,
      type: 2,
      data: { type: 1, id: "6", name: "openness", options: [{ type: 3, name: "model", value: "grok" }] },
    },
  ],
  [
    "INTERACTION_CREATE",
    {
      ...interaction,
      type: 2,
      data: {
        type: 3,
        id: "6",
        name: "Explain this",
        target_id: "9",
        resolved: {
          messages: { 9: { id: "9", content: "grok", message_snapshots: [{ message: { content: "x" } }] } },
        },
      },
    },
  ],
  [
    "INTERACTION_CREATE",
    {
      ...interaction,
      type: 3,
      data: { component_type: 2, custom_id: "1:share:en:openness:grok" },
      message: { id: "9", flags: 64, channel_id: "3" },
    },
  ],
  [
    "INTERACTION_CREATE",
    {
      ...interaction,
      type: 4,
      data: {
        type: 1,
        name: "openness",
        options: [{ type: 3, name: "model", value: "gro", focused: true }],
      },
    },
  ],
  [
    "INTERACTION_CREATE",
    {
      ...interaction,
      type: 5,
      data: {
        custom_id: "1:settings:de:3",
        components: [{ type: 18, component: { type: 21, custom_id: "mode", value: "off" } }],
      },
    },
  ],
  [
    "MESSAGE_CREATE",
    {
      id: "5002",
      type: 0,
      channel_id: "3",
      guild_id: "2",
      author: { id: "4", username: "ada" },
      content: "is grok open source?",
      mentions: [],
    },
  ],
  ["GUILD_DELETE", { id: "2", unavailable: true }],
];

test("a frame of Discord's in which something else stands ends nothing", async () => {
  const mutants = constantFrom(...frames).chain(([t, d]) =>
    jsonMutantsOf({ op: 0, t, s: 3, d }, ["op", "t", "s"]),
  );
  let sent = 0;
  await assert(
    asyncProperty(mutants, async (mutant) => {
      discord.server.sendRaw(mutant);
      sent += 1;
      // Not after each: what breaks something breaks it for the next hundred as well.
      expect(sent % 100 === 0 ? await isAnswering() : fine).toEqual(fine);
    }),
    { numRuns: mutations * frames.length, seed },
  );
  expect([...(await isAnswering()), ...failed.splice(0)]).toEqual(fine);
}, 600_000);

test("no content that calls itself JSON is an answer that was taken", async () => {
  const { length } = discord.lines;
  discord.server.failNext("/callback", "204json");
  expect((await discord.server.slash("define", { term: "fork" })).answered).toBe(true);
  expect(discord.lines.slice(length).filter(({ level }) => level !== "info")).toEqual([]);
});
