import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { phrases } from "../../../src/phrases.ts";
import type { Answer, View } from "../../stand-ins/slack/slack.ts";
import { readable } from "./drawn.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

const admin = { user: "U0ADMIN", channel: "C0GENERAL" };
const member = { user: "U0ADA", channel: "C0GENERAL" };
const community = { adapter: "slack", id: "T0STANDIN" };

describe.each<Way>(["socket", "http"])("over %s", (over) => {
  let place: Workplace;
  beforeEach(async () => {
    place = await openWorkplace({ over, overhear: ["none"] });
  });
  afterEach(() => place.close());

  const opened = ({ by, view }: Answer): View => {
    if (by !== "view" || view === undefined) throw new Error(`no window: ${by}`);
    return view;
  };
  const choose = (chosen: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(chosen).map(([id, value]) => [
        id,
        { [id]: { type: "radio_buttons", selected_option: { value } } },
      ]),
    );

  test("/openness settings opens a window for admins, and what is chosen there holds at once", async () => {
    const view = opened(await place.slack.command("/openness", "settings", admin));
    expect(readable(view.body)).toContain("When it speaks for all to see");
    const chosen = choose({ where: "community", mode: "off", language: "de", collect: "yes" });
    const saved = await place.slack.submit(view, chosen, admin);
    expect(readable(saved.payload)).toContain("Saved.");
    expect(await place.store.settings(community)).toEqual({ mode: "off", language: "de", collect: true });
    const mention = await place.slack.mention("is grok open source?", member);
    const answer = await place.slack.command("/openness", "grok", member);
    expect(readable(answer.payload)).toContain(phrases.de.card.helpful);
    expect(place.slack.replies(mention)).toEqual([]);
  });

  test("what is chosen for a channel holds there", async () => {
    const view = opened(await place.slack.command("/openness", "settings", admin));
    await place.slack.submit(view, choose({ where: "channel", mode: "questions" }), admin);
    expect(await place.store.settings(community, "C0GENERAL")).toEqual({ mode: "questions" });
    const asked = await place.slack.say("is grok really open source?", member);
    expect(readable((await place.slack.nextReply(asked)).blocks)).toContain("Grok");
  });

  test("the Home tab opens the same window, for the whole workspace", async () => {
    await place.slack.openHome(admin);
    const home = await place.slack.until(() => place.slack.home(admin.user));
    const view = opened(await place.slack.press(home, { action: "settings" }, admin));
    expect(readable(view.body)).not.toContain("In this channel");
    await place.slack.submit(view, choose({ mode: "mentions", language: "en", collect: "no" }), admin);
    expect(await place.store.settings(community)).toEqual({
      mode: "mentions",
      language: "en",
      collect: false,
    });
  });

  test("everybody else is refused, and can decide about themselves", async () => {
    const answer = await place.slack.command("/openness", "settings", member);
    expect(readable(answer.payload)).toContain(phrases.en.settings.notAllowed.title);
    const hushed = await place.slack.command("/openness", "settings quiet", member);
    expect(readable(hushed.payload)).toContain(phrases.en.settings.quiet.title);
    expect(await place.store.isQuiet(community, member.user)).toBe(true);
  });

  test.each([
    ["cannot be asked", { status: 503 }],
    ["does not answer", "hang"],
  ] as const)("nobody is let in while Slack %s who they are", async (_, fault) => {
    place.slack.failNext("users.info", fault);
    const answer = await place.slack.command("/openness", "settings", admin);
    expect(readable(answer.payload)).toContain(phrases.en.settings.notAllowed.title);
    expect(answer.ms).toBeLessThan(3_000);
    place.slack.heal();
  });

  test("a workspace that has removed the app leaves nothing, in whichever order that is told", async () => {
    await place.store.change(community, "C0GENERAL", { mode: "off" });
    await place.store.setQuiet(community, member.user, true);
    await place.slack.event({ type: "tokens_revoked", tokens: { bot: ["B0BOT"] } });
    await place.slack.event({ type: "app_uninstalled" });
    await expect.poll(() => place.store.settings(community, "C0GENERAL")).toEqual({});
    expect(await place.store.isQuiet(community, member.user)).toBe(false);
  });
});
