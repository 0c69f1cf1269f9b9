import { describe, expect, test, vi } from "vitest";
import { usageCard } from "../../src/cards/usage.ts";
import type { Card } from "../../src/manners/card.ts";
import type { Pressed } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { bot, textOf } from "../chat.ts";
import { busy, cardAt, cardOf, codeOf, grok, heard, meet, pressed, stopTheClock } from "./happenings.ts";

stopTheClock();
const share = "1:share:en:openness:grok";
const germanShare = "1:share:de:openness:grok";
const question = "is grok really open source?";
const isPrivate = ({ reply, controls }: Card) => reply.audience === "person" && controls.length === 0;

describe("share", () => {
  test("gives the same card to everyone, with the name of whoever shared it", async () => {
    const manners = meet();
    const own = await cardOf(manners, heard("", "command", { ...grok, reader: "de" }));
    const shared = await cardAt(manners, pressed(codeOf(own, "share"), { reader: "en" }));
    expect(textOf(shared.reply)).toBe(textOf(own.reply));
    expect(shared.reply.audience).toBe("everyone");
    expect(shared.footer).toEqual({ text: "Geteilt von", person: "ada" });
  });

  test("of the same card again tells only the one who pressed that it is there, for ten minutes", async () => {
    const manners = meet();
    const press = (more: Partial<Pressed> = {}) => cardAt(manners, pressed(share, more));
    expect((await press()).reply.entry).toBe("family:grok");
    vi.advanceTimersByTime(599_000);
    for (const person of ["ada", "grace"]) {
      const again = await press({ person });
      expect(again.reply.title).toBe("This answer is already in the channel.");
      expect(isPrivate(again)).toBe(true);
    }
    expect((await press({ channel: "b" })).reply.entry).toBe("family:grok");
    vi.advanceTimersByTime(1_001);
    expect((await press()).reply.entry).toBe("family:grok");
  });

  test("is possible after the same was answered to a mention, and keeps it from being said unasked", async () => {
    const manners = meet({ overhear: ["*"] });
    await cardOf(manners, heard(question, "mention"));
    expect((await cardAt(manners, pressed(share))).reply.audience).toBe("everyone");
    await cardAt(manners, pressed(share, { channel: "b" }));
    expect(await manners.hear(heard(question, "overheard", { channel: "b" }))).toBeUndefined();
  });

  test("keeps the pace of public answers, and tells only the one who pressed", async () => {
    const manners = meet();
    for (let i = 0; i < 5; i++) await cardOf(manners, heard("llama", "mention"));
    const early = await cardAt(manners, pressed(germanShare));
    expect(early.reply.title).toBe("Einen Moment, bitte.");
    expect(isPrivate(early)).toBe(true);
    // That told nobody else, so the next mention is told as well.
    expect((await cardOf(manners, heard("llama", "mention"))).reply.title).toBe(busy);
    vi.advanceTimersByTime(2_001);
    expect((await cardAt(manners, pressed(germanShare))).reply.entry).toBe("family:grok");
  });

  test("takes from that pace as well", async () => {
    const manners = meet();
    for (const channel of ["a", "b", "c", "d", "e"]) await cardAt(manners, pressed(share, { channel }));
    expect((await cardOf(manners, heard("grok", "mention"))).reply.title).toBe(busy);
  });
});

describe("sharing what goes wrong", () => {
  test("is told to whoever pressed, not to the channel, and can be tried again", async () => {
    let isBroken = true;
    const fails = () => usageCard("en", "Something went wrong on my side.", "", []);
    const manners = meet({
      bot: { ...bot, answer: async (request) => (isBroken ? fails() : bot.answer(request)) },
    });
    const failed = await cardAt(manners, pressed(share));
    expect(isPrivate(failed)).toBe(true);
    isBroken = false;
    expect((await cardAt(manners, pressed(share))).reply.entry).toBe("family:grok");
  });
});

