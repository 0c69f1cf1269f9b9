import { afterEach, describe, expect, test } from "vitest";
import type { Manners, Submitted } from "../../src/manners/manners.ts";
import { phrases } from "../../src/phrases.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { connect } from "../adapters/discord/connect.ts";
import { openTownHall } from "../adapters/slack/town-hall.ts";
import { meet, pressed } from "../manners/happenings.ts";
import type { Who } from "../stand-ins/discord/world.ts";
import { memory, postgres, sqlite } from "../store/engines.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const { stale, notYours } = phrases.en.card;
const before = { language: "de", mode: "questions", collect: true } as const;

describe("a code that was changed on its way", () => {
  const here = { adapter: "test", id: "here" };
  const elsewhere = { adapter: "test", id: "elsewhere" };
  const manager = { community: here.id, person: "root", manages: () => true };

  /** Two communities whose channels have the same ids, and everything set in both. */
  async function twins() {
    const store = createMemoryStore();
    for (const community of [here, elsewhere])
      for (const channel of [undefined, "open", "other"]) await store.change(community, channel, before);
    return { store, manners: meet({ store }) };
  }
  const submit = (manners: Manners, code: string, more: Partial<Submitted> = {}) =>
    manners.submit({
      ids: [crypto.randomUUID()],
      channel: "open",
      shared: true,
      code,
      filled: { where: "channel", mode: "off", language: "en", collect: "no" },
      ...manager,
      ...more,
    });

  test("to another channel is not taken where the platform tells where the form was sent", async () => {
    const { store, manners } = await twins();
    const card = await submit(manners, "1:settings:en:other");
    expect(card?.reply.title).toBe(stale.title);
    for (const channel of [undefined, "open", "other"])
      expect(await store.settings(here, channel)).toEqual(before);
  });

  test.each(["open", "other", "elsewhere", "elsewhere open", "", "-", "../elsewhere", "x".repeat(90)])(
    "to %j changes nothing of another community, even without a channel to compare with",
    async (channel) => {
      const { store, manners } = await twins();
      await submit(manners, `1:settings:en:${channel}`, { channel: "" });
      await submit(manners, `1:settings:en:${channel}`, { channel });
      for (const one of [undefined, "open", "other"])
        expect(await store.settings(elsewhere, one)).toEqual(before);
    },
  );

  test.each(["1:settings:en", "2:settings:en:open", "1:ask:en:settings:", "1:delete:en:root", "", "{}"])(
    "into something that is no form is not taken: %j",
    async (code) => {
      const { store, manners } = await twins();
      expect((await submit(manners, code))?.reply.title).toBe(stale.title);
      expect(await store.settings(here, "open")).toEqual(before);
    },
  );

  test("and sent with values that are not offered, is as usual", async () => {
    const { store, manners } = await twins();
    const filled = { where: "elsewhere", mode: "__proto__", language: "constructor", collect: "1" };
    await submit(manners, "1:settings:en:open", { filled });
    expect(await store.settings(here, "open")).toEqual(before);
    expect(await store.settings(elsewhere, "open")).toEqual(before);
  });

  test("does not open a form when it is pressed, whoever presses it", async () => {
    const { manners } = await twins();
    const result = await manners.press(pressed("1:settings:en:other", manager));
    expect(result).toMatchObject({ reply: { title: stale.title } });
  });

  test("deletes nothing of others: only who asked, or whoever may delete messages there", async () => {
    const { manners } = await twins();
    const code = "1:delete:en:ada";
    expect(await manners.press(pressed(code, { person: "eve" }))).toMatchObject({
      reply: { title: notYours.title },
    });
    expect(await manners.press(pressed(code, { person: "ada" }))).toBe("delete");
    expect(await manners.press(pressed(code, { person: "eve", moderator: true }))).toBe("delete");
  });

  test("counts no vote for anything but an entry, so that nothing typed is kept with the votes", async () => {
    const { store, manners } = await twins();
    for (const entry of ["call me at 555", "family:grok\nmore", "family:Ada Lovelace"])
      await manners.press(pressed(`1:vote:en:up:${entry}`));
    expect(await store.votes()).toEqual([]);
  });
});

