import { afterEach, describe, expect, test } from "vitest";
import { bot } from "../../chat.ts";
import { type DiscordStandIn, startDiscord } from "../../stand-ins/discord/discord.ts";
import { besides, type Connected } from "./connect.ts";

const count = 4;
/** Servers of shard 0, 1, 2, 3, 0, … */
const guilds = Array.from({ length: 8 }, (_, index) => {
  const id = String((280_000_000_000n + BigInt(index)) << 22n);
  return { id, channels: [{ id: `61000000000000000${index}` }] };
});

let server: DiscordStandIn;
let processes: readonly Connected[] = [];
/** Which process was asked, each time that one was. */
let asked: number[] = [];

/** Two adapters beside one stand-in, with these of four shards each. */
async function start(...parts: readonly (readonly number[])[]): Promise<void> {
  server = await startDiscord({ guilds, maxConcurrency: 16 });
  asked = [];
  processes = parts.map((ids) => besides(server, { shards: { ids, count }, register: "auto" }));
  await Promise.all(
    processes.map(({ adapter }, index) =>
      adapter.start({
        ...bot,
        commands: bot.commands,
        answer(request) {
          asked.push(index);
          return bot.answer(request);
        },
      }),
    ),
  );
}
afterEach(async () => {
  await Promise.all(processes.map(({ adapter }) => adapter.stop()));
  await server.stop();
});

describe("two processes with half of the shards each", () => {
  test("hold a connection a shard, and what happens in a server comes to exactly one", async () => {
    await start([0, 1], [2, 3]);
    expect(server.gateway.connections).toBe(4);
    for (const [index, { id }] of guilds.entries()) {
      const who = { guild: id, user: { id: `62000000000000000${index}` } };
      const said = server.say(`<@${server.botId}> fork`, who);
      expect((await server.nextReply(said)).text).toContain("## Fork");
      expect((await server.slash("define", { term: "fork" }, who)).answered).toBe(true);
    }
    expect(asked).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  test("go on alone when the other one stops", async () => {
    await start([0, 1], [2, 3]);
    await processes[0]?.adapter.stop();
    const answers = await Promise.all(
      guilds.slice(2, 4).map(({ id }) => server.slash("define", { term: "fork" }, { guild: id })),
    );
    expect(answers.map(({ answered }) => answered)).toEqual([true, true]);
    expect(server.gateway.connections).toBe(2);
  });

  test("hear direct messages through the first shard alone", async () => {
    await start([2, 3], [0, 1]);
    const said = server.say("fork", { guild: null });
    expect((await server.nextReply(said)).text).toContain("## Fork");
    expect(asked).toEqual([1]);
  });

  test("register the commands once, by whoever holds the first shard", async () => {
    await start([2, 3], [0, 1]);
    const registered = ({ lines }: Connected) =>
      lines.filter(({ message }) => message === "commands are registered").length;
    await server.until(() => processes.map(registered)[1] === 1 || undefined, "the commands");
    expect(processes.map(registered)).toEqual([0, 1]);
    expect(server.commands.global).toHaveLength(bot.commands.length + 1);
    // Who the bot is, the connection has told.
    expect(server.calls.map(({ path }) => path)).not.toContain("/applications/@me");
  });
});

test("shards that Discord does not know end for good, with what to do", async () => {
  server = await startDiscord({ guilds });
  processes = [besides(server, { shards: { ids: [4], count } })];
  await expect(processes[0]?.adapter.start(bot)).rejects.toThrow("invalid shard (4010)");
});
