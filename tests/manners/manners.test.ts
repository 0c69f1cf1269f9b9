import { describe, expect, test, vi } from "vitest";
import { bot, silentLog } from "../chat.ts";
import { busy, cardAt, cardOf, grok, heard, kinds, meet, pressed, stopTheClock } from "./happenings.ts";

stopTheClock();

describe("who gets to see an answer", () => {
  test("a command in a channel is answered privately, and can be shared", async () => {
    const card = await cardOf(meet(), heard("", "command", grok));
    expect(card.reply.audience).toBe("person");
    expect(kinds(card)).toEqual(["share", "helpful", "unhelpful"]);
  });

  test("a command in a direct message is an ordinary message there", async () => {
    const card = await cardOf(meet(), heard("", "command", { ...grok, shared: false }));
    expect(card.reply.audience).toBe("everyone");
    expect(kinds(card)).toEqual(["helpful", "unhelpful"]);
  });

  test("a mention is answered for everyone, and whoever asked can delete the answer", async () => {
    const card = await cardOf(meet(), heard("is grok open source?", "mention"));
    expect(card.reply.audience).toBe("everyone");
    expect(kinds(card)).toEqual(["helpful", "unhelpful", "delete"]);
    expect(card.controls.at(-1)?.visibleTo).toBe("ada");
  });

  test("a button in a channel is answered privately, in a direct message it is an ordinary message", async () => {
    const manners = meet();
    const code = "1:ask:en:openness:grok";
    const inChannel = await cardAt(manners, pressed(code));
    expect([inChannel.reply.audience, ...kinds(inChannel)]).toEqual([
      "person",
      "share",
      "helpful",
      "unhelpful",
    ]);
    const direct = await cardAt(manners, pressed(code, { shared: false }));
    expect([direct.reply.audience, ...kinds(direct)]).toEqual(["everyone", "helpful", "unhelpful"]);
  });

  test("an honest no can be neither shared nor judged", async () => {
    expect(kinds(await cardOf(meet(), heard("how tall is mount everest", "command")))).toEqual([]);
  });

  test("a bare mention gets help", async () => {
    const { reply } = await cardOf(meet(), heard("  ", "mention"));
    expect(reply.title).toContain("how open is an AI model");
  });
});

describe("language", () => {
  const ist = "ist grok eigentlich open source?";

  test("a private answer is in the reader's, a public one in the question's", async () => {
    const manners = meet();
    const languageOf = async (...said: Parameters<typeof heard>) =>
      (await cardOf(manners, heard(...said))).reply.language;
    expect(await languageOf(ist, "command", { reader: "en" })).toBe("en");
    expect(await languageOf(ist, "mention", { reader: "en" })).toBe("de");
    expect(await languageOf("grok", "mention", { reader: "de" })).toBe("en");
    expect(await languageOf(ist, "direct", { shared: false })).toBe("de");
  });

  test("where nothing tells, the usual one is spoken", async () => {
    const manners = meet({ language: "de" });
    expect((await cardOf(manners, heard("grok", "mention"))).reply.language).toBe("de");
    expect((await cardOf(manners, heard("what is the licence of grok?", "mention"))).reply.language).toBe(
      "en",
    );
  });

  test("a button answers in the reader's language, unless it is the button for the other one", async () => {
    const manners = meet();
    const press = async (code: string, reader?: "de" | "en") =>
      (await cardAt(manners, pressed(code, { reader }))).reply.language;
    expect(await press("1:ask:en:define:open-weights", "de")).toBe("de");
    expect(await press("1:ask:en:define:open-weights")).toBe("en");
    expect(await press("1:ask:en!:define:open-weights", "de")).toBe("en");
  });
});

describe("once", () => {
  test("an event that comes again under any of its ids is answered once", async () => {
    const manners = meet();
    const hear = (...ids: readonly string[]) => manners.hear(heard("grok", "mention", { ids }));
    const vote = () => manners.press(pressed("1:vote:en:up:family:grok", { ids: ["p"] }));
    expect(await hear("ts:1", "event:1")).toBeDefined();
    expect(await hear("ts:1", "event:2")).toBeUndefined();
    expect(await hear("event:1")).toBeUndefined();
    expect(await hear("event:0", "ts:1")).toBeUndefined();
    // Under this one it came only when it was not answered any more.
    expect(await hear("event:2", "event:3")).toBeUndefined();
    expect(await vote()).toBeDefined();
    expect(await vote()).toBeUndefined();
  });

  test("for an hour, in which both platforms have given up", async () => {
    const manners = meet();
    const hear = () => manners.hear(heard("grok", "mention", { ids: ["event:1"] }));
    expect(await hear()).toBeDefined();
    expect(await manners.hear(heard("grok", "mention", { ids: ["event:2"] }))).toBeDefined();
    const minute = 60_000;
    for (let passed = 0; passed < 59; passed += 1) vi.advanceTimersByTime(minute);
    expect(await hear()).toBeUndefined();
    vi.advanceTimersByTime(2 * minute);
    expect(await manners.hear(heard("grok", "mention", { ids: ["event:2"] }))).toBeDefined();
  });
});

describe("a fault of ours", () => {
  const broken = {
    ...bot,
    languageOf() {
      throw new Error("bug");
    },
    answer() {
      throw new Error("bug");
    },
  };

  test.each(["mention", "direct", "command"] as const)(
    "gets a %s an apology with the code that is in the log",
    async (how) => {
      const lines: object[] = [];
      const log = { ...silentLog, error: (facts: object) => void lines.push(facts) };
      const { reply } = await cardOf(meet({ bot: broken, log }), heard("grok", how, { reader: "de" }));
      expect(reply.title).toBe("Da ist bei mir etwas schiefgegangen.");
      const [, code] = /unter dem Code (\w{4}) /u.exec(reply.text) ?? [];
      expect(lines).toMatchObject([{ code, err: { message: "bug" } }]);
    },
  );

  test("gets a press an apology, and silence where nobody asked", async () => {
    const manners = meet({ bot: broken });
    const card = await cardAt(manners, pressed("1:ask:en:openness:grok"));
    expect(card.reply).toMatchObject({ title: "Something went wrong on my side.", audience: "person" });
    expect(await manners.hear(heard("is grok open source?", "overheard"))).toBeUndefined();
  });
});

describe("when there is no time for an answer", () => {
  test("whoever asked or pressed is told so, alone, once, and in the language that they would be answered in", async () => {
    const manners = meet({ language: "de" });
    const late = heard("what are model weights?", "command");
    expect(manners.putOff(late)).toMatchObject({
      reply: { title: busy, language: "en", audience: "person" },
      controls: [],
    });
    expect(manners.putOff(late)).toBeUndefined();
    expect(await manners.hear(late)).toBeUndefined();
    expect(manners.putOff(pressed("1:ask:en:openness:grok"))?.reply.language).toBe("en");
    expect(manners.putOff(pressed("1:ask:en:openness:grok", { reader: "de" }))?.reply.language).toBe("de");
    expect(manners.putOff(pressed("no code"))?.reply.language).toBe("de");
    expect(manners.putOff(heard("grok", "command", { reader: "en" }))?.reply.language).toBe("en");
    expect(manners.putOff(heard("grok", "command", { typed: "hilfe grok" }))?.reply.language).toBe("de");
  });
});
