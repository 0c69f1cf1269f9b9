import { describe, expect, test } from "vitest";
import type { Form } from "../../src/manners/form.ts";
import { leave } from "../../src/manners/leave.ts";
import type { Card } from "../../src/manners/card.ts";
import type { Heard, Submitted } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { phrases } from "../../src/phrases.ts";
import { silentLog, textOf } from "../chat.ts";
import { busy, cardAt, cardOf, heard, meet, pressed } from "./happenings.ts";

const community = "s1";
const server = { adapter: "test", id: community };
const question = "is grok really open source?";
const admin = { community, person: "root", manages: () => true };
const someone = { community };
const down: Store = new Proxy(createMemoryStore(), {
  get: () => () => Promise.reject(new Error("down")),
});

const typed = (text: string, more: Partial<Heard> = admin) =>
  heard("", "command", { ask: { command: "settings", text }, reader: "en", ...more });
const submitted = (code: string, filled: Submitted["filled"], more: Partial<Submitted> = admin) => ({
  ids: [crypto.randomUUID()],
  person: "root",
  channel: "open",
  shared: true,
  code,
  filled,
  ...more,
});

function formIn({ form }: Card): Form {
  if (form === undefined) throw new Error("no form");
  return form;
}

const chosenIn = ({ fields }: Form) => Object.fromEntries(fields.map(({ id, chosen }) => [id, chosen]));

describe("/settings", () => {
  test("opens what is in force, and saves it for the channel or for everywhere", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    const form = formIn(await cardOf(manners, typed("")));
    expect(chosenIn(form)).toEqual({ where: "channel", mode: "usual", language: "usual", collect: "no" });
    const saved = await manners.submit(
      submitted(form.code, { where: "community", mode: "off", language: "de", collect: "yes" }),
    );
    expect(saved?.reply.title).toBe("Saved.");
    expect(textOf(saved?.reply ?? phrasesMissing())).toContain("Never");
    expect(await store.settings(server)).toEqual({ mode: "off", language: "de", collect: true });
    await manners.submit(
      submitted(form.code, { where: "channel", mode: "mentions", language: "usual", collect: "no" }),
    );
    expect(await store.settings(server, "open")).toEqual({
      mode: "mentions",
      language: "de",
      collect: false,
    });
    const again = formIn(await cardOf(manners, typed("")));
    expect(chosenIn(again)).toEqual({ where: "channel", mode: "mentions", language: "de", collect: "no" });
  });

  test("has no channel to ask about where there is none", async () => {
    const form = formIn(await cardOf(meet(), typed("", { ...admin, channel: "" })));
    expect(form.fields.map(({ id }) => id)).toEqual(["mode", "language", "collect"]);
  });

  test("does not offer to hear questions where they cannot be heard, and says so", async () => {
    const manners = meet({ overhear: [] });
    const form = formIn(await cardOf(manners, typed("")));
    const mode = form.fields.find(({ id }) => id === "mode");
    expect(mode?.options.map(({ value }) => value)).toEqual(["usual", "off", "mentions"]);
    const saved = await manners.submit(submitted(form.code, {}));
    expect(saved?.reply.text).toBe(phrases.en.settings.deaf);
  });

  test.each([
    ["a member", someone],
    ["a member, by a promise", { ...someone, manages: async () => false }],
  ])("is refused to %s, who can still decide about themselves", async (_, who) => {
    const manners = meet();
    const card = await cardOf(manners, typed("", who));
    expect(card.form).toBeUndefined();
    expect(card.reply.title).toBe(phrases.en.settings.notAllowed.title);
    expect(card.reply.next?.map(({ text }) => text)).toEqual(["quiet", "forget"]);
    const store = createMemoryStore();
    const sent = await meet({ store }).submit(submitted("1:settings:en:open", { mode: "off" }, who));
    expect(sent?.reply.title).toBe(phrases.en.settings.notAllowed.title);
    expect(await store.settings(server, "open")).toEqual({});
  });

  test("where nothing can be set, says where it can", async () => {
    const card = await cardOf(meet(), typed("", { manages: () => true }));
    expect(card.reply.title).toBe("There is nothing to set here.");
    const sent = await meet().submit(submitted("1:settings:en:open", {}, { manages: () => true }));
    expect(sent?.reply.title).toBe("This button is too old.");
  });

  test("in a mention says how it opens", async () => {
    const card = await cardOf(
      meet(),
      heard("", "mention", { ...admin, ask: { command: "settings", text: "" } }),
    );
    expect(card.reply.title).toBe("There is nothing to set here.");
  });

  test("sent twice is saved once", async () => {
    const manners = meet();
    const sent = submitted("1:settings:en:open", {});
    expect(await manners.submit(sent)).toBeDefined();
    expect(await manners.submit(sent)).toBeUndefined();
  });

  test("ignores what its form does not offer", async () => {
    const store = createMemoryStore();
    const filled = { where: "moon", mode: "loud", language: "fr", collect: undefined };
    await meet({ store }).submit(submitted("1:settings:en:open", filled));
    expect(await store.settings(server, "open")).toEqual({});
  });

  test("says so when nothing could be saved", async () => {
    const manners = meet({ store: down });
    const sent = await manners.submit(
      submitted("1:settings:de:open", { mode: "off" }, { ...admin, reader: "de" }),
    );
    expect(sent?.reply.title).toBe("Nicht gespeichert.");
    expect((await cardOf(manners, typed("quiet"))).reply.title).toBe("Not saved.");
  });
});

