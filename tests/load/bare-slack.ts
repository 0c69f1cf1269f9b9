import { App, LogLevel } from "@slack/bolt";

/** What Bolt costs by itself: answers every command with a constant, a word or a card. */
const constant = JSON.parse(process.env["CONSTANT"] ?? `{"text":"pong"}`);
const app = new App({
  token: process.env["SLACK_BOT_TOKEN"] ?? "",
  appToken: process.env["SLACK_APP_TOKEN"] ?? "",
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env["SLACK_API_URL"] ?? "" },
});
app.command(/.*/, async ({ ack }) => ack(constant));
process.once("SIGTERM", () => void app.stop().then(() => process.exit(0)));
await app.start();
process.stdout.write("ready\n");
