import { expect, test } from "vitest";
import { respond } from "../../../src/adapters/slack/connect/respond.ts";

const foreign = { kind: "refused", code: "foreign_response_url" };

test.each([
  "http://hooks.slack.com/commands/1",
  "https://slack.com.evil.example/commands/1",
  "https://hooks.slack.com@evil.example/commands/1",
  "https://hooks.slack.com.evil.example/",
  "https://evil.example/?.slack.com/",
  "not an address",
])("an answer is never sent to %s", async (url) => {
  expect(await respond(url, { text: "x" }, undefined)).toEqual(foreign);
});

test.each([
  "http://127.0.0.1:1/respond/T1/1",
  "http://localhost:8080/respond/T1/1",
  "https://127.0.0.1:8080/respond/T1/1",
  "http://127.0.0.1:8080@evil.example/",
  "not an address",
])("nor, where something stands in for Slack, anywhere else than there: %s", async (url) => {
  expect(await respond(url, { text: "x" }, "http://127.0.0.1:8080/api/")).toEqual(foreign);
});
