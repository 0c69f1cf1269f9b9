import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { hasSqlite } from "../../src/store/folder.ts";

const prefix = ".cache/node-24";

/** A Node that has SQLite: the running one, or one that is installed beside the project; nothing when it cannot be. */
export function nodeWithSqlite(): string | undefined {
  if (hasSqlite()) return process.execPath;
  const node = path.resolve(prefix, "node_modules/node/bin/node");
  // Its script fetches the program itself.
  const flags = ["--silent", "--no-save", "--no-package-lock", "--ignore-scripts=false"];
  const given = ["install", ...flags, "--prefix", prefix, "node@24"];
  try {
    if (!existsSync(node)) execFileSync("npm", given);
    // One that was interrupted passes for complete.
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}
