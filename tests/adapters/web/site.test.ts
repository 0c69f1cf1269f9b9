import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWeb } from "../../../src/adapters/web/web.ts";
import { createFront } from "../../../src/serve.ts";
import { bot, catalogue, silentLog } from "../../chat.ts";
import { freePort } from "../../free-port.ts";
import { startPage, type LocalPage } from "./local-page.ts";

let page: LocalPage;
beforeAll(async () => {
  page = await startPage();
});
afterAll(() => page.stop());

const get = (path: string, init?: RequestInit) => fetch(page.base + path, init);
const press = (body: unknown) =>
  get("/press", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
const pressed = {
  client: "discord",
  scene: { language: "en", place: "channel", overheard: false, channel: "1", person: "2" },
  press: { type: "2", id: "1:ask:en:define:open-weights", value: "", isPrivate: true },
};

describe("the page", () => {
  test("stands at the root, and a question is an address that answers without any script", async () => {
    expect(await (await get("/")).text()).toContain('id="ask"');
    const answered = await (await get("/?q=%2Fopenness+grok&lang=de")).text();
    expect(answered).toContain('<html lang="de"');
    expect(answered.match(/auf die Version an/gi)?.length).toBeGreaterThanOrEqual(2);
  });

  test("lets nothing in from elsewhere, and runs nothing that stands in it", async () => {
    const response = await get("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const source = (await response.text()) + (await (await get("/?q=%2Fopenness+grok")).text());
    expect(source).not.toMatch(/<script(?![^>]* src="\/page\.js")|<style| style=| on\w+="/);
  });

  test("weighs less than 100 KB with an answer, without its picture", async () => {
    const sizes = await Promise.all(
      ["/?q=%2Fopenness+grok&lang=de", "/page.js", "/style.css", "/icon.svg"].map(
        // Pictures are weighed apart.
        async (path) => (await (await get(path)).text()).replaceAll(/"data:image[^"]*"/g, "").length,
      ),
    );
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(100_000);
  });

  test("takes what an address gets wrong as usual", async () => {
    const source = await (await get("/?lang=fr&place=moon&manner=x&theme=pink&q=%ff%00")).text();
    expect(source).toContain('<html lang="en" data-theme="auto"');
  });

  test("answers the head alone, and nothing at other paths", async () => {
    expect((await get("/", { method: "HEAD" })).status).toBe(200);
    expect((await get("/etc/passwd")).status).toBe(404);
    expect((await get("/press")).status).toBe(404);
  });
});

test("what could not be opened once is opened for the next who asks", async () => {
  const port = await freePort();
  const front = createFront({ host: "127.0.0.1", port });
  const broken = [new Error("the build is not finished")];
  const web = createWeb({
    serve: (route, listener) => front.serve(route, listener),
    get previews() {
      for (const error of broken.splice(0)) throw error;
      return () => Promise.reject(new Error("nothing is asked here"));
    },
    catalogue,
    language: "en",
    address: "",
    log: silentLog,
    tell() {},
  });
  await web.start(bot);
  const statuses = [];
  for (const _ of [1, 2]) statuses.push((await fetch(`http://127.0.0.1:${port}/style.css`)).status);
  expect(statuses).toEqual([500, 200]);
  await front.stop();
});

describe("a press", () => {
  test("is answered with what is drawn below", async () => {
    const answer = await (await press(pressed)).json();
    expect(answer).toMatchObject({ deleted: false, drawn: expect.stringContaining("<h3>Open weights") });
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", {}],
    ["a client that is none", { ...pressed, client: "irc" }],
    ["an id that is none", { ...pressed, scene: { ...pressed.scene, channel: "../1" } }],
    ["a value without end", { ...pressed, press: { ...pressed.press, value: "x".repeat(20_000) } }],
    ["a megabyte", { ...pressed, press: { ...pressed.press, value: "x".repeat(1_000_000) } }],
  ])("of %s is refused", async (_, body) => {
    expect((await press(body)).status).toBe(400);
  });

  test("of a button that was tampered with is answered like one that is too old", async () => {
    const answer = await (await press({ ...pressed, press: { ...pressed.press, id: "1:vote:en" } })).json();
    expect(JSON.stringify(answer)).toContain("too old");
  });
});
