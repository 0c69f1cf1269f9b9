import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createManners,
  type Card,
  type Heard,
  type Manners,
  type Pressed,
} from "../../src/manners/manners.ts";
import { readPress } from "../../src/manners/press.ts";
import { bot, silentLog, textOf } from "../chat.ts";

let manners: Manners;
let count = 0;

beforeEach(() => {
  vi.useFakeTimers();
  // A fake clock starts at 0, which the cache takes for "no time".
  vi.advanceTimersByTime(1_000);
  manners = createManners(bot, { adapter: "test", overhear: ["open"], language: "en", log: silentLog });
});
afterEach(() => void vi.useRealTimers());

function heard(text: string, how: Heard["how"], more: Partial<Heard> = {}): Heard {
  count += 1;
  const ask = { command: "ask", text };
  return { ids: [`id-${count}`], how, ask, person: "ada", channel: "open", shared: true, ...more };
}

function pressed(code: string, more: Partial<Pressed> = {}): Pressed {
  count += 1;
  return {
    ids: [`id-${count}`],
    code,
    person: "ada",
    channel: "open",
    shared: true,
    moderator: false,
    ...more,
  };
}

async function cardOf(happening: Heard): Promise<Card> {
  const card = await manners.hear(happening);
  if (card === undefined) throw new Error("silence");
  return card;
}

const grok = { ask: { command: "openness", text: "grok" } };
const kinds = ({ controls }: Card) => controls.map(({ kind }) => kind);

describe("who gets to see an answer", () => {
  test("a command in a channel is answered privately, and can be shared", async () => {
    const card = await cardOf(heard("", "command", grok));
    expect(card.reply.audience).toBe("person");
    expect(kinds(card)).toEqual(["share", "helpful", "unhelpful"]);
  });

  test("a command in a direct message is an ordinary message there", async () => {
    const card = await cardOf(heard("", "command", { ...grok, shared: false }));
    expect(card.reply.audience).toBe("everyone");
    expect(kinds(card)).toEqual(["helpful", "unhelpful"]);
  });

  test("a mention is answered for everyone, and whoever asked can delete the answer", async () => {
    const card = await cardOf(heard("is grok open source?", "mention"));
    expect(card.reply.audience).toBe("everyone");
    expect(kinds(card)).toEqual(["helpful", "unhelpful", "delete"]);
  });

  test("an honest no can be neither shared nor judged", async () => {
    expect(kinds(await cardOf(heard("how tall is mount everest", "command")))).toEqual([]);
  });

  test("a bare mention gets help", async () => {
    expect((await cardOf(heard("  ", "mention"))).reply.title).toContain("how open is an AI model");
  });
});

describe("language", () => {
  test("a private answer is in the reader's, a public one in the question's", async () => {
    const ist = "ist grok eigentlich open source?";
    expect((await cardOf(heard(ist, "command", { reader: "en" }))).reply.language).toBe("en");
    expect((await cardOf(heard(ist, "mention", { reader: "en" }))).reply.language).toBe("de");
    expect((await cardOf(heard("grok", "mention", { reader: "de" }))).reply.language).toBe("en");
    expect((await cardOf(heard(ist, "direct", { shared: false }))).reply.language).toBe("de");
  });

  test("a button answers in the reader's language, unless it is the button for the other one", async () => {
    const press = async (code: string, reader?: "de" | "en") => {
      const card = await manners.press(pressed(code, { reader }));
      return typeof card === "object" ? card.reply.language : card;
    };
    expect(await press("1:ask:en:define:open-weights", "de")).toBe("de");
    expect(await press("1:ask:en:define:open-weights")).toBe("en");
    expect(await press("1:ask:en!:define:open-weights", "de")).toBe("en");
  });
});

describe("unasked", () => {
  const question = "is grok really open source?";

  test("answers a question only where that is switched on, and says why", async () => {
    expect(await manners.hear(heard(question, "overheard", { channel: "other" }))).toBeUndefined();
    const card = await cardOf(heard(question, "overheard"));
    expect(card.reply.entry).toBe("family:grok");
    expect(card.footer?.text).toContain("switched on");
  });

  test("keeps quiet when it is not sure, and when nobody asks", async () => {
    expect(await manners.hear(heard("lunch at twelve?", "overheard"))).toBeUndefined();
    expect(await manners.hear(heard("I like grok", "overheard"))).toBeUndefined();
  });

  test("does not say the same again for ten minutes; in another channel or language it is not the same", async () => {
    const everywhere = createManners(bot, {
      adapter: "test",
      overhear: ["*"],
      language: "en",
      log: silentLog,
    });
    const ask = (text: string, channel: string) => everywhere.hear(heard(text, "overheard", { channel }));
    expect(await ask(question, "a")).toBeDefined();
    expect(await ask(question, "a")).toBeUndefined();
    expect(await ask(question, "b")).toBeDefined();
    expect(await ask("ist grok wirklich open source?", "a")).toBeDefined();
    vi.advanceTimersByTime(600_001);
    expect(await ask(question, "a")).toBeDefined();
  });

  test("does not repeat what was just answered to a mention", async () => {
    await cardOf(heard(question, "mention"));
    expect(await manners.hear(heard(question, "overheard"))).toBeUndefined();
  });
});

