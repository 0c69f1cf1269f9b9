import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { startHealth, type AdapterState } from "../src/health.ts";
import { createFront, type Front } from "../src/serve.ts";
import { freePort } from "./free-port.ts";

const host = "127.0.0.1";
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

async function openFront(): Promise<{ readonly front: Front; readonly port: number; readonly base: string }> {
  const port = await freePort();
  const front = createFront({ host, port });
  ends.push(() => front.stop());
  await front.serve("/greet", (_, response) => void response.end("hello"));
  return { front, port, base: `http://${host}:${port}` };
}

/** What a server answers to bytes that no HTTP library would send. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, host, () => socket.end(text));
    socket.on("data", (data) => (answer += data.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("a path that is served takes POST, and nothing else is found", async () => {
  const { front, base } = await openFront();
  await front.serve("/second", (_, response) => void response.end("two"));
  const post = async (path: string) => (await fetch(base + path, { method: "POST" })).status;
  expect(await (await fetch(`${base}/greet?x=1`, { method: "POST" })).text()).toBe("hello");
  expect([await post("/second"), await post("/"), (await fetch(`${base}/greet`)).status]).toEqual([
    200, 404, 404,
  ]);
});

test.each(["GET // HTTP/1.1", "GET http://[ HTTP/1.1", "POST //greet HTTP/1.1", "nonsense"])(
  "%s ends neither the server nor its answers",
  async (line) => {
    const { port, base } = await openFront();
    expect(await raw(port, `${line}\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 40[04]/);
    expect((await fetch(`${base}/greet`, { method: "POST" })).status).toBe(200);
  },
);

test("a listener that throws is answered with 500", async () => {
  const { front, base } = await openFront();
  await front.serve("/broken", () => {
    throw new Error("bug");
  });
  expect((await fetch(`${base}/broken`, { method: "POST" })).status).toBe(500);
});

test("a port that is taken is named with its variable", async () => {
  const { port } = await openFront();
  const other = createFront({ host, port });
  await expect(other.serve("/x", () => {})).rejects.toThrow(
    `PORT: port ${port} is taken by another program; choose a free one.`,
  );
});

test("health tells alive from connected, and names each adapter", async () => {
  const port = await freePort();
  let adapter: AdapterState = { name: "one", ready: true, detail: "connected", failed: false };
  const server = await startHealth({ host, port }, () => [adapter]);
  ends.push(() => server.stop());
  const statuses = async () => [
    (await fetch(`http://${host}:${port}/healthz`)).status,
    (await fetch(`http://${host}:${port}/readyz`)).status,
  ];
  expect(await statuses()).toEqual([200, 200]);
  adapter = { ...adapter, ready: false, detail: "reconnects" };
  expect(await statuses()).toEqual([200, 503]);
  adapter = { ...adapter, failed: true, detail: "token refused" };
  expect(await statuses()).toEqual([503, 503]);
  const body: unknown = await (await fetch(`http://${host}:${port}/readyz`)).json();
  expect(body).toEqual({ fine: false, adapters: [adapter] });
  expect((await fetch(`http://${host}:${port}/constructor`)).status).toBe(404);
  expect((await fetch(`http://${host}:${port}/healthz`, { method: "POST" })).status).toBe(404);
});
