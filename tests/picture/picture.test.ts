import type { Log } from "../../src/log.ts";
import { inflateSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { languages, type Scorecard } from "../../src/chat.ts";
import { createPictures, type Pictures, versionOf } from "../../src/picture/picture.ts";
import { knowledge, silentLog } from "../chat.ts";
import { longest, scorecard } from "./scorecards.ts";

afterEach(() => {
  vi.doUnmock("@resvg/resvg-js");
  vi.restoreAllMocks();
});

const pictures = createPictures(silentLog);
const families = [...knowledge.families.values()];

async function drawn(from: Pictures, card: Scorecard): Promise<Buffer> {
  const png = await from.draw(card);
  if (png === undefined) throw new Error("no picture");
  return png;
}

/** The indexes of all pixels. */
function pixelsOf(png: Buffer): Buffer {
  const at = png.indexOf("IDAT");
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}

describe.each(languages)("pictures in %s", (language) => {
  test.each(families.map(({ id, members }) => [id, members] as const))(
    "of %s are small, and their words are really drawn",
    async (_, members) => {
      const card = scorecard(members, language);
      const png = await drawn(pictures, card);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(960);
      expect(png.length).toBeLessThan(80_000);
      // As many letters, so the same layout, but of a kind that the font does not have.
      const wordless = await drawn(pictures, withoutWords(card));
      const [before, after] = [pixelsOf(png), pixelsOf(wordless)];
      const differing = before.filter((index, at) => index !== after[at]).length;
      expect(differing).toBeGreaterThan(2_000);
    },
  );

  test("of the longest comparison are small as well", async () => {
    expect((await drawn(pictures, longest(language))).length).toBeLessThan(80_000);
  });
});

/** The same with spaces for words. */
function withoutWords(card: Scorecard): Scorecard {
  const blank = (text: string) => " ".repeat(text.length);
  return {
    ...card,
    caption: blank(card.caption),
    columns: card.columns.map(blank),
    rows: card.rows.map((row) => ({
      ...row,
      name: blank(row.name),
      label: blank(row.label),
      cells: row.cells.map((cell) => ({ ...cell, text: blank(cell.text) })),
    })),
  };
}

const [family] = families;
const card = scorecard(family?.members ?? [], "en");

describe("where the library that draws", () => {
  test("is missing, there is no picture, and the log says so once", async () => {
    vi.doMock("@resvg/resvg-js", () => {
      throw new Error("no such package");
    });
    const warn = vi.fn<Log["warn"]>();
    const none = createPictures({ ...silentLog, warn });
    expect(await Promise.all([none.draw(card), none.draw(longest("en"))])).toEqual([undefined, undefined]);
    expect(await none.draw(card)).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[1]).toContain("no pictures: @resvg/resvg-js");
  });

  test("fails, there is none either, and the next one is tried again", async () => {
    const renderAsync = vi.fn<() => Promise<never>>(async () => {
      throw new Error("broken");
    });
    vi.doMock("@resvg/resvg-js", () => ({ renderAsync }));
    const error = vi.fn<Log["error"]>();
    const broken = createPictures({ ...silentLog, error });
    expect([await broken.draw(card), await broken.draw(card)]).toEqual([undefined, undefined]);
    expect(renderAsync).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledTimes(2);
  });
});

test("the same picture is drawn once, also for two who ask at the same time, and never more than two at once", async () => {
  let running = 0;
  let most = 0;
  const renderAsync = vi.fn<() => Promise<object>>(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return { width: 1, height: 1, pixels: new Uint8Array(4) };
  });
  vi.doMock("@resvg/resvg-js", () => ({ renderAsync }));
  const counted = createPictures(silentLog);
  const cards = families.slice(0, 8).map(({ members }) => scorecard(members, "en"));
  const [first, second] = await Promise.all([counted.draw(card), counted.draw(card)]);
  expect(first).toBe(second);
  expect(renderAsync).toHaveBeenCalledTimes(1);
  await Promise.all([...cards, ...cards].map((one) => counted.draw(one)));
  expect(renderAsync).toHaveBeenCalledTimes(8);
  expect(most).toBe(2);
});

test("a version is that of all that is seen", () => {
  expect(versionOf(card)).toBe(versionOf({ ...card }));
  expect(versionOf(card)).not.toBe(versionOf({ ...card, footer: "Other" }));
  expect(versionOf(card)).toMatch(/^[\w-]{16}$/);
});
