import { afterEach, expect, test } from "vitest";
import { createVisitor } from "../adapters/slack/visitor.ts";
import { freePort } from "../free-port.ts";
import { startTown, type Town } from "../stand-ins/slack/town.ts";
import { type BotProcess, startBot } from "./bot-process.ts";

let town: Town;
let bot: BotProcess | undefined;
afterEach(async () => {
  await bot?.end("SIGKILL");
  await town.stop();
});

const site = "https://bot.example.org";

test("npm start serves the workspaces that install it, with the secrets of an app and without a bot token", async () => {
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  town = await startTown({
    eventsUrl: `${at}/slack/events`,
    redirectUrl: `${site}/slack/oauth_redirect`,
  });
  const { clientId, clientSecret, signingSecret } = town.app;
  const stateSecret = "only this process and those beside it know this";
  bot = startBot({
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_STATE_SECRET: stateSecret.replaceAll(" ", "-"),
    SLACK_API_URL: town.apiUrl,
    PUBLIC_BASE_URL: site,
    PORT: String(port),
  });
  await bot.says(/^Slack: workspaces install the bot at https:\/\/bot\.example\.org\/slack\/install$/m);

  const north = await town.found("T0NORTH");
  const visitor = createVisitor(site, at);
  const { link } = await visitor.open(`${site}/slack/install`);
  expect((await visitor.open(town.allow(link, north))).status).toBe(200);
  expect((await north.command("/openness", "grok")).by).toBe("ack");
  const answer = await north.nextReply(await north.mention("is grok open source?"));
  expect(JSON.stringify(answer.body)).toContain(`${site}/picture.png`);

  expect(await bot.end("SIGTERM")).toBe(0);
  for (const secret of [clientSecret, signingSecret, "xoxb-", "only-this-process"])
    expect(bot.printed).not.toContain(secret);
});
