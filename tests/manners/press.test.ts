import { describe, expect, test } from "vitest";
import { longestButtonText } from "../../src/chat.ts";
import { type Press, readPress, writePress } from "../../src/manners/press.ts";
import { bot, knowledge } from "../chat.ts";

const presses: readonly Press[] = [
  { kind: "ask", ask: { command: "openness", text: "grok-1" }, language: "de", chosen: true },
  { kind: "ask", ask: { command: "ask", text: "a: b:c\n" }, language: "en", chosen: false },
  { kind: "share", ask: { command: "help", text: "" }, language: "en" },
  { kind: "delete", language: "de", asker: "4711" },
  { kind: "vote", language: "en", entry: "family:grok", verdict: "unhelpful" },
  { kind: "vote", language: "de", entry: "term:open-weights", verdict: "helpful" },
  { kind: "vote", language: "de", entry: "term:open-weights", verdict: "outdated" },
  { kind: "settings", language: "de", channel: "4711" },
  { kind: "settings", language: "en", channel: "" },
];

test.each(presses)("a button gives back what it carries: $kind", (press) => {
  expect(readPress(writePress(press))).toEqual(press);
});

test("every command with the longest text fits into the 100 characters of a custom_id", () => {
  for (const { name } of bot.commands) {
    const ask = { command: name, text: "x".repeat(longestButtonText) };
    expect(writePress({ kind: "ask", ask, language: "de", chosen: true }).length, name).toBeLessThanOrEqual(
      100,
    );
    expect(writePress({ kind: "share", ask, language: "de" }).length, name).toBeLessThanOrEqual(100);
  }
});

test("every entry can be voted on", () => {
  for (const entry of knowledge.entries.keys())
    expect(readPress(writePress({ kind: "vote", language: "en", entry, verdict: "helpful" }))).toBeDefined();
});

test("the codes of buttons that are out there already can be read", () => {
  expect(readPress("1:vote:de:up:family:grok")).toEqual({
    kind: "vote",
    language: "de",
    entry: "family:grok",
    verdict: "helpful",
  });
  expect(readPress("1:delete:de:4711")).toEqual({ kind: "delete", language: "de", asker: "4711" });
});

describe("not ours", () => {
  test.each([
    "",
    "1",
    "2:ask:en:ask:x",
    "1:ask:fr:ask:x",
    "1:ask:en",
    "1:delete:",
    "1:delete:de:",
    "1:delete:4711",
    "1:vote:up",
    "1:vote:de:up",
    "1:vote:de:sideways:family:grok",
    "1:vote:up:family:grok",
    "1:vote:de:up:grok",
    "1:vote:de:up:person:ada",
    "1:vote:de:up:term:<@1>",
    `1:ask:en:ask:${"x".repeat(88)}`,
    "1:vote:de:up:what a person typed",
    "1:vote:de:up:family:What A Person Typed",
    "1:vote:de:up:family:",
    `1:vote:de:up:family:${"x".repeat(200)}`,
    "0:1:2",
    "1:__proto__:x:y",
  ])("%j is no button", (code) => {
    expect(readPress(code)).toBeUndefined();
  });
});