describe("once", () => {
  test("an event that comes again under any of its ids is answered once", async () => {
    expect(await manners.hear(heard("grok", "mention", { ids: ["ts:1", "event:1"] }))).toBeDefined();
    expect(await manners.hear(heard("grok", "mention", { ids: ["ts:1", "event:2"] }))).toBeUndefined();
    expect(await manners.press(pressed("1:vote:up:x", { ids: ["p"] }))).toBeDefined();
    expect(await manners.press(pressed("1:vote:up:x", { ids: ["p"] }))).toBeUndefined();
    vi.advanceTimersByTime(3_600_001);
    expect(await manners.hear(heard("grok", "mention", { ids: ["event:1"] }))).toBeDefined();
  });
});

describe("pace", () => {
  test("after five public answers in a burst a person is told once, then not answered until time has passed", async () => {
    for (let i = 0; i < 5; i++) expect((await cardOf(heard("grok", "mention"))).reply.band).toBe("answer");
    expect((await cardOf(heard("grok", "mention"))).reply.title).toBe("One moment, please.");
    expect(await manners.hear(heard("grok", "mention"))).toBeUndefined();
    expect((await cardOf(heard("grok", "mention", { person: "grace" }))).reply.band).toBe("answer");
    vi.advanceTimersByTime(2_001);
    expect((await cardOf(heard("grok", "mention"))).reply.band).toBe("answer");
  });

  test("a channel has a limit of its own", async () => {
    for (let i = 0; i < 20; i++) await cardOf(heard("grok", "mention", { person: `p${i}` }));
    expect((await cardOf(heard("grok", "mention", { person: "late" }))).reply.title).toBe(
      "One moment, please.",
    );
    expect((await cardOf(heard("grok", "mention", { person: "late", channel: "b" }))).reply.band).toBe(
      "answer",
    );
  });

  test("commands are not slowed down: their answers disturb nobody", async () => {
    for (let i = 0; i < 50; i++) expect((await cardOf(heard("", "command", grok))).reply.band).toBe("answer");
  });
});

describe("buttons that act on a card", () => {
  const codeOf = ({ controls }: Card, kind: string) => controls.find((one) => one.kind === kind)?.code ?? "";

  test("share gives the same card to everyone, with the name of whoever shared it", async () => {
    const own = await cardOf(heard("", "command", { ...grok, reader: "de" }));
    const shared = await manners.press(pressed(codeOf(own, "share"), { reader: "en" }));
    if (typeof shared !== "object") throw new Error("no card");
    expect(textOf(shared.reply)).toBe(textOf(own.reply));
    expect(shared.reply.audience).toBe("everyone");
    expect(shared.footer).toEqual({ text: "Geteilt von", person: "ada" });
  });

  test("delete is for whoever asked and for moderators", async () => {
    const code = codeOf(await cardOf(heard("grok", "mention")), "delete");
    expect(await manners.press(pressed(code))).toBe("delete");
    expect(await manners.press(pressed(code, { person: "eve", moderator: true }))).toBe("delete");
    expect(await manners.press(pressed(code, { person: "eve" }))).toMatchObject({
      reply: { title: "Only whoever asked can delete this answer.", audience: "person" },
    });
  });

  test("a vote is logged with its entry and without the person", async () => {
    const lines: object[] = [];
    const log = { ...silentLog, info: (facts: object) => void lines.push(facts) };
    const own = createManners(bot, { adapter: "test", overhear: [], language: "en", log });
    const code = codeOf(await cardOf(heard("grok", "mention")), "helpful");
    expect(await own.press(pressed(code))).toMatchObject({ reply: { title: "Thank you." } });
    expect(lines).toEqual([{ adapter: "test", entry: "family:grok", helpful: true }]);
  });

  test("a button that is not ours says so", async () => {
    expect(await manners.press(pressed("9:what"))).toMatchObject({
      reply: { band: "none", audience: "person" },
    });
    expect(readPress("9:what")).toBeUndefined();
  });
});
