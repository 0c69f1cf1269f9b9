import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where the browser of the system is; none is downloaded. */
export const browserPath = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
].find((file) => file !== "" && existsSync(file));

export const skipped =
  browserPath === undefined ? " (skipped: no Chromium here; install it, or set CHROMIUM to its path)" : "";

export function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error("no Chromium here");
  return chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}
