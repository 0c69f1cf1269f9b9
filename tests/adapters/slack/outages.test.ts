import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

// Each of them waits for something most of its time, so they wait together.

const opened = ({ slack }: Workplace, count: number) =>
  slack.until(() => (slack.socketsOpened >= count && slack.openSockets === 2 ? true : undefined), 25_000);

describe("40 refreshes under 20 commands a second lose nothing", () => {
  test.concurrent.each([
    ["one after the other", "one", {}],
    ["both at once", "all", {}],
    ["announced early", "one", { warning: true, closeAfterMs: 200 }],
    ["closed at once", "one", { closeAfterMs: 0 }],
  ] as const)("%s", async (_, which, options) => {
    // A busy machine needs a moment to open a socket; Bolt alone would be deaf for five times as long.
    const place = await openWorkplace({ standIn: { queueMs: 1_000 } });
    await opened(place, 2);
    const answers: Promise<{ readonly by: string; readonly delivery: string }>[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      place.slack.refresh(which, options);
      answers.push(place.slack.command("/openness", "grok-1", { user: `U0R${turn}` }));
      await pause(50);
    }
    const given = await Promise.all(answers);
    expect(given.filter(({ by }) => by !== "ack" && by !== "response_url")).toEqual([]);
    expect(place.slack.undelivered).toBe(0);
    await opened(place, 2);
    await place.close();
  });
});

describe("a socket that cannot be opened for a while is opened afterwards", () => {
  test.concurrent.each([
    ["apps.connections.open", { status: 503 }],
    ["apps.connections.open", { status: 429, retryAfter: 1 }],
    ["apps.connections.open", { error: "internal_error" }],
    ["apps.connections.open", "reset"],
    ["ws-upgrade", { status: 408 }],
    ["ws-upgrade", "reset"],
  ] as const)("%s %j", async (target, fault) => {
    const place = await openWorkplace();
    await opened(place, 2);
    place.slack.failNext(target, fault, 2);
    place.slack.drop("all");
    await opened(place, 4);
    expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
    expect(place.adapter.health().ready).toBe(true);
    await place.close();
  });

  test.concurrent.each([
    ["apps.connections.open", "TimeoutError"],
    ["ws-upgrade", "Slack does not open the socket"],
  ])("%s hangs", { timeout: 30_000 }, async (target, reason) => {
    const place = await openWorkplace();
    await opened(place, 2);
    place.slack.failNext(target, "hang", 2);
    place.slack.drop("all");
    await place.slack.until(() => (place.adapter.health().ready ? undefined : true), 15_000);
    await place.slack.until(() => (place.logged().includes(reason) ? true : undefined), 15_000);
    expect(place.adapter.health().detail).toContain("0 of 2 sockets open");
    await opened(place, 4);
    // Slack sees a socket open a moment before the adapter does.
    const detail = "2 of 2 sockets open";
    await place.slack.until(() => (place.adapter.health().detail === detail ? true : undefined), 5000);
    expect(place.adapter.health()).toEqual({ ready: true, detail });
    await place.close();
  });
});
