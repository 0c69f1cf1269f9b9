import { expect, test } from "vitest";
import { respond } from "../../../src/adapters/slack/connect/respond.ts";

test.each([
  "http://hooks.slack.com/commands/1",
  "https://slack.com.evil.example/commands/1",
  "https://hooks.slack.com@evil.example/commands/1",
  "https://hooks.slack.com.evil.example/",
  "https://evil.example/?.slack.com/",
  "not an address",
])("an answer is never sent to %s", async (url) => {
  expect(await respond(url, { text: "x" }, undefined)).toEqual({
    kind: "refused",
    code: "foreign_response_url",
  });
});
