import { describe, expect, test } from "vitest";
import { createRedact } from "../src/redact.ts";

describe("what has the form of a secret is blacked out", () => {
  const long = "s3cretS3cretS3cretS3cretS3cret";
  test.each([
    ["a bot token of Slack", `xoxb-1-2-${long}`, "[hidden]"],
    ["a rotated one", `xoxe.xoxb-1-${long}`, "[hidden]"],
    ["one that renews it", `xoxe-1-${long}`, "[hidden]"],
    ["an app token", `xapp-1-A1-${long}`, "[hidden]"],
    ["a bot token of Discord", `MTE3MDAwMDAwMDAwMDAwMDAwMQ.GabcdE.${long}`, "[hidden]"],
    ["an interaction's", `/v10/interactions/117/${long}/callback`, "/v10/interactions/117/[hidden]/callback"],
    ["a webhook's", `/webhooks/117/${long}/messages/@original`, "/webhooks/117/[hidden]/messages/@original"],
    [
      "where a command is answered",
      `https://hooks.slack.com/commands/T1/117/${long}`,
      "https://hooks.slack.com/commands/T1/[hidden]",
    ],
    ["where a press is answered", `/actions/T1/117/${long} failed`, "/actions/T1/[hidden] failed"],
    ["a password", `postgres://openness:${long}@db:5432/x`, "postgres://openness:[hidden]@db:5432/x"],
    ["one with a colon in it", `postgres://openness:${long}:p@db/x`, "postgres://openness:[hidden]@db/x"],
    [
      "a ticket for a socket",
      `wss://wss.example/link/?ticket=${long}&app_id=1`,
      "wss://wss.example/link/?ticket=[hidden]&app_id=1",
    ],
    [
      "the code of an installation",
      `GET /slack/oauth_redirect?code=${long}&state=${long}`,
      "GET /slack/oauth_redirect?code=[hidden]&state=[hidden]",
    ],
    ["a header", `"authorization":"Bot ${long}"`, '"authorization":"Bot [hidden]"'],
  ])("%s", (_, text, shown) => {
    expect(createRedact()(text)).toBe(shown);
    expect(createRedact([long])(`${text} ${long}`)).not.toContain(long);
  });

  test.each([
    "answered",
    "https://discord.com/developers/applications",
    "https://discord.com/oauth2/authorize?client_id=1&scope=bot",
    "https://api.slack.com/apps, Basic Information",
    "POST /interactions/117 and /webhooks/",
    "http://127.0.0.1:4321/healthz and mail@example.org",
    "a bot token starts with xoxb-",
  ])("and nothing else: %s", (text) => {
    expect(createRedact(["short", ""])(text)).toBe(text);
  });
});

describe("a value that is known to be secret", () => {
  const secret = 'back\\slash "quote" $& (a+)+';

  test("is blacked out in every spelling", () => {
    const text = [secret, JSON.stringify({ secret }), encodeURIComponent(secret)].join(" ");
    expect(createRedact([secret])(text)).toBe('[hidden] {"secret":"[hidden]"} [hidden]');
  });

  test("that begins like another one leaves no end of it", () => {
    expect(createRedact(["12345678", "12345678-and-more"])("12345678-and-more")).toBe("[hidden]");
  });
});

test("a long line costs no time", () => {
  const redact = createRedact(["a-secret-of-some-length"]);
  for (const piece of ["xox", "xoxb-", "a://", "/webhooks/1", "Bot ", "?code", "M".repeat(30) + "."]) {
    const line = piece.repeat(Math.ceil(20_000 / piece.length));
    const started = performance.now();
    redact(line);
    expect(performance.now() - started).toBeLessThan(100);
  }
});
