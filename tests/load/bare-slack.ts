import { App, LogLevel } from "@slack/bolt";

/** What Bolt costs by itself: answers every command with a constant. */
const app = new App({
  token: process.env["SLACK_BOT_TOKEN"] ?? "",
  appToken: process.env["SLACK_APP_TOKEN"] ?? "",
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env["SLACK_API_URL"] ?? "" },
});
app.command(/.*/, async ({ ack }) => ack({ text: "pong" }));
process.once("SIGTERM", () => void app.stop().then(() => process.exit(0)));
await app.start();
process.stdout.write("ready\n");
