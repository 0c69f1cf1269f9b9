import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { type Ground, memory, postgres, sqlite, vaultOf } from "./engines.ts";

const hour = 3_600_000;
const start = Date.parse("2026-11-26T12:00:00Z");
const server = { adapter: "chat", id: "4711" };
const other = { adapter: "chat", id: "4712" };
const elsewhere = { adapter: "talk", id: "4711" };

describe.each([memory, sqlite, postgres].filter(({ isThere }) => isThere))("$name", (engine) => {
  let ground: Ground;
  let store: Store;
  let now: number;
  const clock = () => now;

  beforeEach(async () => {
    now = start;
    ground = await engine.prepare();
    store = await ground.open(clock);
  });
  afterEach(async () => {
    await store.close();
    await ground.remove();
  });

  describe("settings", () => {
    test("are as usual where nobody has changed them", async () => {
      expect(await store.settings(server)).toEqual({});
      expect(await store.settings(server, "c1")).toEqual({});
    });

    test("of a community hold in all of its channels, and nowhere else", async () => {
      await store.change(server, undefined, { language: "de", mode: "questions", collect: true });
      expect(await store.settings(server)).toEqual({ language: "de", mode: "questions", collect: true });
      expect(await store.settings(server, "c1")).toEqual({
        language: "de",
        mode: "questions",
        collect: true,
      });
      expect(await store.settings(other, "c1")).toEqual({});
      expect(await store.settings(elsewhere, "c1")).toEqual({});
    });

    test("of a channel go before those of its community, one by one", async () => {
      await store.change(server, "c1", { mode: "off" });
      await store.change(server, undefined, { language: "de", mode: "questions" });
      expect(await store.settings(server, "c1")).toEqual({ language: "de", mode: "off" });
      expect(await store.settings(server, "c2")).toEqual({ language: "de", mode: "questions" });
      expect(await store.settings(server)).toEqual({ language: "de", mode: "questions" });
    });

    test("are replaced as a whole", async () => {
      await store.change(server, undefined, { language: "de", mode: "off", collect: true });
      await store.change(server, undefined, { collect: false });
      expect(await store.settings(server)).toEqual({ collect: false });
    });

    test("keep the last of many changes at once", async () => {
      await Promise.all(Array.from({ length: 20 }, () => store.change(server, "c1", { mode: "questions" })));
      await store.change(server, "c1", { mode: "off" });
      expect(await store.settings(server, "c1")).toEqual({ mode: "off" });
    });
  });

  describe("who does not want to be answered unasked", () => {
    test("is nobody at first", async () => {
      expect(await store.isQuiet(server, "p1")).toBe(false);
    });

    test("is remembered for that community only", async () => {
      await store.setQuiet(server, "p1", true);
      expect(await store.isQuiet(server, "p1")).toBe(true);
      expect(await store.isQuiet(server, "p2")).toBe(false);
      expect(await store.isQuiet(other, "p1")).toBe(false);
    });

    test("can change their mind, and say the same twice", async () => {
      for (const quiet of [true, true, false, false]) await store.setQuiet(server, "p1", quiet);
      expect(await store.isQuiet(server, "p1")).toBe(false);
    });
  });

  describe("votes", () => {
    test("are counted by entry, verdict and day", async () => {
      await store.vote({ entry: "model:a", verdict: "helpful" });
      await store.vote({ entry: "model:a", verdict: "helpful" });
      await store.vote({ entry: "model:a", verdict: "outdated" });
      now += 24 * hour;
      await store.vote({ entry: "model:a", verdict: "helpful" });
      const votes = await store.votes();
      expect(votes).toHaveLength(3);
      expect(votes).toEqual(
        expect.arrayContaining([
          { entry: "model:a", verdict: "helpful", day: "2026-11-26", count: 2 },
          { entry: "model:a", verdict: "outdated", day: "2026-11-26", count: 1 },
          { entry: "model:a", verdict: "helpful", day: "2026-11-27", count: 1 },
        ]),
      );
    });

    test("none is lost when many are cast at once", async () => {
      await Promise.all(
        Array.from({ length: 100 }, () => store.vote({ entry: "term:b", verdict: "unhelpful" })),
      );
      expect(await store.votes()).toEqual([
        { entry: "term:b", verdict: "unhelpful", day: "2026-11-26", count: 100 },
      ]);
    });
  });

  describe("open questions", () => {
    test("are counted over all communities, the most frequent first", async () => {
      await store.collect(server, "is it free", "en");
      await store.collect(server, "was ist das", "de");
      now += 24 * hour;
      await store.collect(other, "was ist das", "de");
      expect(await store.questions()).toEqual([
        { text: "was ist das", language: "de", count: 2, day: "2026-11-27" },
        { text: "is it free", language: "en", count: 1, day: "2026-11-26" },
      ]);
    });

    test("are gone once they have an answer", async () => {
      await store.collect(server, "is it free", "en");
      await store.collect(other, "is it free", "en");
      await store.settle("is it free");
      expect(await store.questions()).toEqual([]);
    });

    test("are forgotten 90 days after they were asked last", async () => {
      await store.collect(server, "old", "en");
      await store.collect(server, "asked again", "en");
      now += 90 * 24 * hour;
      await store.collect(server, "asked again", "en");
      await store.tidy();
      expect((await store.questions()).map(({ text }) => text)).toEqual(["asked again", "old"]);
      now += 24 * hour;
      await store.tidy();
      expect((await store.questions()).map(({ text }) => text)).toEqual(["asked again"]);
    });
  });

  describe("an event", () => {
    test("is claimed once", async () => {
      expect(await store.claim(["e1"])).toBe(true);
      expect(await store.claim(["e1"])).toBe(false);
      expect(await store.claim(["e2"])).toBe(true);
    });

    test("is known by any of its ids", async () => {
      expect(await store.claim(["m1", "e1"])).toBe(true);
      expect(await store.claim(["e2", "m1"])).toBe(false);
      expect(await store.claim(["e2"])).toBe(false);
    });

    test("without an id is always new", async () => {
      expect(await store.claim([])).toBe(true);
      expect(await store.claim([])).toBe(true);
    });

    test("may name one id twice", async () => {
      expect(await store.claim(["e1", "e1"])).toBe(true);
    });

    test("is not the first when a part of it was claimed, and takes the rest all the same", async () => {
      await store.claim(["m1"]);
      const together = [
        store.claim(["e1"]),
        store.claim(["m1", "e2"]),
        store.claim(["e2"]),
        store.claim(["e3"]),
      ];
      expect(await Promise.all(together)).toEqual([true, false, false, true]);
    });

    test("is claimed once by many at the same time", async () => {
      const won = await Promise.all(
        Array.from({ length: 50 }, (_, index) => store.claim(index % 2 === 0 ? ["a", "b"] : ["b", "a"])),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    test("is remembered for an hour", async () => {
      await store.claim(["e1"]);
      now += hour - 1;
      await store.tidy();
      expect(await store.claim(["e1"])).toBe(false);
      now += hour + 1;
      await store.tidy();
      expect(await store.claim(["e1"])).toBe(true);
    });
  });

  test("a lease is kept by its holder, who counts as one process", async () => {
    expect(await store.lease("register", 1_000)).toBe(true);
    expect(await store.lease("register", 1_000)).toBe(true);
    expect(await store.processes()).toBe(1);
    expect(await store.processes()).toBe(1);
  });

  describe("an installation", () => {
    test("is kept, replaced and read back", async () => {
      expect(await store.installation(server)).toBeUndefined();
      await store.install(server, "first");
      await store.install(server, "second, with ünïcode");
      expect(await store.installation(server)).toBe("second, with ünïcode");
      expect(await store.installation(other)).toBeUndefined();
    });
  });

  describe("forgetting", () => {
    const fill = async (community: typeof server) => {
      await store.change(community, undefined, { mode: "off" });
      await store.change(community, "c1", { language: "de" });
      await store.setQuiet(community, "p1", true);
      await store.collect(community, "is it free", "en");
      await store.install(community, "token");
    };

    test("a community leaves nothing of it, and all of the others; twice is no error", async () => {
      await fill(server);
      await fill(other);
      await store.forget(server);
      await store.forget(server);
      expect(await store.settings(server, "c1")).toEqual({});
      expect(await store.isQuiet(server, "p1")).toBe(false);
      expect(await store.installation(server)).toBeUndefined();
      expect(await store.settings(other, "c1")).toEqual({ mode: "off", language: "de" });
      expect(await store.isQuiet(other, "p1")).toBe(true);
      expect(await store.installation(other)).toBe("token");
      expect(await store.questions()).toEqual([
        { text: "is it free", language: "en", count: 1, day: "2026-11-26" },
      ]);
      await store.forget(other);
      expect(await store.questions()).toEqual([]);
    });

    test("can leave a community connected", async () => {
      await fill(server);
      await store.clear(server);
      expect(await store.settings(server, "c1")).toEqual({});
      expect(await store.isQuiet(server, "p1")).toBe(false);
      expect(await store.questions()).toEqual([]);
      expect(await store.installation(server)).toBe("token");
    });

    test("a person leaves nothing of them, anywhere on that platform", async () => {
      for (const community of [server, other, elsewhere]) {
        await store.setQuiet(community, "p1", true);
        await store.setQuiet(community, "p2", true);
      }
      await store.forgetPerson("chat", "p1");
      await store.forgetPerson("chat", "p1");
      expect(await store.isQuiet(server, "p1")).toBe(false);
      expect(await store.isQuiet(other, "p1")).toBe(false);
      expect(await store.isQuiet(other, "p2")).toBe(true);
      expect(await store.isQuiet(elsewhere, "p1")).toBe(true);
    });
  });

  describe.runIf(engine.lasts)("with several processes", () => {
    test("what one keeps, the next reads after a restart", async () => {
      await store.change(server, "c1", { mode: "off", collect: true });
      await store.setQuiet(server, "p1", true);
      await store.claim(["e1"]);
      await store.install(server, "token");
      await store.close();
      store = await ground.open(clock);
      expect(await store.settings(server, "c1")).toEqual({ mode: "off", collect: true });
      expect(await store.isQuiet(server, "p1")).toBe(true);
      expect(await store.claim(["e1"])).toBe(false);
      expect(await store.installation(server)).toBe("token");
    });

    test("an event is claimed by one of them", async () => {
      const second = await ground.open(clock);
      const ids = Array.from({ length: 100 }, (_, index) => `e${index}`);
      const won = await Promise.all(ids.flatMap((id) => [store.claim([id]), second.claim([id])]));
      expect(won.filter(Boolean)).toHaveLength(100);
      await second.close();
    });

    test("a lease goes over when it expires or its holder leaves", async () => {
      const second = await ground.open(clock);
      expect(await store.lease("register", 1_000)).toBe(true);
      expect(await second.lease("register", 1_000)).toBe(false);
      now += 1_000;
      expect(await second.lease("register", 1_000)).toBe(true);
      expect(await store.lease("register", 1_000)).toBe(false);
      await second.close();
      expect(await store.lease("register", 1_000)).toBe(true);
    });

    test("they are counted while they are there", async () => {
      const second = await ground.open(clock);
      await store.processes();
      expect(await second.processes()).toBe(2);
      now += 60_000;
      expect(await store.processes()).toBe(1);
      expect(await second.processes()).toBe(2);
      await second.close();
      expect(await store.processes()).toBe(1);
    });

    test("nothing is kept in the clear", async () => {
      const secret = "xoxb-1-very-secret";
      await store.change(server, "channel-3", { mode: "off" });
      await store.setQuiet(server, "person-7", true);
      await store.claim(["event-9"]);
      await store.install(server, secret);
      const kept = await ground.dump();
      for (const clear of ["4711", "channel-3", "person-7", "event-9", secret, "xoxb"])
        expect(kept).not.toContain(clear);
      expect(kept).toContain('"mode":"off"');
    });

    test("a new key takes over, and the old one can go", async () => {
      await store.install(server, "token");
      await store.setQuiet(server, "p1", true);
      await store.close();
      store = await ground.open(clock, vaultOf("b", "a"));
      expect(await store.installation(server)).toBe("token");
      await store.close();
      store = await ground.open(clock, vaultOf("b"));
      expect(await store.installation(server)).toBe("token");
      expect(await store.isQuiet(server, "p1")).toBe(true);
    });

    test("a wrong key is named, and what to do", async () => {
      await expect(ground.open(clock, vaultOf("c"))).rejects.toThrow(/STORE_KEYS: .*"a".* add it behind/);
    });
  });
});
