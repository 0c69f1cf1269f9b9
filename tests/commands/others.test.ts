import { describe, expect, test } from "vitest";
import { bot, knowledge, requestOf, say, textOf } from "../chat.ts";

describe("/timeline", () => {
  test("shows dated events of a subject, newest first, each with a source", async () => {
    const reply = await say("/timeline musk");
    expect(reply.sections?.[0]?.lines[0]?.lead).toBe("May 2026:");
    expect(reply.sections?.[0]?.lines.every(({ refs }) => refs?.length === 1)).toBe(true);
    expect(reply.next?.map(({ label }) => label)).toContain("Next page");
  });

  test("shows everything without a subject, down to the oldest event", async () => {
    expect((await say("/timeline")).text).toContain("of 61");
    expect(textOf(await say("/timeline 8", "de"))).toContain("11. Dezember 2015:");
  });

  test.each(["llama", "Elon", "KI-Verordnung", "x"])("knows a subject as %s", async (name) => {
    expect((await say(`/timeline ${name}`)).band).toBe("answer");
  });

  test("an unknown subject offers the known ones", async () => {
    expect(await say("/timeline frobnication")).toMatchObject({ band: "none" });
  });
});

describe("/sources", () => {
  test("gives each with its tier and how far it was read", async () => {
    const reply = await say("/sources only-first-grok-released");
    expect(reply.sources?.length).toBeGreaterThan(2);
    for (const { note } of reply.sources ?? [])
      expect(note).toMatch(/^(primary source|press|reference|secondary)/);
  });

  test("says how many pages nobody here has opened", async () => {
    const cited = [...knowledge.sources.values()].filter(({ read }) => read === "cited").length;
    expect((await say("/sources")).text).toContain(`${cited} of them were only cited`);
  });

  test("counts what was not opened, knows each kind, and names what to read on", async () => {
    const reply = await say("/sources grok-3");
    const notes = reply.sources?.map(({ note }) => note ?? "") ?? [];
    expect(notes.filter((note) => note.includes("not opened")).length).toBeGreaterThan(0);
    expect(reply.text).toContain(`${notes.filter((note) => note.includes("not opened")).length} page`);
    expect(new Set(notes.map((note) => note.split(",")[0])).size).toBeGreaterThan(1);
    expect(textOf(reply)).toContain("https://docs.x.ai/developers/migration/may-15-retirement");
  });

  test("shows the strongest first", async () => {
    const kinds = (await say("/sources grok-release-is-partial")).sources?.map(
      ({ note }) => note?.split(",")[0],
    );
    const order = ["primary source", "press", "reference work", "secondary source"];
    expect(kinds).toEqual(kinds?.toSorted((a = "", b = "") => order.indexOf(a) - order.indexOf(b)));
  });

  test("turns pages of a long list", async () => {
    const first = await say("/sources grok");
    const next = first.next?.find(({ label }) => label === "Next page");
    expect((await say(`/${next?.command} ${next?.text}`)).text).toMatch(/^Sources 9 to /);
  });
});

describe("/explain", () => {
  test("finds models, terms and families in a longer text, each once", async () => {
    const reply = await say(
      "/explain Grok-1 hat offene Gewichte unter Apache 2.0, anders als Llama 4. Offene Gewichte sind kein Open Source!",
      "de",
    );
    expect([reply.entry, ...(reply.others ?? [])]).toEqual(
      expect.arrayContaining(["model:grok-1", "term:open-weights", "term:apache-2-0", "model:llama-4"]),
    );
    expect(
      reply.sections?.map(({ heading }) => heading).filter((name) => name === "Offene Gewichte"),
    ).toHaveLength(1);
  });

  test("says when it knows nothing in a text", async () => {
    expect(await say("/explain the cat sat on the mat")).toMatchObject({ band: "none" });
  });
});

describe("/help", () => {
  test("is made from the commands", async () => {
    const text = textOf(await say("/help"));
    for (const { name, describe: words } of bot.commands) {
      expect(text).toContain(`/${name}`);
      expect(text).toContain(words.en);
    }
  });

  test.each([
    ["privacy", "Privacy: what is kept, and what is not"],
    ["Datenschutz", "Privacy: what is kept, and what is not"],
    ["about", "About this bot"],
  ])("has the topic %s", async (topic, title) => {
    expect((await say(`/help ${topic}`)).title).toBe(title);
  });

  test("credits the indexes and says that the article's date is assumed", async () => {
    const text = textOf(await say("/help about"));
    for (const words of [
      "doi:10.5281/zenodo.15386042",
      "The Model Openness Tool Authors",
      "that day is assumed",
    ])
      expect(text).toContain(words);
  });
});

describe("a question in plain words", () => {
  test.each([
    ["gork", "family:grok"],
    ["Grok 2.5", "model:grok-2"],
    ["Modellgewichte", "term:model-weights"],
  ] as const)("%s is %s", async (question, entry) => {
    expect(await say(question)).toMatchObject({ band: "answer", entry });
  });

  test("shows what a misspelt name was read as", async () => {
    expect((await say("gork")).text).toMatch(/^Read “gork” as “grok”\./i);
  });

  test("that the knowledge does not hold gets an honest no", async () => {
    expect(await say("qwertz flurb zong", "de")).toMatchObject({
      band: "none",
      title: "Dazu habe ich noch keine belegte Antwort.",
    });
  });
});

test("commands complete what is typed, at most 25 choices, in the reader's language", () => {
  expect(bot.suggest(requestOf("/openness gro"))[0]).toEqual({ label: "Grok (xAI)", value: "grok" });
  expect(bot.suggest(requestOf("/define modellg", "de"))[0]?.label).toBe("Modellgewichte");
  expect(bot.suggest(requestOf("/compare grok-1, olm")).map(({ value }) => value)).toContain("olmo-2");
  for (const { name } of bot.commands)
    expect(bot.suggest(requestOf(`/${name}`)).length).toBeLessThanOrEqual(25);
});
