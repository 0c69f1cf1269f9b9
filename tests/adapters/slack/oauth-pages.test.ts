import { createHash } from "node:crypto";
import { ClearStateStore } from "@slack/oauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { languageOf } from "../../../src/adapters/slack/install/page.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { SlackStandIn } from "../../stand-ins/slack/slack.ts";
import { installAddress, openTownHall, redirectAddress, stateSecret, type TownHall } from "./town-hall.ts";
import type { Seen } from "./visitor.ts";

let hall: TownHall;
let north: SlackStandIn;
async function open(wishes: Parameters<typeof openTownHall>[0] = {}) {
  hall = await openTownHall(wishes);
  north = await hall.town.found("T0NORTH");
}
beforeEach(() => open());
afterEach(() => hall.close());

const cookie = "__Host-openness-install";
const isInstalled = async () =>
  (await hall.store.installation({ adapter: "slack", id: north.team })) !== undefined;
const exchanges = () => hall.town.calls.filter(({ method }) => method === "oauth.v2.access");
const titleOf = ({ page }: Seen) => /<h1>([^<]*)<\/h1>/.exec(page)?.[1];

describe("the page where it begins", () => {
  test("leads to Slack with exactly what is needed", async () => {
    const { status, link } = await hall.visitor().open(installAddress);
    const { origin, pathname, searchParams } = new URL(link);
    expect(status).toBe(200);
    expect(origin + pathname).toBe("https://slack.com/oauth/v2/authorize");
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: hall.town.app.clientId,
      scope: "commands,app_mentions:read,chat:write,im:history,users:read",
      redirect_uri: redirectAddress,
      state: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  test("asks for the history of channels only where questions are answered unasked", async () => {
    await hall.close();
    await open({ overhear: ["*"] });
    const { link } = await hall.visitor().open(installAddress);
    expect(new URL(link).searchParams.get("scope")).toMatch(/,channels:history,groups:history$/);
  });

  test("gives a cookie that only this site sees and sends, for ten minutes", async () => {
    const { headers } = await hall.visitor().open(installAddress);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-openness-install=[^;]+; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  test.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de", "Zu Slack hinzufügen"],
    ["fr, en;q=0.5", "en", "Add to Slack"],
    ["fr", "en", "Add to Slack"],
  ])("speaks the browser's language: %s", async (accepted, language, words) => {
    const { page } = await hall.visitor(accepted).open(installAddress);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(words);
  });

  test("loads nothing, can be framed by nobody, and its style is the one that its policy allows", async () => {
    const { page, headers } = await hall.visitor().open(installAddress);
    const [, style = ""] = /<style>(.*)<\/style>/s.exec(page) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(page).not.toMatch(/<script|<img|<link|src=|url\(|@import/);
  });
});

describe("an installation is not completed", () => {
  test("when nobody began one in this browser", async () => {
    const { link } = await hall.visitor().open(installAddress);
    const seen = await hall.visitor().open(hall.town.allow(link, north));
    expect([seen.status, titleOf(seen)]).toEqual([400, "This link is no longer good"]);
    expect(seen.link).toBe(installAddress);
    expect([exchanges(), await isInstalled()]).toEqual([[], false]);
  });

  test("when the state is one of another browser", async () => {
    const [mine, theirs] = [hall.visitor(), hall.visitor()];
    await mine.open(installAddress);
    const { link } = await theirs.open(installAddress);
    expect((await mine.open(hall.town.allow(link, north))).status).toBe(400);
    expect([exchanges(), await isInstalled()]).toEqual([[], false]);
  });

  test.each([
    ["made by somebody without our secret", "another secret that is as long as ours is, at least", 0],
    ["older than ten minutes", stateSecret, 601_000],
  ])("when the state is %s, even with the right cookie", async (_, secret, age) => {
    const visitor = hall.visitor();
    const { link } = await visitor.open(installAddress);
    const asking = { scopes: ["commands"], redirectUri: redirectAddress };
    const then = new Date(Date.now() - age);
    const state = await new ClearStateStore(secret).generateStateParam(asking, then);
    const back = new URL(hall.town.allow(link, north));
    back.searchParams.set("state", state);
    visitor.cookies.set(cookie, state);
    expect((await visitor.open(back.href)).status).toBe(400);
    expect([exchanges(), await isInstalled()]).toEqual([[], false]);
  });

  test("when the state comes back changed, or not at all", async () => {
    for (const change of [
      (state: string) => state.replace(/^./, "x"),
      (state: string) => `${state}x`,
      (state: string) => state.replace(/\.[^.]*$/, "."),
      (state: string) =>
        state.replace(/^[^.]*/, Buffer.from('{"alg":"none"}').toString("base64url")).replace(/\.[^.]*$/, "."),
      () => "",
    ]) {
      const visitor = hall.visitor();
      const { link } = await visitor.open(installAddress);
      const back = new URL(hall.town.allow(link, north));
      const state = change(back.searchParams.get("state") ?? "");
      back.searchParams.set("state", state);
      visitor.cookies.set(cookie, state);
      expect((await visitor.open(back.href)).status).toBe(400);
    }
    expect([exchanges(), await isInstalled()]).toEqual([[], false]);
  });

  test("a second time by the same state, whatever the code", async () => {
    const visitor = hall.visitor();
    const { link } = await visitor.open(installAddress);
    const state = visitor.cookies.get(cookie) ?? "";
    expect((await visitor.open(hall.town.allow(link, north))).status).toBe(200);
    expect(visitor.cookies.has(cookie)).toBe(false);
    visitor.cookies.set(cookie, state);
    const again = await visitor.open(hall.town.allow(link, north));
    expect([again.status, titleOf(again)]).toEqual([400, "This link is no longer good"]);
    expect(exchanges()).toHaveLength(1);
  });

  test("by a program that looks at the link before the person does", async () => {
    const visitor = hall.visitor();
    const { link } = await visitor.open(installAddress);
    const back = hall.town.allow(link, north);
    expect((await visitor.open(back, "HEAD")).status).toBe(405);
    expect((await visitor.open(back)).status).toBe(200);
  });

  test("when Slack was told no", async () => {
    const visitor = hall.visitor();
    await visitor.open(installAddress);
    const seen = await visitor.open(`${redirectAddress}?error=access_denied&state=x`);
    expect([seen.status, titleOf(seen)]).toEqual([200, "Nothing was added"]);
    expect(exchanges()).toEqual([]);
  });

  test("without a permission that is needed", async () => {
    const seen = await hall.install(north, { without: ["im:history", "chat:write"] });
    expect([seen.status, titleOf(seen)]).toEqual([400, "Not everything was allowed"]);
    expect(await isInstalled()).toBe(false);
    expect(hall.logged()).toContain("not completed: without chat:write, im:history");
  });

  test("for a whole organisation", async () => {
    const seen = await hall.install(north, { organisation: true });
    expect([seen.status, titleOf(seen)]).toEqual([400, "One workspace at a time"]);
    expect(await isInstalled()).toBe(false);
  });

  test.each([
    ["the code is refused", { error: "invalid_code" }],
    ["Slack is out of order", { status: 503 }],
    ["Slack asks to wait", { status: 429, retryAfter: 30 }],
    ["the connection breaks", "reset"],
  ] as const)("when %s", async (_, fault) => {
    hall.town.failNext("oauth.v2.access", fault);
    const seen = await hall.install(north);
    expect([seen.status, titleOf(seen)]).toEqual([502, "This did not work"]);
    expect(await isInstalled()).toBe(false);
    expect((await hall.install(north)).status).toBe(200);
  });

  test("when Slack does not know our secret", async () => {
    await hall.close();
    await open({ clientSecret: "not the secret" });
    expect((await hall.install(north)).status).toBe(502);
    expect(hall.logged()).toContain("bad_client_secret");
    expect(hall.logged()).not.toContain("not the secret");
  });

  test("when it cannot be kept", async () => {
    await hall.close();
    const install = () => Promise.reject(new Error("the disk is full"));
    await open({ store: { ...createMemoryStore(), install } });
    expect(titleOf(await hall.install(north))).toBe("This did not work");
    expect((await north.command("/openness", "grok")).by).toBe("nothing");
  });
});

test("an exchange that takes a while is waited for", async () => {
  hall.town.failNext("oauth.v2.access", { delayMs: 2_000 });
  expect((await hall.install(north)).status).toBe(200);
  expect(await isInstalled()).toBe(true);
});

test("one that takes too long is given up with a page, not with a connection that hangs", async () => {
  hall.town.failNext("oauth.v2.access", "hang");
  const since = performance.now();
  expect((await hall.install(north)).status).toBe(502);
  expect(performance.now() - since).toBeLessThan(6_000);
}, 10_000);

test("a permission that may be declined does not stand in the way, and is in the log", async () => {
  await hall.close();
  await open({ overhear: ["*"] });
  expect((await hall.install(north, { without: ["groups:history"] })).status).toBe(200);
  expect(hall.logged()).toContain('"declined":["groups:history"]');
});

describe("nothing that an address says is on a page, in a header or in the log", () => {
  const nasty = `"><script>alert(1)</script>'{{x}}\r\nset-cookie: a=b`;
  test.each(["code", "state", "error", "error_description", "team", "x"])("%s", async (name) => {
    const visitor = hall.visitor();
    await visitor.open(installAddress);
    const query = new URLSearchParams({ [name]: nasty, ...(name === "code" ? { state: "x" } : {}) });
    for (const address of [installAddress, redirectAddress]) {
      const { page, headers, status } = await visitor.open(`${address}?${query.toString()}`);
      expect(status).toBeLessThan(500);
      expect(page).not.toMatch(/alert|<script|\{\{x/);
      expect(JSON.stringify([...headers])).not.toMatch(/alert|a=b/);
    }
    expect(hall.logged()).not.toContain("alert");
  });
});

test.each([
  ["", "en"],
  ["de", "de"],
  ["DE-de", "de"],
  ["en;q=0.1, de;q=0.2", "de"],
  ["de;q=0, en", "en"],
  ["*", "en"],
  [";;;q=,,", "en"],
] as const)("of %j a reader prefers %s", (accepted, language) => {
  expect(languageOf(accepted, "en")).toBe(language);
});
