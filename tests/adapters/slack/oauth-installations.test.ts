import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTrouble } from "../../../src/adapters/slack/connect/trouble.ts";
import { createInstallations } from "../../../src/adapters/slack/install/installations.ts";
import { writeInstallation } from "../../../src/adapters/slack/install/record.ts";
import { createOpener } from "../../../src/adapters/slack/open.ts";
import { WebClient } from "@slack/web-api";
import { noMetrics } from "../../../src/metrics.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { bot, silentLog } from "../../chat.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  // At the very beginning of time nothing grows old.
  vi.advanceTimersByTime(1);
});
afterEach(() => {
  vi.useRealTimers();
});

const north = { adapter: "slack", id: "T0NORTH" };
const record = (token: string, at = 100) => ({
  team: "T0NORTH",
  app: "A0",
  token,
  user: "U0BOT",
  bot: "B0BOT",
  scopes: [],
  installer: "U0ADMIN",
  at,
});

/** Our side over a store, with the tokens that were opened and how often the store was read. */
function openInstallations(store: Store = createMemoryStore()) {
  const opened: string[] = [];
  const refuse: (() => void)[] = [];
  const reads = vi.fn<Store["installation"]>((community) => store.installation(community));
  const open = createOpener(bot, {
    web: new WebClient(),
    commandNames: { openness: "/openness", define: "/define" },
    overhear: [],
    language: "en",
    store,
    log: silentLog,
    metrics: noMetrics,
    stopping: new AbortController().signal,
  });
  const installations = createInstallations({
    store: { ...store, installation: reads },
    open({ team, token, user }, onTokenRefused) {
      opened.push(token);
      refuse.push(onTokenRefused);
      return open({ team, token, user, onTokenRefused });
    },
    trouble: createTrouble(silentLog),
    log: silentLog,
  });
  const find = () => installations.find(["T0NORTH"]);
  return { installations, find, store, reads, opened, refuse };
}

describe("a workspace is read from the store", () => {
  test("once for everything that comes at once, and for a minute after", async () => {
    const { installations, find, reads } = openInstallations();
    await installations.add(record("xoxb-1"));
    const found = await Promise.all([find(), find(), find()]);
    vi.advanceTimersByTime(59_000);
    expect(new Set([...found, await find()]).size).toBe(1);
    expect(reads).toHaveBeenCalledTimes(1);
  });

  test("anew after a minute, so that what another process did is noticed", async () => {
    const { find, installations, store, opened } = openInstallations();
    await installations.add(record("xoxb-1"));
    await find();
    await store.install(north, writeInstallation(record("xoxb-2")));
    vi.advanceTimersByTime(61_000);
    await find();
    await store.forget(north);
    vi.advanceTimersByTime(61_000);
    expect(await find()).toBeUndefined();
    expect(opened).toEqual(["xoxb-1", "xoxb-2"]);
  });

  test("each time as long as it is not there", async () => {
    const { find, store, opened } = openInstallations();
    expect(await find()).toBeUndefined();
    await store.install(north, writeInstallation(record("xoxb-1")));
    expect(await find()).toBeDefined();
    expect(opened).toEqual(["xoxb-1"]);
  });

  test("anew once its token is refused", async () => {
    const { find, installations, store, opened, refuse } = openInstallations();
    await installations.add(record("xoxb-1"));
    await find();
    await store.install(north, writeInstallation(record("xoxb-2")));
    refuse[0]?.();
    await find();
    expect(opened).toEqual(["xoxb-1", "xoxb-2"]);
  });

  test("and not kept when it was changed while it was being read", async () => {
    const store = createMemoryStore();
    await store.install(north, writeInstallation(record("xoxb-1")));
    const { find, installations, opened } = openInstallations(store);
    const old = find();
    await installations.add(record("xoxb-2"));
    await old;
    await find();
    expect(opened).toEqual(["xoxb-1", "xoxb-2"]);
  });
});

describe("while the store cannot be reached", () => {
  const away = () => Promise.reject(new Error("no store"));

  test("those that are known are served on", async () => {
    const { find, installations, reads } = openInstallations();
    await installations.add(record("xoxb-1"));
    const known = await find();
    reads.mockImplementation(away);
    vi.advanceTimersByTime(61_000);
    expect(await find()).toBe(known);
  });

  test("of others it cannot be told, until it can", async () => {
    const { find, installations, reads } = openInstallations();
    await installations.add(record("xoxb-1"));
    reads.mockImplementationOnce(away);
    await expect(find()).rejects.toThrow("no store");
    expect(await find()).toBeDefined();
  });
});

test("what was said of an installation before the present one does not end this one", async () => {
  const { installations, store } = openInstallations();
  await installations.add(record("xoxb-1", 100));
  await installations.left("T0NORTH", "app_uninstalled", 99);
  expect(await store.installation(north)).toBeDefined();
  await installations.left("T0NORTH", "app_uninstalled", 100);
  expect(await store.installation(north)).toBeUndefined();
});

test.each([
  ["no JSON", "{"],
  ["of another form", "{}"],
  ["of another workspace", writeInstallation({ ...record("xoxb-1"), team: "T0SOUTH" })],
])("a record that is %s counts as none", async (_, kept) => {
  const { find, store } = openInstallations();
  await store.install(north, kept);
  expect(await find()).toBeUndefined();
});

test("of several workspaces the first that is installed is taken", async () => {
  const { installations, opened } = openInstallations();
  await installations.add(record("xoxb-1"));
  expect(await installations.find(["T0OTHER", "T0NORTH"])).toBeDefined();
  expect(await installations.find([])).toBeUndefined();
  expect(opened).toEqual(["xoxb-1"]);
});
