import { expect, test } from "vitest";
import { createLogger } from "../../src/adapters/slack/connect/logger.ts";
import { listeningLog, type Line } from "../adapters/discord/connect.ts";

test("of what Slack's libraries say, neither what they were sent nor what they quote is logged, and nothing twice a minute", () => {
  const lines: Line[] = [];
  const logger = createLogger(listeningLog(lines));
  logger.debug('WebSocket message: {"text":"what a person asked"}');
  logger.info("what a person asked");
  for (let count = 0; count < 3; count += 1) {
    logger.warn('Unable to parse "what a person asked" <@U1>', { text: "what a person asked" });
    logger.error(new Error("failed"), "what a person asked");
  }
  expect(lines).toEqual([
    {
      level: "info",
      facts: { adapter: "slack", library: 'Unable to parse "…" "…"' },
      message: expect.any(String),
    },
    { level: "info", facts: { adapter: "slack", library: "failed" }, message: expect.any(String) },
  ]);
  expect(logger.getLevel()).not.toBe("debug");
});
