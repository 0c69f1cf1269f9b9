import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/catalogue.ts";
import { catalogueOf } from "../../src/cards/catalogue.ts";
import { type Ask, languages, type Language } from "../../src/chat.ts";
import { openLibrary } from "../../src/knowledge/load.ts";
import { createMind } from "../../src/mind.ts";
import { knowledge, say, textOf } from "../chat.ts";

const today = "2026-11-22";
const listed = (language: Language) => catalogueOf({ knowledge, language, today });
const open = ({ command, text }: Ask, language: Language) => say(`/${command} ${text}`, language);

const sizes = ({ models, groups, statuses, events }: Catalogue) => [
  models.length,
  groups.flatMap(({ terms }) => terms).length,
  statuses.flatMap(({ claims }) => claims).length,
  events.length,
];

describe.each(languages)("in %s", (language) => {
  const catalogue = listed(language);

  test("everything known is listed once", () => {
    const { models, terms, claims, timeline } = knowledge;
    expect(sizes(catalogue)).toEqual([models.size, terms.size, claims.size, timeline.length]);
    expect(sizes(catalogue).slice(0, 3)).toEqual([63, 108, 48]);
    const asks = [
      ...catalogue.models,
      ...catalogue.groups.flatMap(({ terms: own }) => own),
      ...catalogue.statuses.flatMap(({ claims: own }) => own),
    ].map(({ ask }) => `${ask.command} ${ask.text}`);
    expect(new Set(asks).size).toBe(63 + 108 + 48);
  });

  test("a model's row says what its card says", async () => {
    for (const { name, label, cells, ask } of catalogue.models) {
      const card = await open(ask, language);
      expect(card).toMatchObject({ band: "answer", title: `${name}: ${label.cell.text}` });
      const lines = card.sections?.[0]?.lines ?? [];
      expect(lines.map(({ mark, lead }) => [mark, lead])).toEqual(
        cells.map(({ mark, text }, index) => [mark, `${catalogue.parts[index]}: ${text}.`]),
      );
    }
  });

  test("a term opens its card, which begins as the list does", async () => {
    for (const { name, text, ask } of catalogue.groups.flatMap(({ terms }) => terms)) {
      const card = await open(ask, language);
      expect(card, name).toMatchObject({ band: "answer", entry: `term:${ask.text}` });
      expect(card.title).toContain(name);
      expect(card.text.startsWith(text)).toBe(true);
    }
  });

  test("a claim opens its card, which has its status, its text and its paragraph", async () => {
    for (const { word, claims } of catalogue.statuses)
      for (const { text, paragraph, ask } of claims) {
        const card = await open(ask, language);
        expect(card).toMatchObject({ band: "answer", entry: `claim:${ask.text}` });
        expect(card.title).toContain(word);
        expect(textOf(card)).toContain(text);
        expect(textOf(card)).toContain(paragraph);
      }
  });

  test("an event opens the page of the timeline that it stands on", async () => {
    for (const { dateText, text, ask } of catalogue.events) {
      const card = await open(ask, language);
      expect(card.band).toBe("answer");
      expect(card.sections?.[0]?.lines).toContainEqual(
        expect.objectContaining({ lead: `${dateText}:`, text }),
      );
    }
  });

  test("every subject of an event is one of the lanes, and every choice is a model's", () => {
    const used = new Set(catalogue.events.flatMap(({ subjects }) => subjects));
    expect(new Set(catalogue.subjects)).toEqual(used);
    for (const filter of ["vendor", "label", "licence"] as const)
      expect(new Set(catalogue.choices[filter].map(({ id }) => id))).toEqual(
        new Set(catalogue.models.map((model) => model[filter].id)),
      );
  });

  test("nothing withheld is in it", () => {
    const text = JSON.stringify(catalogue);
    const { withheld } = openLibrary().claims;
    expect(withheld.length).toBeGreaterThan(0);
    for (const id of withheld) expect(text).not.toContain(id);
    for (const word of knowledge.stopwords.withheld.split(" "))
      expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${word}\\b`, "u"));
  });
});

test("it is made once a day and language, and old evidence is marked on the day it gets old", () => {
  let day = today;
  const mind = createMind(openLibrary(), () => day);
  const first = mind.catalogue("en");
  expect(mind.catalogue("en")).toBe(first);
  expect(mind.catalogue("de")).not.toBe(first);
  expect(first.asOf).toBe("Evidence up to 8 October 2026.");
  day = "2028-01-01";
  expect(mind.catalogue("en").asOf).toContain("may be outdated");
});
