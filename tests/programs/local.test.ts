import { spawn } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { type BotProcess, startBot } from "./bot-process.ts";

const bots: BotProcess[] = [];
afterEach(() => Promise.all(bots.splice(0).map((bot) => bot.end("SIGKILL"))));

function start(env: Readonly<Record<string, string>>): BotProcess {
  const bot = startBot(env);
  bots.push(bot);
  return bot;
}

describe("without a platform, npm start", () => {
  test("serves the page although its input has ended, and ends when it is told to", async () => {
    const port = String(await freePort());
    const bot = start({ PORT: port });
    await bot.says(`page: http://127.0.0.1:${port}`);
    const answered = await fetch(`http://127.0.0.1:${port}/?q=%2Fopenness+grok`);
    expect(await answered.text()).toContain("it depends on the version");
    expect(await bot.end("SIGTERM")).toBe(0);
  });

  test("names the port that is taken, and does not wait for nobody", async () => {
    const port = String(await freePort());
    await start({ PORT: port }).says("page: ");
    const second = start({ PORT: port });
    expect(await second.end()).toBe(1);
    expect(second.printed).toBe(
      `page: PORT: port ${port} is taken by another program; choose a free one. PAGE=off does without it.\n`,
    );
  });

  test("answers piped lines and ends where the page is off", async () => {
    const child = spawn(process.execPath, [path.resolve("dist/bundle/main.js")], {
      env: { PATH: process.env["PATH"], PAGE: "off" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end("/define model-weights\n");
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    expect(printed).toContain("Model weights");
  });
});

test("with PAGE=on the page stands beside a platform, and its health is listed", async () => {
  const discord = await startDiscord();
  const [port, health] = [String(await freePort()), String(await freePort())];
  const bot = start({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    PAGE: "on",
    PORT: port,
    HEALTH_PORT: health,
  });
  await discord.until(() => discord.gateway.identified, "a connection", 20_000);
  await bot.says(`page: http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/?q=%2Fdefine+weights`)).status).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${health}/healthz`)).text()).toContain('"name":"page"');
  expect(await bot.end("SIGTERM")).toBe(0);
  await discord.stop();
});
