import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { startBot } from "./bot-process.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** From now on `port` leads to another one, after it has failed once more. */
async function lead(port: number, to: number): Promise<void> {
  const sockets = new Set<Socket>();
  let isFirst = true;
  const server = createServer((socket) => {
    if (isFirst) {
      isFirst = false;
      socket.destroy();
      return;
    }
    const onward = connect(to, "127.0.0.1");
    for (const end of [socket, onward]) end.on("error", () => end.destroy());
    sockets.add(socket).add(onward);
    socket.pipe(onward).pipe(socket);
  }).listen(port, "127.0.0.1");
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  await once(server, "listening");
}

async function startAlone(token: string, port: number) {
  const bot = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
  ends.push(() => bot.end("SIGKILL"));
  await bot.says(/Discord cannot be reached.*DISCORD_API_URL/);
  return bot;
}

test("a Discord that cannot be reached is one line, and the bot answers once it can be", async () => {
  const discord = await startDiscord();
  ends.push(() => discord.stop());
  const port = await freePort();
  const bot = await startAlone(discord.token, port);
  await lead(port, Number(new URL(discord.apiUrl).port));
  await bot.says("discord: connected");
  await discord.until(
    () => discord.commands.global.find(({ name }) => name === "openness"),
    "commands",
    20_000,
  );
  expect((await discord.slash("openness", { model: "grok-1" })).answered).toBe(true);
  expect(bot.printed.match(/cannot be reached/g)).toHaveLength(1);
  expect(await bot.end("SIGTERM")).toBe(0);
}, 60_000);

test("while Discord cannot be reached, the bot can be ended", async () => {
  const bot = await startAlone("any.token.of-nobody", await freePort());
  expect(bot.exitCode).toBeNull();
  expect(await bot.end("SIGTERM")).toBe(0);
});
