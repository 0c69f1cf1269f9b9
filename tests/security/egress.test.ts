import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { startBot } from "../programs/bot-process.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { intents } from "../stand-ins/discord/intents.ts";
import { startSlack } from "../stand-ins/slack/slack.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const preload = path.resolve("tests/security/record-connects.cjs");

function recorder() {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "openness-egress-")), "connects");
  writeFileSync(file, "");
  return {
    env: { RECORD_CONNECTS: file },
    places: () => [...new Set(readFileSync(file, "utf8").split("\n"))].filter((line) => line !== ""),
  };
}

/** Where nobody has to be sent. */
async function trap() {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  ends.push(() => server.close());
  return { at: `http://127.0.0.1:${port}`, asked };
}

test("the recorder sees a program that fetches what it is given", async () => {
  const { at, asked } = await trap();
  const { env, places } = recorder();
  const program = `fetch(process.env.AT).then(() => fetch("http://no-such-host.invalid/")).catch(() => {})`;
  await startBot({ ...env, AT: at }, ["--require", preload, "--eval", program]).end();
  expect(asked).toEqual(["/"]);
  expect(places()).toEqual([
    at.replace("http://", ""),
    "no-such-host.invalid:80",
    "name no-such-host.invalid",
  ]);
});

test("the bot connects to nobody but the platforms it is configured for, whatever addresses it is given", async () => {
  const { at, asked } = await trap();
  const { env: recording, places } = recorder();
  const [discord, slack, port] = await Promise.all([
    startDiscord({ intentsAllowed: intents.unprivileged | intents.messageContent }),
    startSlack({ patienceMs: 500 }),
    freePort(),
  ]);
  ends.push(
    () => discord.stop(),
    () => slack.stop(),
  );
  const own = `http://127.0.0.1:${port}`;
  slack.deliverTo(`${own}/slack/events`);
  const bot = startBot(
    {
      ...recording,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      DISCORD_OVERHEAR: "*",
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      SLACK_OVERHEAR: "*",
      PUBLIC_BASE_URL: "https://bot.example.org",
      PAGE: "on",
      PORT: String(port),
    },
    ["--require", preload, path.resolve("dist/bundle/main.js")],
  );
  ends.push(() => bot.end("SIGKILL"));
  await bot.says("Slack: connected");
  await bot.says("discord: connected");

  const links = `is grok open source? ${at}/a http://no-such-host.invalid/b`;
  const attachments = [
    { url: `${at}/file`, proxy_url: `${at}/proxy`, image_url: `${at}/image`, text: links },
  ];

  // Discord, over the gateway and over HTTP.
  await discord.nextReply(discord.say(`<@${discord.botId}> ${links}`));
  await discord.slash("explain", { text: links });
  await discord.menu("Explain this", { content: links });
  discord.deliverTo(`${own}/discord/interactions`);
  await discord.slash("ask", { question: links });
  const interaction = JSON.stringify({
    id: "1",
    application_id: "1",
    token: `../../../${at}`,
    type: 2,
    user: { id: "4", avatar: `${at}/avatar` },
    channel_id: `${at}/channel`,
    data: { type: 1, name: "ask", options: [{ type: 3, name: "question", value: links }], attachments },
  });
  expect((await discord.endpoint.request({ body: interaction })).status).toBe(200);
  expect((await discord.endpoint.request({ body: interaction, signed: "x" })).status).toBe(401);

  // Slack: what is signed, with answers to be sent elsewhere, and what is not.
  const mention = await slack.mention(`<${at}/c|look> ${links}`);
  const answered = await slack.nextReply(mention);
  const about = { team: { id: slack.team }, user: { id: "U0ADA" }, channel: { id: "C0GENERAL" } };
  const trigger_id = "1.2.3";
  const press = (more: object) => ({
    type: "block_actions",
    ...about,
    container: { type: "message", channel_id: "C0GENERAL", message_ts: answered.ts },
    trigger_id,
    actions: [
      { type: "button", action_id: "ask-0", block_id: "b", action_ts: "1.1", value: "1:ask:en:ask:grok" },
    ],
    ...more,
  });
  const payloads = [
    press({ response_url: `${at}/respond/T0STANDIN/1` }),
    press({ response_url: "http://no-such-host.invalid/", trigger_id: "1.2.4" }),
    press({ response_url: "file:///etc/passwd", trigger_id: "1.2.5" }),
    {
      type: "message_action",
      callback_id: "explain",
      ...about,
      trigger_id: "1.2.6",
      response_url: `${at}/shortcut`,
      message: { type: "message", ts: "1.1", text: links, attachments, files: attachments },
    },
  ];
  const form = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  for (const payload of payloads) {
    expect((await slack.request({ body: form(payload), secret: "forged" })).status).toBe(401);
    expect((await slack.request({ body: form(payload) })).status).toBe(200);
  }
  await bot.says(/(?:foreign_response_url[^]*){4}/);

  // The pages and the picture.
  for (const page of [
    `/?q=${encodeURIComponent(links)}&lang=en`,
    `/picture.png?command=openness&text=${encodeURIComponent(at)}&lang=en&v=1`,
    `/picture.png?command=openness&text=grok&lang=en&v=${encodeURIComponent(at)}&url=${encodeURIComponent(at)}`,
  ])
    await (await fetch(own + page)).arrayBuffer();
  await fetch(own, { headers: { host: at, referer: at, "x-forwarded-host": at } });

  expect(await bot.end("SIGTERM")).toBe(0);
  expect(asked).toEqual([]);
  const allowed = [discord.apiUrl, slack.apiUrl].map((address) => new URL(address).host);
  expect(places().toSorted()).toEqual(allowed.toSorted());
});
