import { describe, expect, test } from "vitest";
import { bot, knowledge, requestOf, say, textOf } from "../chat.ts";

describe("/claims lists", () => {
  test.each([
    ["licensing", 4],
    ["Lizenzen", 4],
    ["p4", 5],
    ["Absatz 4", 5],
    ["disputed", 4],
    ["umstritten", 4],
    ["OSI", 2],
    ["", 48],
  ])("%j: %d claims", async (text, total) => {
    const reply = await say(`/claims ${text}`);
    expect(reply.band).toBe("answer");
    expect(reply.text).toContain(` of ${total} (article`);
    expect(reply.sections).toHaveLength(Math.min(5, total));
  });

  test("each with its status, five a page, with buttons to turn", async () => {
    const reply = await say("/claims openness page 2");
    expect(reply.text).toMatch(/^Claims 6 to 10 of 17 /);
    expect(reply.next).toHaveLength(8);
    expect(reply.next?.slice(5).map(({ label }) => label)).toEqual([
      "Previous page",
      "Next page",
      "Auf Deutsch",
    ]);
    // A button bears the title that stands above its claim, so that no two numberings meet.
    for (const [index, { heading }] of (reply.sections ?? []).entries())
      expect(heading).toContain(reply.next?.[index]?.label);
    for (const { lines } of reply.sections ?? [])
      expect(lines[0]?.lead).toMatch(/^(Supported|Partly supported|Disputed|Outdated|Cannot be checked):$/);
  });

  test("a page beyond the end shows the last", async () => {
    expect((await say("/claims 99")).text).toMatch(/^Claims 46 to 48 of 48/);
  });

  test("an unknown topic offers the known ones", async () => {
    const reply = await say("/claims frobnication");
    expect(reply).toMatchObject({ band: "none", title: "No claims under “frobnication”." });
    expect(reply.next?.length).toBeGreaterThan(3);
  });
});

test("/claims does not take the number of a name for a page", async () => {
  expect((await say("/claims grok 2")).text).not.toContain("6 to");
});

test("a list shows the present status, and attributes opinions", async () => {
  const strings = textOf(await say("/claims p1"));
  expect(strings).toContain("Outdated:");
  const opinions = [...knowledge.claims.values()].filter(
    ({ paragraph, attribute }) => paragraph === "t2" && attribute === true,
  );
  for (const { id, en } of opinions)
    expect(textOf(await say("/claims t2")), id).toContain(`The article argues: ${en}`);
  expect(opinions).not.toEqual([]);
});

describe("a claim", () => {
  test("says up to which day there is evidence", async () => {
    const reply = await say("/claims only-first-grok-released");
    expect(reply.sections?.[2]?.heading).toBe("What is known since (evidence up to 3 October 2026)");
    expect(reply.asOf).toBe("Evidence up to 3 October 2026.");
  });

  test("shows three layers in order: the article, the check, what is known since", async () => {
    const reply = await say("/claims only-first-grok-released");
    expect(reply).toMatchObject({ band: "answer", entry: "claim:only-first-grok-released" });
    expect(reply.title).toBe("Claim of the article: outdated");
    expect(reply.text).toBe("In February 2025: supported. On the evidence since: outdated.");
    expect(reply.sections?.map(({ heading }) => heading?.replace(/ \(.*/, ""))).toEqual([
      "What the article says",
      "How it checks out",
      "What is known since",
    ]);
  });

  test("has at most two sources, the strongest", async () => {
    for (const { id } of knowledge.claims.values())
      expect((await say(`/claims ${id}`)).sources?.length, id).toBeLessThanOrEqual(2);
  });

  test("that is an opinion is attributed to the article", async () => {
    for (const { id, attribute } of knowledge.claims.values()) {
      const said = (await say(`/claims ${id}`)).sections?.[0]?.lines[0]?.text;
      expect(said?.startsWith("The article argues: "), id).toBe(attribute === true);
    }
  });
});

test("withheld claims are in no answer, list or suggestion", async () => {
  for (const line of [
    "/claims",
    "/claims h1",
    "/claims balaji-autopsy-result",
    "/explain Balaji whistleblower",
  ])
    expect(textOf(await say(line)).replace(/“.*?”/g, "")).not.toMatch(/balaji/i);
  expect(bot.suggest(requestOf("/claims bal"))).toEqual([]);
  expect(bot.suggest(requestOf("/ask balaji")).filter(({ value }) => value.includes("balaji"))).toEqual([]);
});
