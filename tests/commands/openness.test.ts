import { describe, expect, test } from "vitest";
import { parts } from "../../src/knowledge/schema.ts";
import { knowledge, say, textOf } from "../chat.ts";

describe("/openness with a model", () => {
  test("shows eight parts, each with state, reason, source and date", async () => {
    const reply = await say("/openness grok-1");
    expect(reply).toMatchObject({ band: "answer", entry: "model:grok-1", title: "Grok-1: Open weights" });
    const lines = reply.sections?.[0]?.lines ?? [];
    expect(lines).toHaveLength(parts.length);
    expect(lines[0]).toEqual({
      mark: "open",
      lead: "Weights: open.",
      text: "Final weights can be downloaded without registration. (19 March 2024)",
      refs: [1],
    });
    expect(reply.sources?.[0]?.url).toBe("https://github.com/xai-org/grok-1");
  });

  test("says first how it reads by the definition, and that this is no decision of the OSI", async () => {
    const { text } = await say("/openness grok-1");
    expect(text).toMatch(
      /^Open Source AI Definition \(OSAID 1\.0\): not met, because of training code and training data\./,
    );
    expect(text).toContain("That is our reading, not a decision of the OSI.");
    expect(text).toContain("It did not pass in the OSI's trial of 2024.");
  });

  test("keeps what the article says apart from what is known since", async () => {
    const headings = (await say("/openness grok-2")).sections?.map(({ heading }) => heading);
    expect(headings?.slice(-2)).toEqual(["What the article says (February 2025)", "What is known since"]);
  });

  test("marks old evidence, and says nothing of the kind about fresh evidence", async () => {
    expect((await say("/openness grok-1")).asOf).toBe(
      "Evidence up to 19 March 2024. More than a year old: may be outdated.",
    );
    expect((await say("/openness grok-4")).asOf).toBe("Evidence up to 3 October 2026.");
  });

  test("never shows a ceiling of Class I, which would only mean that nothing speaks against it", async () => {
    for (const { id } of knowledge.models.values())
      expect(textOf(await say(`/openness ${id}`)), id).not.toMatch(/not above Class I\b/);
  });

  test("quotes a record of the Model Openness Tool with its date", async () => {
    expect(textOf(await say("/openness pythia"))).toContain(
      "Class I in the Model Openness Tool (record of 3 November 2025).",
    );
  });
});

test("/openness with a family lists its members, newest first, and picks none", async () => {
  const reply = await say("/openness grok", "de");
  expect(reply).toMatchObject({ band: "answer", entry: "family:grok" });
  expect(reply.title).toBe("Grok (xAI): Es kommt auf die Version an");
  expect(reply.text).toContain("Keines dieser 5 erfüllt die Open Source AI Definition");
  expect(reply.sections?.[0]?.lines.map(({ lead }) => lead)).toEqual([
    "Grok-4 (4–4.7):",
    "Grok-3:",
    "Grok-2 / Grok 2.5:",
    "Grok-1.5:",
    "Grok-1:",
  ]);
  expect(reply.next?.[0]).toMatchObject({ label: "Grok-4 (4–4.7)", command: "openness", text: "grok-4" });
});

test("a family of which some members are open says which", async () => {
  expect((await say("/openness olmo")).text).toContain("likely met by OLMo 3 (3, 3.1) and OLMo 2.");
});

test("/openness also takes a term, because people put it there", async () => {
  expect(await say("/openness openwashing")).toMatchObject({ band: "answer", entry: "term:openwashing" });
});

test("every card of every model names the yardstick of its verdict", async () => {
  for (const { id } of knowledge.models.values())
    expect((await say(`/openness ${id}`)).text, id).toContain("OSAID 1.0");
});

test("a family shows the claim that no longer stands, and the newest developments first", async () => {
  const [, article, since] = (await say("/openness grok")).sections ?? [];
  expect(article?.lines[0]).toEqual({
    lead: "Outdated:",
    text: "xAI has published only the first model of the Grok series.",
  });
  expect(since?.lines.map(({ lead }) => lead)).toEqual(["3 October 2026:", "21 September 2026:"]);
});

test("a model shows what became known of itself", async () => {
  const since = (await say("/openness grok-2")).sections?.at(-1);
  expect(since?.lines[0]?.text).toContain("The Grok 2 weights come with xAI's own revocable licence");
});

test("what an index says carries its number among the sources", async () => {
  const { sections, sources } = await say("/openness gpt-oss");
  const lines = sections?.[1]?.lines ?? [];
  const titleOf = (start: string) => {
    const [ref = 0] = lines.find(({ lead }) => lead?.startsWith(start))?.refs ?? [];
    return sources?.[ref - 1]?.title;
  };
  expect(titleOf("Model Openness Framework")).toBe("Model Openness Tool");
  expect(titleOf("European")).toBe("European Open Source AI Index: main database");
});

test("a vendor of the article is recognised without a family of that name", async () => {
  expect(textOf(await say("/openness muse-spark"))).toContain("Claims about Meta");
});

test("a source is not older than what it is cited for", async () => {
  const { sections, sources } = await say("/openness grok");
  const [ref] = sections?.at(-1)?.lines[0]?.refs ?? [];
  expect(sources?.[(ref ?? 0) - 1]?.date).toBe("3 October 2026");
});

test("the share in the European index is a percentage, and the ceiling that of the rules", async () => {
  expect(textOf(await say("/openness grok-2"))).toContain("8.3 % (Grok 2, 12 June 2026).");
  expect(textOf(await say("/openness grok-2", "de"))).toContain("8,3 % (Grok 2, 12. Juni 2026).");
  expect(textOf(await say("/openness grok-1"))).toContain("not above Class III.");
  expect(textOf(await say("/openness yi"))).toContain("not above Class II.");
});

test.each([
  ["grok", "partial"],
  ["olmo", "open"],
  ["llama", "partial"],
  ["claude", "closed"],
])("the tone of %s is %s", async (name, tone) => {
  expect((await say(`/openness ${name}`)).tone).toBe(tone);
});

test.each(["grok 5", "gpt-3", "gpt 45", "olmo 9", "llama 2.5"])(
  "a version that is not known is not answered with another: %s",
  async (name) => {
    expect((await say(`/openness ${name}`)).band).not.toBe("answer");
    expect((await say(`is ${name} open source?`)).band).not.toBe("answer");
  },
);

test.each(["is grok open?", "how open is grok", "ist grok offen?", "wie offen ist Grok?"])(
  "%s is answered by its card, although claims are about it as well",
  async (question) => {
    expect((await say(question)).entry).toBe("family:grok");
  },
);
