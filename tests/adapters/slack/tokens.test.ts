import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { bot } from "../../chat.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

let place: Workplace;
afterEach(() => place.close());

describe.each<Way>(["socket", "http"])("over %s", (over) => {
  test("a wrong bot token is refused at the start, with where to get another", async () => {
    place = await openWorkplace({ over, botToken: "xoxb-wrong", isStarted: false });
    await expect(place.adapter.start(bot)).rejects.toThrow(
      /^SLACK_BOT_TOKEN: .*\(invalid_auth\).*https:\/\/api\.slack\.com\/apps, OAuth & Permissions/,
    );
    await expect(place.adapter.done).rejects.toThrow("SLACK_BOT_TOKEN");
    expect(place.adapter.health()).toMatchObject({ ready: false });
    expect(place.logged()).not.toContain("xoxb-wrong");
  });

  test.each(["account_inactive", "token_revoked"] as const)("so is one that is %s", async (error) => {
    place = await openWorkplace({ over, isStarted: false, prepare: (slack) => slack.revoke(error) });
    await expect(place.adapter.start(bot)).rejects.toThrow(
      `SLACK_BOT_TOKEN: Slack refuses this token (${error})`,
    );
  });

  test.each([
    ["tokens_revoked", { tokens: { oauth: [], bot: ["U0BOT"] } }],
    ["app_uninstalled", {}],
  ])("the event %s ends it", async (type, more) => {
    place = await openWorkplace({ over });
    await place.slack.event({ type, ...more });
    await expect(place.adapter.done).rejects.toThrow(`SLACK_BOT_TOKEN: Slack refuses this token (${type})`);
    expect(place.adapter.health().ready).toBe(false);
  });

  test("a person's token that is revoked is none of ours", async () => {
    place = await openWorkplace({ over });
    await place.slack.event({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    expect((await place.slack.command("/openness", "grok")).by).toBe("ack");
    expect(place.adapter.health().ready).toBe(true);
  });

  test("a token that turns out revoked when answering ends it", async () => {
    place = await openWorkplace({ over });
    place.slack.failNext("chat.postMessage", { error: "account_inactive" });
    await place.slack.mention("is grok open source?");
    await expect(place.adapter.done).rejects.toThrow("SLACK_BOT_TOKEN");
  });

  test("scopes that are missing are told, each with what does not work and where to add it", async () => {
    const scopes = ["commands", "chat:write", "app_mentions:read"];
    place = await openWorkplace({ over, overhear: ["*"], standIn: { scopes } });
    expect(place.told).toEqual([
      "Slack: the bot token lacks the scope im:history, so direct messages are not seen. Add it and reinstall the app: https://api.slack.com/apps, OAuth & Permissions.",
      "Slack: the bot token lacks the scope users:read, so nobody can change its settings: who manages the workspace cannot be known. Add it and reinstall the app: https://api.slack.com/apps, OAuth & Permissions.",
      "Slack: the bot token lacks the scope channels:history, so questions in public channels are not seen. Add it and reinstall the app: https://api.slack.com/apps, OAuth & Permissions.",
      "Slack: connected to Stand-in as openness.",
    ]);
  });

  test("while Slack cannot be reached it goes on trying, and says why it is not ready", async () => {
    place = await openWorkplace({
      over,
      isStarted: false,
      prepare: (slack) => slack.failNext("auth.test", { status: 503 }, 2),
    });
    const started = place.adapter.start(bot);
    await place.slack.until(() => (place.adapter.health().detail.includes("HTTP 503") ? true : undefined));
    expect(place.adapter.health().ready).toBe(false);
    await started;
    expect(place.adapter.health().ready).toBe(true);
    expect(place.logged().match(/Slack cannot be reached/g)).toHaveLength(1);
  });

  test("it can be stopped before it has reached Slack", async () => {
    place = await openWorkplace({
      over,
      isStarted: false,
      prepare: (slack) => slack.failNext("auth.test", "reset", 1_000),
    });
    const started = place.adapter.start(bot);
    await place.slack.until(() => (place.slack.callsOf("auth.test").length > 1 ? true : undefined));
    // Half a second at least lies between two attempts.
    await pause(1_000);
    expect(place.slack.callsOf("auth.test").length).toBeLessThan(5);
    await place.adapter.stop();
    await expect(started).resolves.toBeUndefined();
    await expect(place.adapter.done).resolves.toBeUndefined();
  });
});

test("a wrong app token is refused at the start", async () => {
  place = await openWorkplace({ appToken: "xapp-wrong", isStarted: false });
  await expect(place.adapter.start(bot)).rejects.toThrow(
    /^SLACK_APP_TOKEN: .*connections:write.*https:\/\/api\.slack\.com\/apps, Basic Information/,
  );
  await expect(place.adapter.done).rejects.toThrow("SLACK_APP_TOKEN");
});

test("an app token without its scope is refused as well", async () => {
  place = await openWorkplace({
    isStarted: false,
    prepare: (slack) => slack.failNext("apps.connections.open", { error: "missing_scope" }, 2),
  });
  await expect(place.adapter.start(bot)).rejects.toThrow("(missing_scope)");
});

test.each(["invalid_auth", "account_inactive"] as const)(
  "tokens that become %s while it runs end it, and nothing else",
  async (error) => {
    const failed: unknown[] = [];
    const note = (reason: unknown) => failed.push(reason);
    process.on("unhandledRejection", note);
    place = await openWorkplace();
    place.slack.revoke(error);
    await expect(place.adapter.done).rejects.toThrow(`(${error})`);
    expect(place.adapter.health()).toMatchObject({ ready: false });
    expect(place.adapter.health().detail).toContain("SLACK_APP_TOKEN");
    await place.adapter.stop();
    process.off("unhandledRejection", note);
    expect(failed).toEqual([]);
  },
);
