import { readFileSync } from "node:fs";

/** What the build has made for the browser. */
const types = { "page.js": "text/javascript", "style.css": "text/css", "icon.svg": "image/svg+xml" } as const;
export const assets = Object.entries(types);

export function readAsset(name: string): Buffer {
  return readFileSync(new URL(import.meta.resolve(`#dist/page/${name}`)));
}
