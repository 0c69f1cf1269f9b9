import { stripVTControlCharacters } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../../src/adapters/terminal/clean.ts";
import { renderReply } from "../../../src/adapters/terminal/render.ts";
import { displayWidth } from "../../../src/adapters/terminal/width.ts";
import { type Cell, type Line, type Reply, type Section, states, type Table } from "../../../src/chat.ts";

const style = { width: 80, colours: false, buttons: "numbered" } as const;

const nasty = fc.constantFrom(
  "\u001b[31m",
  "\u001b]0;",
  "\u0007",
  "\u009b",
  "\u202e",
  "\u2066",
  "\r",
  "\n",
  " ",
  "a",
);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: nasty }),
  fc.lorem(),
);
const mark = fc.constantFrom(...states);
const cell: fc.Arbitrary<Cell> = fc.record({ mark, text }, { requiredKeys: ["text"] });
const line: fc.Arbitrary<Line> = fc.record(
  { mark, lead: text, text, refs: some(fc.integer({ min: 1, max: 30 })) },
  { requiredKeys: ["text"] },
);
const section: fc.Arbitrary<Section> = fc.record({ heading: text, lines: some(line) });
const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    caption: text,
    columns: fc.array(text, { minLength: count, maxLength: count }),
    rows: fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 4 }),
  }),
);
const anyReply: fc.Arbitrary<Reply> = fc.record({
  band: fc.constant("answer"),
  language: fc.constantFrom("en", "de"),
  title: text,
  text,
  sections: some(section),
  table,
  sources: some(fc.record({ title: text, publisher: text, url: text, date: text, note: text })),
  asOf: text,
  next: some(fc.record({ label: text, command: fc.constant("ask"), text })),
  audience: fc.constant("person"),
});
const anyWidth = fc.integer({ min: 30, max: 100 });

test("no string of a reply is lost or cut", () => {
  fc.assert(
    fc.property(anyReply, anyWidth, (reply, width) => {
      const drawn = squeeze(renderReply(reply, { ...style, width }));
      for (const string of shownStrings(reply)) expect(drawn).toContain(squeeze(cleanText(string)));
    }),
  );
});

test("no line is wider than the screen, in any script", () => {
  fc.assert(
    fc.property(anyReply, anyWidth, (reply, width) => {
      for (const drawn of renderReply(reply, { ...style, width }).split("\n"))
        expect(displayWidth(drawn)).toBeLessThanOrEqual(width);
    }),
  );
});

test("a reply says the same with and without colours", () => {
  fc.assert(
    fc.property(anyReply, anyWidth, (reply, width) => {
      const coloured = renderReply(reply, { ...style, width, colours: true });
      expect(stripVTControlCharacters(coloured)).toBe(renderReply(reply, { ...style, width }));
    }),
  );
});

test("nothing that a terminal would obey gets through", () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      expect(renderReply(reply, style)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    }),
  );
});

function some<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength: 4 });
}

function squeeze(string: string): string {
  return string.replaceAll(/\s+/gu, "");
}

/** What a reader has to find; the command and text of a button are what it sends. */
function shownStrings(reply: Reply): string[] {
  const { sections = [], table: drawn, sources = [], next = [] } = reply;
  return [
    reply.title,
    reply.text,
    reply.asOf ?? "",
    ...sections.flatMap(({ heading = "", lines }) => [
      heading,
      ...lines.flatMap(({ lead = "", text: said, refs = [] }) => [
        lead,
        said,
        ...refs.map((ref) => `[${ref}]`),
      ]),
    ]),
    ...(drawn === undefined
      ? []
      : [drawn.caption, ...drawn.columns, ...drawn.rows.flat().map((one) => one.text)]),
    ...sources.flatMap(({ title, publisher, url, date = "", note = "" }) => [
      title,
      publisher,
      url,
      date,
      note,
    ]),
    ...next.map(({ label }) => label),
  ];
}