describe("the mode", () => {
  test("off silences mentions and questions, but no commands", async () => {
    const store = createMemoryStore();
    await store.change(server, "open", { mode: "off" });
    const manners = meet({ store });
    expect(await manners.hear(heard(question, "mention", someone))).toBeUndefined();
    expect(await manners.hear(heard(question, "overheard", someone))).toBeUndefined();
    expect(await manners.hear(heard(question, "command", someone))).toBeDefined();
    expect(await manners.hear(heard(question, "mention", { community: "s2" }))).toBeDefined();
  });

  test("mentions silences questions where they are heard by default", async () => {
    const store = createMemoryStore();
    await store.change(server, undefined, { mode: "mentions" });
    const manners = meet({ store });
    expect(await manners.hear(heard(question, "overheard", someone))).toBeUndefined();
    expect(await manners.hear(heard(question, "mention", someone))).toBeDefined();
  });

  test("questions has them answered in channels that are not named in the environment", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    const there = { ...someone, channel: "elsewhere" };
    expect(await manners.hear(heard(question, "overheard", there))).toBeUndefined();
    await store.change(server, "elsewhere", { mode: "questions" });
    expect(await manners.hear(heard(question, "overheard", there))).toBeDefined();
  });

  test("that is in force is remembered while the store does not answer", async () => {
    const store = createMemoryStore();
    let isDown = false;
    const shaky = new Proxy(store, {
      get: (target, name, self) =>
        isDown ? () => Promise.reject(new Error("down")) : Reflect.get(target, name, self),
    });
    await store.change(server, "open", { mode: "off" });
    const manners = meet({ store: shaky });
    expect(await manners.hear(heard(question, "mention", someone))).toBeUndefined();
    isDown = true;
    expect(await manners.hear(heard(question, "mention", someone))).toBeUndefined();
    expect(await manners.hear(heard(question, "mention", { ...someone, channel: "new" }))).toBeDefined();
  });
});

describe("the language", () => {
  const bare = "grok";
  const spoken = async (store: Store, more: Partial<Heard>, how: Heard["how"] = "mention") =>
    (await cardOf(meet({ store }), heard(bare, how, { ...someone, ...more }))).reply.language;

  test("of a channel goes before that of its community, and both after what a question is written in", async () => {
    const store = createMemoryStore();
    await store.change(server, undefined, { language: "de" });
    await store.change(server, "english", { language: "en" });
    expect(await spoken(store, {})).toBe("de");
    expect(await spoken(store, { channel: "english" })).toBe("en");
    expect(await spoken(store, { community: "s2" })).toBe("en");
    const written = heard("what are model weights?", "mention", someone);
    expect((await cardOf(meet({ store }), written)).reply.language).toBe("en");
  });

  test("is the reader's own in private, where that is known, and the workspace's where it is not", async () => {
    const store = createMemoryStore();
    await store.change(server, undefined, { language: "de" });
    expect(await spoken(store, { reader: "en" }, "command")).toBe("en");
    expect(await spoken(store, {}, "command")).toBe("de");
  });

  test("of an unasked answer follows it, too", async () => {
    const store = createMemoryStore();
    await store.change(server, undefined, { language: "de", mode: "questions" });
    const card = await meet({ store }).hear(heard("is grok open?", "overheard", someone));
    expect(card?.reply.language).toBe("en");
  });
});

