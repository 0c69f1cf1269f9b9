import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createWeb } from "../../../src/adapters/web/web.ts";
import { bot, catalogue } from "../../chat.ts";
import { freePort } from "../../free-port.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The page over previews that cannot be loaded. */
async function openBroken() {
  const listeners = new Map<string, RequestListener>();
  const log: string[] = [];
  const web = createWeb({
    serve: async (route, listener) => void listeners.set(route, listener),
    previews: () => Promise.reject(new Error("no previews")),
    catalogue,
    language: "en",
    address: "http://127.0.0.1:4321",
    log: { info() {}, warn() {}, error: (_, message) => log.push(message) },
    tell() {},
  });
  const server = createServer((request, response) => {
    listeners.get(`${request.method} ${request.url?.split("?")[0]}`)?.(request, response);
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => server.close());
  return { web, log, ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}

test("the page says whether it is open, and where", async () => {
  const { web } = await openBroken();
  expect(web.health()).toEqual({ ready: false, detail: "not started" });
  await web.start(bot);
  expect(web.health()).toEqual({ ready: true, detail: "at http://127.0.0.1:4321" });
  await web.stop();
  await web.done;
  expect(web.health().ready).toBe(false);
});

test("what cannot be answered is a fault of the server, is logged, and ends nothing", async () => {
  const { web, log, ask } = await openBroken();
  await web.start(bot);
  expect((await ask("/?q=grok")).status).toBe(500);
  expect(log).toEqual(["the page cannot answer"]);
  expect((await ask("/?q=grok")).status).toBe(500);
});
