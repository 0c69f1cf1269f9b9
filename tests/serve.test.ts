import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startHealth, type AdapterState } from "../src/health.ts";
import { createFront, type Front } from "../src/serve.ts";
import { freePort } from "./free-port.ts";

const host = "127.0.0.1";
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(ends.splice(0).map((end) => end()));
});

async function openFront(): Promise<{ readonly front: Front; readonly port: number; readonly base: string }> {
  const port = await freePort();
  const front = createFront({ host, port });
  ends.push(() => front.stop());
  await front.serve("POST /greet", (_, response) => void response.end("hello"));
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

test("a route is a method and a path, and nothing else is found", async () => {
  const { front, base } = await openFront();
  await front.serve("POST /second", (_, response) => void response.end("two"));
  const post = async (path: string) => (await fetch(base + path, { method: "POST" })).status;
  expect(await (await fetch(`${base}/greet?x=1`, { method: "POST" })).text()).toBe("hello");
  expect([await post("/second"), await post("/"), (await fetch(`${base}/greet`)).status]).toEqual([
    200, 404, 404,
  ]);
});

test("what can be got can be asked for its head", async () => {
  const { front, base } = await openFront();
  await front.serve("GET /page", (_, response) => void response.end("page"));
  const head = await fetch(`${base}/page`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await fetch(`${base}/page`, { method: "POST" })).status).toBe(404);
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
  await front.serve("POST /broken", () => {
    throw new Error("bug");
  });
  expect((await fetch(`${base}/broken`, { method: "POST" })).status).toBe(500);
});

/** Refuses before it has read all, and counts what it had to throw away on the way. */
async function openFull() {
  const opened = await openFront();
  let taken = 0;
  await opened.front.serve("POST /full", (request, response) => {
    request.once("data", () => {
      request.pause();
      response.writeHead(413).end();
      request.on("data", (part: Buffer) => (taken += part.length));
    });
  });
  return { ...opened, taken: () => taken };
}

const endless = "Host: x\r\nContent-Length: 99999999\r\n";

describe("whoever still sends is refused without a reset, which could overtake the answer, and is given up", () => {
  test.each([
    ["a connection that goes on", `POST /full HTTP/1.1\r\n${endless}\r\n`, false],
    ["one that ends with the answer", `POST /full HTTP/1.1\r\n${endless}Connection: close\r\n\r\n`, false],
    ["one of before that was possible", `POST /full HTTP/1.0\r\n${endless}\r\n`, false],
    ["a server that ends", `POST /full HTTP/1.1\r\n${endless}\r\n`, true],
  ])("%s", async (_, head, isDraining) => {
    const { front, port, taken } = await openFull();
    if (isDraining) front.drain();
    const heard: string[] = [];
    const socket = connect({ port, host, allowHalfOpen: true });
    socket.on("data", (data) => heard.push(data.toString()));
    socket.on("error", () => heard.push("reset"));
    socket.write(head);
    const sending = setInterval(() => socket.write("x".repeat(65_536)), 20);
    try {
      await vi.waitFor(() => expect(heard.join("")).toMatch(/^HTTP\/1\.1 413 /u));
      await vi.waitFor(() => expect(taken()).toBeGreaterThan(500_000));
      expect(heard).toHaveLength(1);
      await vi.waitFor(() => expect(socket.destroyed).toBe(true), 3_000);
    } finally {
      clearInterval(sending);
      socket.destroy();
    }
  });
});