describe("who does not want to be answered unasked", () => {
  test("can say so at the answer, and take it back", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    const card = await cardOf(manners, heard(question, "overheard", someone));
    const decline = card.reply.next?.find(({ command }) => command === "settings");
    expect(decline?.label).toBe("Don't answer me unasked");
    const hushed = await cardAt(manners, pressed("1:ask:en:settings:quiet", someone));
    expect(hushed.reply.title).toBe("You are not answered unasked here any more.");
    const again = { ...someone, channel: "b" };
    await store.change(server, "b", { mode: "questions" });
    expect(await manners.hear(heard(question, "overheard", again))).toBeUndefined();
    expect(await manners.hear(heard(question, "overheard", { ...again, person: "grace" }))).toBeDefined();
    expect(await manners.hear(heard(question, "mention", again))).toBeDefined();
    await cardAt(manners, pressed("1:ask:en:settings:loud", someone));
    expect(await manners.hear(heard("what is llama's licence?", "overheard", again))).toBeDefined();
  });

  test("is left alone while that cannot be known", async () => {
    const isQuiet = () => Promise.reject(new Error("down"));
    const manners = meet({ store: { ...createMemoryStore(), isQuiet } });
    expect(await manners.hear(heard(question, "overheard", someone))).toBeUndefined();
    expect(await manners.hear(heard(question, "overheard"))).toBeDefined();
  });

  test("is offered no such button where there is no community", async () => {
    const card = await cardOf(meet(), heard(question, "overheard"));
    expect(card.reply.next?.some(({ command }) => command === "settings")).toBe(false);
  });

  test("can have everything about them deleted", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    await cardAt(manners, pressed("1:ask:en:settings:quiet", someone));
    const done = await cardAt(manners, pressed("1:ask:en:settings:forget", someone));
    expect(done.reply.title).toBe("Nothing is kept about you any more.");
    expect(await store.isQuiet(server, "ada")).toBe(false);
  });

  test("finds both in the help about privacy, among others", async () => {
    const card = await cardOf(meet(), heard("", "command", { ask: { command: "help", text: "privacy" } }));
    expect(card.reply.next?.map(({ text }) => text)).toEqual(["quiet", "forget", "privacy"]);
    const alone = { ask: { command: "help", text: "privacy" }, shared: false };
    expect((await cardOf(meet(), heard("", "command", alone))).reply.next?.map(({ text }) => text)).toEqual([
      "privacy",
    ]);
  });
});

describe("what is kept about a place", () => {
  test("is deleted when whoever manages it says so twice", async () => {
    const store = createMemoryStore();
    await store.change(server, "open", { mode: "questions" });
    await store.install(server, "token");
    const manners = meet({ store });
    const asked = await cardOf(manners, typed("delete"));
    expect(asked.reply.title).toBe("Delete everything that is kept about this place?");
    expect(await store.settings(server, "open")).toEqual({ mode: "questions" });
    const refused = await cardAt(manners, pressed("1:ask:en:settings:delete now", someone));
    expect(refused.reply.title).toBe(phrases.en.settings.notAllowed.title);
    const done = await cardAt(manners, pressed("1:ask:en:settings:delete now", admin));
    expect(done.reply.title).toBe("Nothing is kept about this place any more.");
    expect(await store.settings(server, "open")).toEqual({});
    expect(await store.installation(server)).toBe("token");
  });

  test("is gone when the bot was removed, however often that is said", async () => {
    const store = createMemoryStore();
    await store.change(server, "open", { mode: "questions" });
    await store.install(server, "token");
    const manners = meet({ store });
    await manners.leave(community);
    await manners.leave(community);
    expect(await store.settings(server, "open")).toEqual({});
    expect(await store.installation(server)).toBeUndefined();
  });

  test("is gone as well when it was decided in the last moment, and kept behind that", async () => {
    const store = createMemoryStore();
    await leave(server, store, silentLog, 20);
    await store.change(server, "open", { mode: "questions" });
    await expect.poll(() => store.settings(server, "open")).toEqual({});
  });
});

describe("a question without an answer", () => {
  const unknown = "how tall is <@U123> max@example.org the eiffel tower 2024 really";

  test("is collected only where that is switched on, without what could point to somebody", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    await manners.hear(heard(unknown, "mention", someone));
    expect(await store.questions()).toEqual([]);
    await store.change(server, undefined, { collect: true });
    await manners.hear(heard(unknown, "mention", someone));
    await manners.hear(heard(unknown, "command", { ...someone, reader: "en" }));
    await manners.hear(heard("grok", "mention", someone));
    expect(await store.questions()).toMatchObject([
      { text: "how tall is the eiffel tower really", count: 2, language: "en" },
    ]);
  });
});

describe("a store that is down", () => {
  test("keeps nobody from an answer, and nothing is answered twice", async () => {
    const manners = meet({ store: down });
    const mention = heard(question, "mention", someone);
    expect((await cardOf(manners, mention)).reply.entry).toBe("family:grok");
    expect(await manners.hear(mention)).toBeUndefined();
    expect(
      (await cardOf(manners, heard("", "command", { ask: { command: "help", text: "" } }))).reply.title,
    ).not.toBe(busy);
  });
});

describe("an event that another process has taken", () => {
  test.each(["mention", "command", "overheard"] as const)("is not answered: %s", async (how) => {
    const store = createMemoryStore();
    const [one, other] = [meet({ store }), meet({ store })];
    const event = heard(question, how, someone);
    expect(await one.hear(event)).toBeDefined();
    expect(await other.hear(event)).toBeUndefined();
  });

  test("is not acted upon: a press", async () => {
    const store = createMemoryStore();
    const press = pressed("1:vote:en:up:family:grok", someone);
    expect(await meet({ store }).press(press)).toBeDefined();
    expect(await meet({ store }).press(press)).toBeUndefined();
  });
});

function phrasesMissing(): never {
  throw new Error("nothing was said");
}
