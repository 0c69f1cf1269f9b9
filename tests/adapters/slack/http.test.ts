import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SignedRequest } from "../../stand-ins/slack/delivery.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let place: Workplace;
const failed: unknown[] = [];
const note = (error: unknown) => failed.push(error);
beforeAll(async () => {
  process.on("unhandledRejection", note);
  place = await openWorkplace({ over: "http" });
});
afterAll(async () => {
  await place.close();
  process.off("unhandledRejection", note);
});

const now = () => Math.floor(Date.now() / 1_000);
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const command = form({
  command: "/openness",
  text: "grok",
  user_id: "U1",
  channel_id: "C1",
  team_id: "T1",
  trigger_id: "1.1",
  response_url: "http://127.0.0.1:9/none",
});
const json = "application/json";

describe("only what Slack has signed is read", () => {
  test.each<[string, Omit<SignedRequest, "body">, number]>([
    ["a right signature", {}, 200],
    ["a wrong secret", { secret: "another secret" }, 401],
    ["no signature", { headers: { "x-slack-signature": "" } }, 401],
    ["an older version", { headers: { "x-slack-signature": "v1=00" } }, 401],
    ["a short signature", { headers: { "x-slack-signature": "v0=00" } }, 401],
    ["a time of 290 s ago", { timestamp: String(now() - 290) }, 200],
    ["a time of 301 s ago", { timestamp: String(now() - 301) }, 401],
    ["a time in a minute", { timestamp: String(now() + 60) }, 200],
    ["a time in an hour", { timestamp: String(now() + 3_600) }, 401],
    ["no time", { headers: { "x-slack-request-timestamp": "" } }, 401],
    ["a time that is none", { timestamp: "NaN" }, 401],
    ["a time beyond all", { timestamp: "1e99" }, 401],
  ])("%s", async (_, request, status) => {
    const response = await place.slack.request({ body: command, ...request });
    expect(response.status).toBe(status);
  });

  test("the word for checking the connection carries nothing past the signature", async () => {
    const before = place.slack.calls.length;
    const response = await place.slack.request({ body: `ssl_check=1&${command}`, secret: "wrong" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    expect(place.slack.calls).toHaveLength(before);
  });
});

describe("a body that says nothing is refused and ends nothing", () => {
  test.each<[body: string, contentType: string, status: number]>([
    ["null", json, 400],
    ["[]", json, 400],
    ["7", json, 400],
    ['"text"', json, 400],
    ["{", json, 400],
    ["", json, 400],
    [form({ payload: "null" }), "application/x-www-form-urlencoded", 400],
    [form({ payload: "[]" }), "application/x-www-form-urlencoded", 400],
    [form({ payload: "{" }), "application/x-www-form-urlencoded", 400],
    ['{"type":"event_callback","event":null}', json, 500],
    ['{"type":"event_callback","event":7}', json, 500],
    [form({ payload: '{"type":"block_actions","actions":[]}' }), "application/x-www-form-urlencoded", 500],
    ["x".repeat(300_000), json, 413],
    ["x".repeat(5_000_000), json, 413],
  ])("%.60s as %s gives %i", async (body, contentType, status) => {
    const response = await place.slack.request({ body, contentType });
    expect(response.status).toBe(status);
    expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
    expect(failed).toEqual([]);
  });
});

test("Slack's question for the address is answered", async () => {
  const body = JSON.stringify({ type: "url_verification", challenge: "so are we" });
  const response = await place.slack.request({ body, contentType: json });
  expect(await response.json()).toEqual({ challenge: "so are we" });
});

test("a charset behind the content type changes nothing", async () => {
  const contentType = "application/x-www-form-urlencoded; charset=utf-8";
  const response = await place.slack.request({ body: command.replace("1.1", "1.2"), contentType });
  expect(response.status).toBe(200);
  expect(JSON.stringify(await response.json())).toContain("Grok (xAI)");
});

test("a signed request that is sent again is answered once", async () => {
  const body = command.replace("1.1", "1.3");
  const first = await place.slack.request({ body });
  const second = await place.slack.request({ body });
  expect((await first.text()).length).toBeGreaterThan(1_000);
  expect([second.status, await second.text()]).toEqual([200, ""]);
});

test("a request that breaks off in the middle ends nothing", async () => {
  const url = new URL(await addressOf());
  const signature = createHmac("sha256", place.slack.signingSecret).update("x").digest("hex");
  await new Promise<void>((resolve) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.write(
        `POST ${url.pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\nx-slack-signature: v0=${signature}\r\n\r\n{"a"`,
      );
      setTimeout(() => socket.destroy(), 20);
    });
    socket.on("close", () => resolve());
  });
  expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
  expect(failed).toEqual([]);
});

/** Where the bot listens, as its own answer to a wrong path shows. */
async function addressOf(): Promise<string> {
  const response = await place.slack.request({ body: command, secret: "wrong" });
  return response.url;
}