test("what comes behind a refusal on the same connection is answered", async () => {
  const { port } = await openFull();
  const refused = `POST /full HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n${"x".repeat(100_000)}`;
  const answer = await raw(port, `${refused}POST /greet HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(answer.match(/HTTP\/1\.1 \d+/gu)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
});

test("what comes behind an answer that ended the connection is not taken", async () => {
  const { front, port } = await openFront();
  let taken = 0;
  await front.serve("POST /count", (_, response) => {
    taken += 1;
    response.end();
  });
  front.drain();
  const socket = connect({ port, host, allowHalfOpen: true });
  const request = "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
  socket.write(request);
  await once(socket, "data");
  socket.end(request);
  await once(socket, "close");
  expect(taken).toBe(1);
});

describe("an end does not wait for", () => {
  test.each([
    ["who says nothing", ""],
    ["who says half of what is asked", "POST /greet HTTP/1.1\r\nHo"],
    ["who was answered and keeps the connection", "POST /greet HTTP/1.1\r\nHost: x\r\n\r\n"],
    [
      "who was refused and has sent the rest",
      `POST /full HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n${"x".repeat(100_000)}`,
    ],
  ])("%s", async (_, text) => {
    const { front, port } = await openFull();
    const socket = connect(port, host);
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write(text);
    if (text.endsWith("\r\n\r\n") || text.endsWith("x")) await once(socket, "data");
    // Node itself would wait for five seconds for the last two, and for ever for the others.
    const over = front.stop().then(() => "over");
    expect(await Promise.race([over, pause(3_000, "not over")])).toBe("over");
    socket.destroy();
  });
});

test("nor does an end wait longer than eight seconds for anybody", async () => {
  const { front, base } = await openFront();
  await front.serve("POST /mute", () => {}, 60_000);
  const asked = fetch(`${base}/mute`, { method: "POST" }).catch(() => "cut off");
  await pause(100);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const stopped = front.stop();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await Promise.race([stopped, pause(50, "not yet")])).toBe("not yet");
  await vi.advanceTimersByTimeAsync(1_000);
  await stopped;
  expect(await asked).toBe("cut off");
});

test("a listener that never answers is ended with 500 once nobody waits any more", async () => {
  const { front, base } = await openFront();
  const asked = new Promise<ServerResponse>((resolve) => {
    void front.serve("POST /mute", (_, response) => resolve(response));
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const answered = fetch(`${base}/mute`, { method: "POST" });
  const response = await asked;
  vi.advanceTimersByTime(4_999);
  expect(response.writableEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect((await answered).status).toBe(500);
});

test("whoever is answered while the server ends has its connection ended too, so that it does not send another", async () => {
  const { front, base } = await openFront();
  const asked = new Promise<ServerResponse>((resolve) => {
    void front.serve("POST /slow", (_, response) => resolve(response));
  });
  const ask = async (path: string) =>
    (await fetch(base + path, { method: "POST" })).headers.get("connection");
  const slow = ask("/slow");
  const response = await asked;
  expect(await ask("/greet")).toBe("keep-alive");
  front.drain();
  expect(await ask("/greet")).toBe("close");
  const stopped = front.stop();
  response.end("at last");
  expect(await slow).toBe("close");
  const started = performance.now();
  await stopped;
  // A connection that is kept alive would be waited for five seconds.
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("a port that is taken is named with its variable", async () => {
  const { port } = await openFront();
  const other = createFront({ host, port });
  await expect(other.serve("POST /x", () => {})).rejects.toThrow(
    `PORT: port ${port} is taken by another program; choose a free one.`,
  );
});

async function openHealth(states: () => readonly AdapterState[]) {
  const port = await freePort();
  const server = await startHealth({ host, port }, states, () => "openness_answers_total 1\n");
  ends.push(() => server.stop());
  return (path: string, method = "GET") => fetch(`http://${host}:${port}${path}`, { method });
}

const fine: AdapterState = { name: "one", ready: true, detail: "connected", failed: false };
const gone: AdapterState = { name: "two", ready: false, detail: "token refused", failed: true };

test.each([
  ["connected", [fine], 200, 200],
  ["connecting again", [{ ...fine, ready: false }], 200, 503],
  ["failed for good", [gone], 503, 503],
  ["failed for good beside one that goes on", [gone, fine], 200, 503],
  ["failed for good beside one that connects again", [gone, { ...fine, ready: false }], 200, 503],
  ["failed for good, all of them", [gone, { ...gone, name: "one" }], 503, 503],
] as const)("health tells alive from connected: %s", async (_, adapters, alive, ready) => {
  const look = await openHealth(() => adapters);
  expect([(await look("/healthz")).status, (await look("/readyz?verbose")).status]).toEqual([alive, ready]);
});

test("health lists the adapters as JSON that nobody keeps", async () => {
  const look = await openHealth(() => [fine, gone]);
  const [alive, ready] = await Promise.all([look("/healthz"), look("/readyz")]);
  for (const { headers } of [alive, ready]) {
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("cache-control")).toBe("no-store");
  }
  expect(await alive.json()).toEqual({ fine: true, adapters: [fine, gone] });
  expect(await ready.json()).toEqual({ fine: false, adapters: [fine, gone] });
});

test("what is measured stands beside health, as Prometheus reads it", async () => {
  const look = await openHealth(() => [fine]);
  const response = await look("/metrics?x=1");
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await response.text()).toBe("openness_answers_total 1\n");
  expect((await look("/metrics", "POST")).status).toBe(404);
});

test.each(["/", "/constructor", "/toString", "/__proto__", "/healthz/"])(
  "%s is nothing that health knows",
  async (path) => {
    const look = await openHealth(() => [fine]);
    expect((await look(path)).status).toBe(404);
    expect((await look("/healthz", "POST")).status).toBe(404);
  },
);
