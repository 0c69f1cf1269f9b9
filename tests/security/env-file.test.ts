import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { startBot } from "../programs/bot-process.ts";

/** What `npm run manifest` says, started in a folder with this `.env`. */
async function printedWith(line: string, mode: number): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-env-"));
  writeFileSync(path.join(folder, ".env"), `${line}\n`);
  chmodSync(path.join(folder, ".env"), mode);
  const there = `data:text/javascript,process.chdir(${encodeURIComponent(JSON.stringify(folder))})`;
  const program = startBot({}, ["--import", there, path.resolve("dist/src/manifest.js")]);
  expect(await program.end()).toBe(0);
  return program.printed;
}

const secret = "SLACK_SIGNING_SECRET=0123456789abcdef0123456789abcdef\nSLACK_BOT_TOKEN=xoxb-1";

test.skipIf(process.platform === "win32").each([
  ["others can read", secret, 0o644, true],
  ["its group can read", secret, 0o640, true],
  ["only its owner can read", secret, 0o600, false],
  ["others can read, without a secret in it", "DEFAULT_LANGUAGE=de", 0o644, false],
])(
  "of a file that %s, a warning is printed or not, and never what is in it",
  async (_, line, mode, warns) => {
    const printed = await printedWith(line, mode);
    expect(printed.includes("chmod 600 .env")).toBe(warns);
    expect(printed).not.toContain("0123456789abcdef");
  },
);
