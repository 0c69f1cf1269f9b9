import { generateKeyPairSync } from "node:crypto";
import { assert, asyncProperty, constantFrom, uint8Array } from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../free-port.ts";
import { startBot, type BotProcess } from "../programs/bot-process.ts";
import { mutantsOf } from "./mutate.ts";
import { rawRequests } from "./raw-requests.ts";
import { sendRaw, statusesIn } from "./raw.ts";
import { mutations, seed } from "./ways.ts";

const key = generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" });
let ports: Readonly<Record<"front" | "health", number>>;
let bot: BotProcess;

/** Everything that listens: both platforms over HTTP, installations, pictures, the page, and health. */
beforeAll(async () => {
  ports = { front: await freePort(), health: await freePort() };
  bot = startBot({
    PORT: String(ports.front),
    HEALTH_PORT: String(ports.health),
    PAGE: "on",
    PUBLIC_BASE_URL: "https://bot.example.org",
    DISCORD_GATEWAY: "off",
    DISCORD_PUBLIC_KEY: key.subarray(-32).toString("hex"),
    SLACK_CLIENT_ID: "1.2",
    SLACK_CLIENT_SECRET: "client-secret",
    SLACK_STATE_SECRET: "0123456789abcdef0123456789abcdef",
    SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  });
  await bot.says("Slack: workspaces install the bot at");
  await vi.waitFor(async () => {
    if ((await isFine()).some((status) => status !== 200)) throw new Error("it does not answer yet");
  }, 20_000);
}, 60_000);
afterAll(() => bot.end("SIGKILL"));

/** Whether both servers still answer. */
async function isFine(): Promise<readonly number[]> {
  const statusOf = async (address: string) =>
    fetch(address).then(
      async (response) => (await response.text(), response.status),
      () => 0,
    );
  return Promise.all([
    statusOf(`http://127.0.0.1:${ports.front}/style.css`),
    statusOf(`http://127.0.0.1:${ports.health}/healthz`),
  ]);
}

const servers = ["front", "health"] as const;

describe.each(servers)("what nobody can read ends nothing: %s", (server) => {
  test.each(Object.entries(rawRequests))("%s", async (_, bytes) => {
    const { text } = await sendRaw(ports[server], [bytes]);
    expect(statusesIn(text).filter((status) => status >= 500)).toEqual([]);
    expect(await isFine()).toEqual([200, 200]);
  });

  test("fifty requests in one go are answered one by one", async () => {
    const path = { front: "/style.css", health: "/healthz" }[server];
    const one = `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const { text } = await sendRaw(ports[server], [one.repeat(50)]);
    expect(statusesIn(text)).toEqual(Array.from({ length: 50 }, () => 200));
  });

  test("nor does what becomes of a request by some changes, or any bytes", async () => {
    const texts = Object.values(rawRequests).filter((one) => typeof one === "string");
    await assert(
      asyncProperty(
        constantFrom(...texts).chain(mutantsOf),
        uint8Array({ maxLength: 64 }),
        async (mutant, bytes) => {
          const heard = await sendRaw(ports[server], [mutant, bytes]);
          expect(statusesIn(heard.text).filter((status) => status >= 500)).toEqual([]);
        },
      ),
      { numRuns: mutations, seed },
    );
    expect(await isFine()).toEqual([200, 200]);
  }, 600_000);
});

test.each(["/press", "/slack/events", "/discord/interactions", "/"])(
  "a body without end is refused before it was read: %s",
  async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const { text, closedAfter } = await sendRaw(
      ports.front,
      [head, ...Array.from({ length: 200 }, () => piece)],
      { isEnded: false },
    );
    expect(statusesIn(text)[0]).toBeOneOf([400, 401, 404, 413]);
    expect(closedAfter).toBeLessThan(10_000);
    expect(await isFine()).toEqual([200, 200]);
  },
);

/** As slow as can be: it goes on for as long as it is let. */
const slowly = (text: string) => Array.from(text + "x".repeat(200));

describe.each(servers)("whoever takes too long is given up: %s", (server) => {
  test.concurrent.each([
    ["who says nothing", []],
    ["who does not come to an end of the first line", slowly("GET /")],
    ["who does not come to an end of the headers", slowly("GET / HTTP/1.1\r\nHost: x\r\nX: ")],
    [
      "who does not come to an end of the body",
      ["POST /press HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", ...slowly("{")],
    ],
    [
      "who sends events byte by byte",
      ["POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", ...slowly("{")],
    ],
  ])("%s", async (_, parts) => {
    const { closedAfter } = await sendRaw(ports[server], parts, { isEnded: false, every: 200 });
    expect(closedAfter).toBeLessThan(8_000);
    expect(await isFine()).toEqual([200, 200]);
  });
});

test("after all that it is still the same program, and ends as it should", async () => {
  expect(bot.exitCode).toBeNull();
  expect(await bot.end("SIGTERM")).toBe(0);
});
