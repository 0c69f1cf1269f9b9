import { describe, expect, test } from "vitest";
import { keepConnected } from "../../../src/adapters/discord/connection.ts";
import { openSession } from "../../../src/adapters/discord/session.ts";
import { bot, silentLog } from "../../chat.ts";
import { startDiscord } from "../../stand-ins/discord/discord.ts";
import { type Connected, connect, prepare } from "./connect.ts";

const answers = async ({ server }: Connected) => (await server.slash("define", { term: "fork" })).answered;

// Most of it is waiting, so it is done side by side.
describe.concurrent("the connection comes back", () => {
  test.each([
    ["refused", 1],
    ["502html", 2],
    ["hang", 1],
    [500, 1],
  ] as const)(
    "an unreachable Discord is tried again, and logged once: %s",
    async (how, times) => {
      const discord = await prepare();
      const { server, adapter } = discord;
      const reachable =
        how === "refused" ? server.refuse(300) : server.failNext("GET /gateway/bot", how, times);
      const started = adapter.start(bot);
      expect(adapter.health()).toEqual({ ready: false, detail: "connecting" });
      await reachable;
      await started;
      expect(adapter.health().ready).toBe(true);
      expect(discord.lines.map(({ level, message }) => [level, message])).toEqual([
        [
          "warn",
          expect.stringMatching(/^Discord cannot be reached \(.+\)\. Trying again; .*DISCORD_API_URL/),
        ],
      ]);
      expect(await answers(discord)).toBe(true);
      await discord.stop();
    },
    15_000,
  );

  test.each<[string, (server: Connected["server"]) => void]>([
    ["closed with 4000", (server) => server.closeGateway(4000)],
    ["closed with 4009", (server) => server.closeGateway(4009)],
    ["closed with 1000", (server) => server.closeGateway(1000)],
    ["told to reconnect", (server) => server.reconnect()],
    ["reset", (server) => server.dropSockets()],
    ["session ended", (server) => server.invalidate(false)],
  ])(
    "when %s",
    async (_, happen) => {
      const discord = await connect();
      const { server, adapter } = discord;
      happen(server);
      await server.until(() => (adapter.health().ready ? undefined : true), "the health to turn");
      await server.until(() => (adapter.health().ready ? true : undefined), "the connection");
      expect(await answers(discord)).toBe(true);
      expect(server.gateway.connections).toBe(1);
      await discord.stop();
      // Where a new session is needed, Discord allows one in five seconds.
    },
    15_000,
  );

  test("a session that is given up is followed by another, and leaves nothing behind that would connect", async () => {
    const server = await startDiscord();
    const heard: string[] = [];
    let reconnects = 0;
    const account = { token: server.token, apiUrl: server.apiUrl, overhears: false };
    const connection = keepConnected(
      () =>
        openSession(
          account,
          { interaction: ({ id }) => heard.push(id), message: () => {}, left: () => {} },
          { unconnected: 200, silent: 60_000, look: 20 },
        ),
      silentLog,
      () => (reconnects += 1),
    );
    await connection.start();
    expect(reconnects).toBe(0);
    await server.refuse(700);
    await server.until(() => (connection.health().ready ? true : undefined), "the connection");
    // The library tries again after half a second.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.gateway.connections).toBe(1);
    void server.slash("define", { term: "fork" });
    await server.until(() => heard[0], "the command");
    expect(heard).toHaveLength(1);
    expect(reconnects).toBe(1);
    await connection.stop();
    await connection.ended;
    await server.stop();
  }, 15_000);
});