describe("delete", () => {
  test("is for whoever asked and for moderators", async () => {
    const manners = meet();
    const code = codeOf(await cardOf(manners, heard("grok", "mention")), "delete");
    expect(await manners.press(pressed(code))).toBe("delete");
    expect(await manners.press(pressed(code, { person: "eve", moderator: true }))).toBe("delete");
    const refused = await cardAt(manners, pressed(code, { person: "eve" }));
    expect(refused.reply.title).toBe("Only whoever asked can delete this answer.");
    expect(isPrivate(refused)).toBe(true);
  });

  test("lets what was shared in that channel be shared again, unless it was refused", async () => {
    const manners = meet();
    const shares = ["grok", "llama", "mistral"].map((name) => `1:share:en:openness:${name}`);
    const titles = async (channel: string) => {
      const cards = [];
      for (const code of shares) {
        // Slow enough for the pace.
        vi.advanceTimersByTime(3_001);
        cards.push(await cardAt(manners, pressed(code, { channel })));
      }
      return cards.map(({ reply }) => reply.title);
    };
    const again = shares.map(() => "This answer is already in the channel.");
    const first = await titles("open");
    expect(await titles("b")).toEqual(first);
    await manners.press(pressed("1:delete:en:ada", { person: "eve" }));
    expect(await titles("open")).toEqual(again);
    await manners.press(pressed("1:delete:en:ada"));
    expect(await titles("open")).toEqual(first);
    expect(await titles("b")).toEqual(again);
  });
});

describe("a vote", () => {
  const day = expect.any(String);

  test("is counted with its entry and without the person, once however often it is pressed", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    const card = await cardOf(manners, heard("grok", "mention"));
    for (const person of ["ada", "ada", "grace"]) {
      const thanks = await cardAt(manners, pressed(codeOf(card, "helpful"), { person }));
      expect(thanks.reply.title).toBe("Thank you.");
    }
    expect(await store.votes()).toEqual([{ entry: "family:grok", verdict: "helpful", day, count: 2 }]);
  });

  test("against an answer asks for the reason, which is counted on top and can be left out", async () => {
    const store = createMemoryStore();
    const manners = meet({ store });
    const card = await cardOf(manners, heard("grok", "mention"));
    const why = await cardAt(manners, pressed(codeOf(card, "unhelpful"), { reader: "de" }));
    expect(why.reply.text).toContain("Was stimmt an der Antwort nicht?");
    expect(why.controls.map(({ label }) => label)).toContain("Sie ist veraltet");
    const outdated = why.controls.find(({ label }) => label === "Sie ist veraltet");
    await cardAt(manners, pressed(outdated?.code ?? ""));
    expect(await store.votes()).toEqual([
      { entry: "family:grok", verdict: "unhelpful", day, count: 1 },
      { entry: "family:grok", verdict: "outdated", day, count: 1 },
    ]);
  });

  test("that cannot be kept is not thanked for", async () => {
    const store = { ...createMemoryStore(), vote: () => Promise.reject(new Error("down")) };
    const answer = await cardAt(meet({ store }), pressed("1:vote:de:up:family:grok"));
    expect(answer.reply.title).toBe("Nicht gespeichert.");
  });
});

describe("a notice", () => {
  test("knows the language of its card from the card's button", async () => {
    const card = await cardOf(meet({ language: "de" }), heard("grok", "mention"));
    expect(card.controls.map(({ code }) => code)).toEqual([
      "1:vote:de:up:family:grok",
      "1:vote:de:down:family:grok",
      "1:delete:de:ada",
    ]);
  });

  test.each([
    ["thanks", "1:vote:de:up:family:grok", "Danke."],
    ["refuses a deletion", "1:delete:de:grace", "Löschen kann diese Antwort nur, wer gefragt hat."],
  ])(
    "that %s is in the language of the card, or the reader's where that is known",
    async (_, code, title) => {
      const manners = meet();
      expect((await cardAt(manners, pressed(code))).reply.title).toBe(title);
      const forReader = await cardAt(manners, pressed(code, { reader: "en" }));
      expect(forReader.reply.language).toBe("en");
      expect(isPrivate(forReader)).toBe(true);
    },
  );

  test("that an answer was shared already is in the language of the card", async () => {
    const manners = meet();
    await cardAt(manners, pressed(germanShare));
    expect((await cardAt(manners, pressed(germanShare))).reply.title).toBe(
      "Diese Antwort steht schon im Kanal.",
    );
  });

  test("that a button is not ours is in the reader's language, or the usual one", async () => {
    const manners = meet({ language: "de" });
    const stale = await cardAt(manners, pressed("9:what"));
    expect(stale.reply.title).toBe("Dieser Knopf ist zu alt.");
    expect(isPrivate(stale)).toBe(true);
    expect((await cardAt(manners, pressed("9:what", { reader: "en" }))).reply.title).toBe(
      "This button is too old.",
    );
  });
});
