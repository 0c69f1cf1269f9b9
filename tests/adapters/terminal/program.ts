import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const here = import.meta.dirname;
const root = path.join(here, "../../..");

/** The path of canned-terminal.ts as a program: compiled for this test file, since Node 20 runs no TypeScript. */
export function compileProgram(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-terminal-"));
  beforeAll(() => {
    writeFileSync(path.join(folder, "package.json"), `{"type":"module"}`);
    const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
    const flags =
      "--ignoreConfig --target es2023 --module nodenext --types node --rewriteRelativeImportExtensions --skipLibCheck";
    const source = path.join(here, "canned-terminal.ts");
    execFileSync(
      process.execPath,
      [compiler, ...flags.split(" "), "--rootDir", root, "--outDir", folder, source],
      { cwd: root },
    );
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  return path.join(folder, path.relative(root, here), "canned-terminal.js");
}
