import { describe, expect, test } from "vitest";
import { layAxis } from "../../../src/adapters/web/browse/axis.ts";
import { drawBrowse } from "../../../src/adapters/web/browse/browse.ts";
import { readChosen } from "../../../src/adapters/web/browse/filter.ts";
import { drawTimeline } from "../../../src/adapters/web/browse/timeline.ts";
import { catalogueOf } from "../../../src/cards/catalogue.ts";
import type { Catalogue } from "../../../src/catalogue.ts";
import { languages, type Language } from "../../../src/chat.ts";
import { readQuestion } from "../../../src/adapters/web/question.ts";
import { html } from "../../../src/adapters/html.ts";
import { knowledge } from "../../chat.ts";

const listed = (language: Language) => catalogueOf({ knowledge, language, today: "2026-11-22" });
const question = (language: Language) => readQuestion(new URLSearchParams(), language);
const browse = (query = "", language: Language = "en") => {
  const catalogue = listed(language);
  return drawBrowse(catalogue, question(language), readChosen(new URLSearchParams(query), catalogue)).markup;
};
const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0;
const rows = (markup: string) => count(markup, /<th scope="row">/g);
const written = (text: string) => html`${text}`.markup;

describe.each(languages)("in %s", (language) => {
  const catalogue = listed(language);
  const page = browse("", language);

  test("every entry is there, with the way to its card", () => {
    const entries = [
      ...catalogue.models.map(({ name, ask }) => ({ text: name, ask })),
      ...catalogue.groups.flatMap(({ terms }) => terms.map(({ name, ask }) => ({ text: name, ask }))),
      ...catalogue.statuses.flatMap(({ claims }) => claims.map(({ title, ask }) => ({ text: title, ask }))),
      ...catalogue.events.map(({ text, ask }) => ({ text, ask })),
    ];
    expect(entries).toHaveLength(63 + 108 + 48 + knowledge.timeline.length);
    for (const { text, ask } of entries) {
      const query = new URLSearchParams({ q: `/${ask.command} ${ask.text}`, lang: language }).toString();
      expect(page).toContain(`<a href="/?${written(query)}">${written(text)}</a>`);
    }
    expect(rows(page)).toBe(63);
  });

  test("a claim stands with its paragraph, a term with its first sentence", () => {
    for (const { text, paragraph } of catalogue.statuses.flatMap(({ claims }) => claims))
      expect(page).toContain(`${written(text)} <span class="where">${written(paragraph)}</span>`);
    for (const { text } of catalogue.groups.flatMap(({ terms }) => terms))
      expect(page).toContain(`<dd>${written(text)}</dd>`);
  });

  test("the picture has a title, a description and every event with its date", () => {
    const picture = drawTimeline(catalogue, language).markup;
    expect(picture).toContain('role="img"');
    expect(picture).toContain('<title id="timeline-title">');
    expect(picture).toContain('<desc id="timeline-description">');
    expect(count(picture, /<g class="event/g)).toBe(knowledge.timeline.length);
    for (const { dateText, text } of catalogue.events)
      expect(picture).toContain(`<title>${written(`${dateText}: ${text}`)}</title>`);
    const points = catalogue.events.reduce((sum, { subjects }) => sum + subjects.length, 0);
    expect(count(picture, /<circle/g)).toBe(points);
  });

  test("nothing needs what the page's security policy forbids, and every id is there once", () => {
    expect(page).not.toMatch(/\sstyle=|<style|<script|\son\w+=|https?:/);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the models are narrowed", () => {
  const { models } = listed("en");

  test.each([
    ["by vendor", "vendor=xAI", models.filter(({ vendor }) => vendor.id === "xAI").length],
    ["by verdict", "label=fully-open", models.filter(({ label }) => label.id === "fully-open").length],
    ["by licence", "licence=MIT", models.filter(({ licence }) => licence.id === "MIT").length],
  ])("%s", (_, query, expected) => {
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(63);
    const page = browse(query);
    expect(rows(page)).toBe(expected);
    expect(page).toContain(`${expected} of 63 models.`);
    expect(count(page, / selected>/g)).toBe(1);
  });

  test("by all three at once", () => {
    const [xai] = [models.filter(({ name }) => name === "Grok-1")];
    expect(xai).toHaveLength(1);
    const page = browse("vendor=xAI&label=open-weights&licence=Apache-2.0");
    expect(rows(page)).toBe(1);
    expect(page).toContain(">Grok-1</a>");
    expect(count(page, / selected>/g)).toBe(3);
  });

  test("to none, which is said and offers the way back", () => {
    const page = browse("vendor=xAI&label=fully-open");
    expect(page).toContain("No model fits all of these filters.");
    expect(page).toContain('href="/browse?lang=en#models"');
    expect(page).not.toContain("<table");
  });

  test.each(["vendor=Nobody", "label=", "licence=toString", "vendor=__proto__", "colour=red", "label=OPEN"])(
    "not by %s, which is unknown",
    (query) => {
      expect(browse(query)).toBe(browse());
    },
  );

  test("by what is known, when something unknown stands beside it", () => {
    expect(browse("vendor=Nobody&licence=MIT")).toBe(browse("licence=MIT"));
  });
});

test("a hostile query leaves no trace", () => {
  const hostile = '"><script>alert(1)</script>';
  const query = new URLSearchParams({ vendor: hostile, label: hostile, licence: hostile, lang: hostile });
  expect(browse(query.toString())).toBe(browse());
});

test("knowledge that looks like markup comes out as text", () => {
  const nasty = `<b>"&'`;
  const catalogue = listed("en");
  const hostile: Catalogue = JSON.parse(
    JSON.stringify(catalogue, (key, value: unknown) =>
      typeof value === "string" && ["name", "text", "title", "paragraph", "word", "dateText"].includes(key)
        ? nasty
        : value,
    ),
  );
  const page = drawBrowse(hostile, question("en"), {}).markup;
  expect(page).not.toContain("<b>");
  expect(count(page, /&lt;b&gt;&quot;&amp;&#39;/g)).toBeGreaterThan(500);
});

describe("the line of years", () => {
  const dates = listed("en")
    .events.map(({ date }) => date)
    .toReversed();

  test("keeps the order, keeps events apart and keeps each in its year", () => {
    const { xs, years } = layAxis(dates);
    expect(xs.slice(1).every((x, index) => x - (xs[index] ?? 0) >= 16)).toBe(true);
    for (const [index, x] of xs.entries()) {
      const year = years.find((one) => x >= one.x && x < one.x + one.width);
      expect(year?.year).toBe(dates[index]?.slice(0, 4));
    }
  });

  test("shows years in which nothing happened", () => {
    expect(layAxis(["2018", "2021-03-02"]).years.map(({ year }) => year)).toEqual([
      "2018",
      "2019",
      "2020",
      "2021",
    ]);
  });

  test("of no events is empty", () => {
    expect(layAxis([])).toEqual({ width: 0, years: [], xs: [] });
  });
});