describe("on Discord", () => {
  const [north, south] = ["1170000000000000001", "1170000000000000501"];
  const [ours, theirs] = ["1170000000000000002", "1170000000000000502"];
  const manager = (guild: string, channel: string): Who => ({
    guild,
    channel,
    permissions: "32",
    user: { id: "300" },
  });

  async function open() {
    const guilds = [
      { id: north, channels: [{ id: ours }] },
      { id: south, channels: [{ id: theirs }] },
    ];
    const discord = await connect({ overhear: ["none"] }, { intentsAllowed: 0xffff_ffff, guilds });
    ends.push(() => discord.stop());
    const { store } = discord;
    for (const [id, channel] of [
      [north, ours],
      [south, theirs],
    ] as const) {
      await store.change({ adapter: "discord", id }, undefined, before);
      await store.change({ adapter: "discord", id }, channel, before);
    }
    const kept = async (id: string, channel: string) => [
      await store.settings({ adapter: "discord", id }),
      await store.settings({ adapter: "discord", id }, channel),
    ];
    return { ...discord, kept };
  }

  test("a form that names a channel of another server changes nothing there", async () => {
    const { server, kept } = await open();
    const form = await server.slash("settings", {}, manager(north, ours));
    const forged = { data: { ...form.data, custom_id: `1:settings:en:${theirs}` } };
    for (const where of ["channel", "community"])
      await server.submit(forged, { where, mode: "off" }, manager(north, ours));
    expect(await kept(south, theirs)).toEqual([before, before]);
    expect(await kept(north, ours)).toEqual([before, before]);
  });

  test("a form that was opened in one server and sent in another changes nothing in the first", async () => {
    const { server, kept } = await open();
    const form = await server.slash("settings", {}, manager(north, ours));
    for (const where of ["channel", "community"])
      await server.submit(form, { where, mode: "off" }, manager(south, theirs));
    expect(await kept(north, ours)).toEqual([before, before]);
    expect(await kept(south, theirs)).toEqual([before, before]);
  });

  test("a button that was copied to another server acts there, on what its presser manages", async () => {
    const { server, store, kept } = await open();
    await server.slash("settings", { action: "delete now" }, manager(south, theirs));
    expect(await kept(north, ours)).toEqual([before, before]);
    expect(await store.settings({ adapter: "discord", id: south }, theirs)).toEqual({});
  });
});

describe("on Slack", () => {
  test("a form that names a channel of another workspace changes nothing there", async () => {
    const hall = await openTownHall({ overhear: ["none"] });
    ends.push(() => hall.close());
    const north = await hall.town.found("T0NORTH");
    const south = await hall.town.found("T0SOUTH");
    await hall.install(north);
    await hall.install(south);
    const theirs = { adapter: "slack", id: south.team };
    await hall.store.change(theirs, undefined, before);
    await hall.store.change(theirs, "C0SOUTH", before);
    const admin = { user: "U0ADMIN", channel: "C0NORTH" };
    const { view } = await north.command("/openness", "settings", admin);
    if (view === undefined) throw new Error("no window");
    const values = Object.fromEntries(
      Object.entries({ where: "channel", mode: "off", language: "en", collect: "no" }).map(([id, value]) => [
        id,
        { [id]: { type: "radio_buttons", selected_option: { value } } },
      ]),
    );
    for (const code of ["1:settings:en:C0SOUTH", "1:settings:en:T0SOUTH C0SOUTH", "1:settings:en:-"])
      await north.submit({ ...view, body: { ...view.body, private_metadata: code } }, values, admin);
    expect(await hall.store.settings(theirs)).toEqual(before);
    expect(await hall.store.settings(theirs, "C0SOUTH")).toEqual(before);
    // It was taken, for the workspace from which it came.
    expect(await hall.store.settings({ adapter: "slack", id: north.team })).toMatchObject({ mode: "off" });
  });
});

describe.each([memory, sqlite, postgres].filter(({ isThere }) => isThere))("in $name", (engine) => {
  test("a channel's id alone leads nowhere: its community belongs to the key", async () => {
    const ground = await engine.prepare();
    ends.push(() => ground.remove());
    const store = await ground.open();
    ends.push(() => store.close());
    const one = { adapter: "discord", id: "1" };
    await store.change(one, "23", before);
    const others = [
      [{ adapter: "discord", id: "12" }, "3"],
      [{ adapter: "discord", id: "2" }, "23"],
      [{ adapter: "slack", id: "1" }, "23"],
      [{ adapter: "discord", id: '1","23' }, ""],
    ] as const;
    for (const [community, channel] of others) {
      expect(await store.settings(community, channel)).toEqual({});
      await store.change(community, channel, { mode: "off" });
      await store.clear(community);
    }
    expect(await store.settings(one, "23")).toEqual(before);
  });
});
