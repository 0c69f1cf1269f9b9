import { describe, expect, test } from "vitest";
import type { Bot } from "../../../src/chat.ts";
import { bot } from "../../chat.ts";
import { type Connected, connect, prepare } from "./connect.ts";

const answers = async ({ server }: Connected) => (await server.slash("define", { term: "fork" })).answered;

describe("at the start", () => {
  test("who is connected is told, with the link that invites it", async () => {
    const discord = await connect();
    expect(discord.adapter.health()).toEqual({ ready: true, detail: "connected as Openness" });
    expect(discord.told).toEqual([
      `discord: connected as Openness; invite it with https://discord.com/oauth2/authorize?client_id=${discord.server.botId}&permissions=274878024704&scope=bot+applications.commands`,
    ]);
    await discord.stop();
  });

  test("a slash at the end of the address does no harm", async () => {
    const discord = await prepare();
    const { server } = discord;
    const slashed = await prepare({ apiUrl: `${server.apiUrl}/`, token: server.token });
    await slashed.adapter.start(bot);
    expect(server.gateway.connections).toBe(1);
    await slashed.stop();
    await discord.stop();
  });

  test("a wrong token is refused with a sentence that says where to get one", async () => {
    const discord = await prepare({ token: "wrong" });
    await expect(discord.adapter.start(bot)).rejects.toThrow(/^DISCORD_TOKEN: .*Reset Token/);
    expect(discord.adapter.health().ready).toBe(false);
    await discord.stop();
    await discord.adapter.done;
  });

  test("an intent that is not allowed is refused with a sentence that says where to allow it", async () => {
    const discord = await prepare({ overhear: ["*"] });
    await expect(discord.adapter.start(bot)).rejects.toThrow(/^DISCORD_OVERHEAR: .*Message Content Intent/);
    expect(discord.adapter.health().detail).toContain("DISCORD_OVERHEAR");
    await discord.stop();
  });

  test("a server that is down delays nobody", async () => {
    const discord = await connect({}, { guilds: [{ id: "1170000000000000001", unavailable: true }] });
    expect(await answers(discord)).toBe(true);
    await discord.stop();
  });
});

describe("later", () => {
  test.each([
    [4004, "DISCORD_TOKEN"],
    [4010, "4010"],
    [4011, "4011"],
    [4012, "4012"],
    [4013, "4013"],
    [4014, "DISCORD_OVERHEAR"],
  ])("an end for good is told as a sentence, and seen in the health: %i", async (code, named) => {
    const discord = await connect();
    discord.server.closeGateway(code);
    await expect(discord.adapter.done).rejects.toThrow(named);
    expect(discord.adapter.health()).toEqual({ ready: false, detail: expect.stringContaining(named) });
    await discord.stop();
  });
});

/** The bot, so many milliseconds later. */
function answeringAfter(milliseconds: number): Bot {
  return {
    ...bot,
    commands: bot.commands,
    async answer(request) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return bot.answer(request);
    },
  };
}

describe("a stop", () => {
  test("waits for answers that are under way", async () => {
    const discord = await connect({}, {}, answeringAfter(300));
    const answer = discord.server.slash("define", { term: "fork" });
    await discord.server.until(() => discord.lines.at(0) ?? true, "the event");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await discord.adapter.stop();
    expect(discord.server.calls.at(-1)).toMatchObject({ status: 204 });
    expect((await answer).answered).toBe(true);
    expect(discord.adapter.health()).toEqual({ ready: false, detail: "stopped" });
    await discord.adapter.done;
    expect(discord.server.gateway.connections).toBe(0);
    await discord.server.stop();
  });

  test("answers what comes while it waits", async () => {
    const discord = await connect({}, {}, answeringAfter(400));
    const first = discord.server.slash("define", { term: "fork" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = discord.adapter.stop();
    const second = discord.server.slash("define", { term: "weights" });
    expect([(await first).answered, (await second).answered]).toEqual([true, true]);
    await stopped;
    expect(discord.server.gateway.connections).toBe(0);
    await discord.server.stop();
  });

  test("ends a start that waits for Discord", async () => {
    const { server, adapter } = await prepare();
    await server.stop();
    const started = adapter.start(bot);
    await adapter.stop();
    await started;
    await adapter.done;
    expect(adapter.health().ready).toBe(false);
  });
});
