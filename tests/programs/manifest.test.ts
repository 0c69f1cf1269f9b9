import path from "node:path";
import { expect, test } from "vitest";
import { startBot } from "./bot-process.ts";

async function print(...words: readonly string[]) {
  const program = startBot({}, [path.resolve("dist/src/manifest.js"), ...words]);
  return { exitCode: await program.end(), printed: program.printed };
}

test("npm run manifest prints JSON for Socket Mode", async () => {
  const { exitCode, printed } = await print();
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    display_information: { name: "Openness" },
    settings: { socket_mode_enabled: true },
  });
  expect(printed).not.toMatch(/slack\/(events|oauth)/);
});

test("with an address it prints where Slack calls over HTTP", async () => {
  const { exitCode, printed } = await print("https://bot.example");
  const url = "https://bot.example/slack/events";
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    features: { slash_commands: [{ url }, { url }] },
    oauth_config: { redirect_urls: ["https://bot.example/slack/oauth_redirect"] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    },
  });
});

test.each(["bot.example", "http://bot.example"])(
  "an address that Slack cannot call is one line: %s",
  async (word) => {
    const { exitCode, printed } = await print(word);
    expect(exitCode).toBe(1);
    expect(printed).toMatch(new RegExp(`^${word}: give the address that Slack shall call.*\\n$`));
  },
);
