import { expect, test, vi } from "vitest";
import { busy, cardOf, grok, heard, meet, stopTheClock } from "./happenings.ts";

stopTheClock();

test("after five public answers in a burst a person is told once, then not answered until time has passed", async () => {
  const manners = meet();
  const ask = () => cardOf(manners, heard("grok", "mention"));
  for (let i = 0; i < 5; i++) expect((await ask()).reply.band).toBe("answer");
  expect((await ask()).reply.title).toBe(busy);
  expect(await manners.hear(heard("grok", "mention"))).toBeUndefined();
  const other = await cardOf(manners, heard("grok", "mention", { person: "grace" }));
  expect(other.reply.band).toBe("answer");
  vi.advanceTimersByTime(2_001);
  expect((await ask()).reply.band).toBe("answer");
});

test("where several processes share the events, each grants its part, and never nothing", async () => {
  for (const [processes, granted] of [
    [2, 2],
    [9, 1],
  ] as const) {
    const manners = meet({ processes });
    for (let i = 0; i < granted; i++)
      expect((await cardOf(manners, heard("grok", "mention"))).reply.title).not.toBe(busy);
    expect((await cardOf(manners, heard("grok", "mention"))).reply.title).toBe(busy);
  }
});

test("whoever was answered again is told again", async () => {
  const manners = meet();
  const ask = () => cardOf(manners, heard("grok", "mention"));
  for (let i = 0; i < 5; i++) await ask();
  expect((await ask()).reply.title).toBe(busy);
  vi.advanceTimersByTime(2_001);
  expect((await ask()).reply.band).toBe("answer");
  expect((await ask()).reply.title).toBe(busy);
});

test("a channel has a limit of its own, and everyone who meets it is told once", async () => {
  const manners = meet();
  for (let i = 0; i < 20; i++) await cardOf(manners, heard("grok", "mention", { person: `p${i}` }));
  for (const person of ["p21", "p22", "p23", "p24"]) {
    expect((await cardOf(manners, heard("grok", "mention", { person }))).reply.title).toBe(busy);
    expect(await manners.hear(heard("grok", "mention", { person }))).toBeUndefined();
  }
  const elsewhere = heard("grok", "mention", { person: "p21", channel: "b" });
  expect((await cardOf(manners, elsewhere)).reply.band).toBe("answer");
});

test("the notice is in the language of the question, and whoever asked can delete it from a channel", async () => {
  const manners = meet();
  const ask = (text: string, channel: "mention" | "direct") =>
    cardOf(manners, heard(text, channel, { shared: channel === "mention", channel }));
  for (let i = 0; i < 5; i++) await ask("grok", "mention");
  const inChannel = await ask("ist grok eigentlich open source?", "mention");
  expect(inChannel.reply).toMatchObject({ title: "Einen Moment, bitte.", audience: "everyone" });
  expect(inChannel.controls).toMatchObject([{ kind: "delete", code: "1:delete:de:ada", visibleTo: "ada" }]);
  expect((await ask("grok", "direct")).controls).toEqual([]);
});

test("commands are not slowed down: their answers disturb nobody", async () => {
  const manners = meet();
  for (let i = 0; i < 50; i++)
    expect((await cardOf(manners, heard("", "command", grok))).reply.band).toBe("answer");
});
