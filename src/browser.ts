import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where the system's Chromium is; none is downloaded. */
export const browserPath = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
].find((file) => file !== "" && existsSync(file));

/** What to do where there is none. */
export const noBrowser = "no Chromium: install it, or set CHROMIUM to its path";

/** @throws {Error} when there is none. */
export function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(noBrowser);
  return chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}
