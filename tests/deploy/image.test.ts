import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { freePort } from "../free-port.ts";
import { startBot } from "../programs/bot-process.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";
import { copiedFrom, dockerfile, environmentOf, finalStage, instructionsIn } from "./dockerfile.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** Whether `npm prune --omit=dev` leaves it. */
function isKept(): (file: string) => boolean {
  const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const dev = new Set(Object.entries(packages).flatMap(([name, { dev: isDev }]) => (isDev ? [name] : [])));
  return (file) => !dev.has(path.relative(".", file).replaceAll("\\", "/")) && !file.endsWith(".bin");
}

/** A folder with what the finished image holds, and nothing else. */
function openImage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-image-"));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const filter = isKept();
  for (const name of copiedFrom(instructionsIn(dockerfile)))
    cpSync(name, path.join(folder, name), { recursive: true, filter });
  chmodSync(folder, 0o555);
  return folder;
}

test("the image's files are enough to answer, with the picture, from where nothing can be written", async () => {
  const image = openImage();
  const slack = await startSlack();
  ends.push(() => slack.stop());
  const [health, port] = [String(await freePort()), String(await freePort())];
  const inside = Object.fromEntries(environmentOf(finalStage(instructionsIn(dockerfile))));
  const bot = startBot(
    {
      ...inside,
      DATA_DIR: mkdtempSync(path.join(tmpdir(), "openness-data-")),
      HEALTH_PORT: health,
      PORT: port,
      PUBLIC_BASE_URL: "https://bot.example.org",
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
    [path.join(image, "dist/bundle/main.js")],
  );
  ends.push(() => bot.end("SIGKILL"));
  await bot.says("Slack: connected");
  const { message } = await slack.command("/openness", "grok");
  const [, address = ""] =
    /"image_url":"https:\/\/bot\.example\.org([^"]+)"/.exec(JSON.stringify(message?.body)) ?? [];
  const picture = await fetch(`http://127.0.0.1:${port}${address}`);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await fetch(`http://127.0.0.1:${health}/healthz`)).status).toBe(200);

  // As the image looks at its own health.
  const [, script = ""] = /CMD \["node", "-e", "(.+)"\]/.exec(dockerfile) ?? [];
  expect(await startBot({ HEALTH_PORT: health }, ["-e", script]).end()).toBe(0);
  expect(await startBot({ HEALTH_PORT: String(await freePort()) }, ["-e", script]).end()).toBe(1);

  expect(await bot.end("SIGTERM")).toBe(0);
  // The words of the manifest come from there too.
  const manifest = startBot({}, [path.join(image, "dist/src/manifest.js")]);
  expect(await manifest.end()).toBe(0);
}, 60_000);
