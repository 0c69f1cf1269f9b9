import { createHash } from "node:crypto";
import { accessSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";
import type { Scorecard } from "../chat.ts";
import type { Log } from "../log.ts";
import { newestFirst } from "../newest-first.ts";
import { encodePng } from "./png.ts";
import { remember } from "../remember.ts";
import { drawScorecard } from "./svg.ts";

export interface Pictures {
  /** A PNG; nothing when pictures cannot be drawn here, or too many are being waited for. Never rejects. */
  draw(scorecard: Scorecard): Promise<Buffer | undefined>;
}

/** Three pixels for two units of the drawing; thrice what a phone shows. */
const pixels = 960;
/** Of at most 80 KB each; adapters keep copies of those that they send. */
const mostKept = 60;
/** Milliseconds that a drawing may wait: an answer waits less for it, but the next one may have it. */
const longest = 5_000;
const fontFiles = ["Regular", "SemiBold"].map((weight) => `#dist/fonts/Inter-${weight}.ttf`);

/** Replies are kept for a day, and their scorecards with them. */
const drawOnce = remember(drawScorecard);

/** What a scorecard's picture is known by: another one as soon as anything of it looks different. */
export function versionOf(scorecard: Scorecard): string {
  return createHash("sha256").update(drawOnce(scorecard)).digest("base64url").slice(0, 16);
}

/** The library is optional, and loaded with the first picture; where it is missing, the log says so once. */
export function createPictures(log: Log): Pictures {
  const kept = new LRUCache<string, Promise<Buffer | undefined>>({ max: mostKept });
  const queue = newestFirst({ atOnce: 2, mostWaiting: 20, longest });
  let renderer: Promise<Render | undefined> | undefined;

  async function render(svg: string): Promise<Buffer | undefined> {
    try {
      const png = await (renderer ??= loadRenderer(log));
      return await png?.(svg);
    } catch (error) {
      log.error({ err: error }, "a picture could not be drawn");
      return undefined;
    }
  }

  return {
    async draw(scorecard) {
      const svg = drawOnce(scorecard);
      const known = kept.get(svg);
      if (known !== undefined) return known;
      const drawing = queue(() => render(svg));
      kept.set(svg, drawing);
      const png = await drawing;
      // What failed is tried again the next time.
      if (png === undefined) kept.delete(svg);
      return png;
    },
  };
}

type Render = (svg: string) => Promise<Buffer>;

async function loadRenderer(log: Log): Promise<Render | undefined> {
  try {
    const files = fontFiles.map((file) => fileURLToPath(import.meta.resolve(file)));
    const { renderAsync } = await import("@resvg/resvg-js");
    // Without a font's file the library would leave all words out, and say nothing.
    for (const file of files) accessSync(file);
    const font = { loadSystemFonts: false, fontFiles: files };
    return async (svg) =>
      encodePng(await renderAsync(svg, { font, fitTo: { mode: "width", value: pixels } }));
  } catch (error) {
    log.warn(
      { err: error },
      "no pictures: @resvg/resvg-js or the fonts are missing, `npm install` and `npm run build` bring them",
    );
    return undefined;
  }
}
