import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { hasSqlite } from "../../src/store/folder.ts";

const prefix = ".cache/node-24";

/** A Node that has SQLite: the running one, or one that is installed beside the project; nothing when it cannot be. */
export function nodeWithSqlite(): string | undefined {
  if (hasSqlite()) return process.execPath;
  const node = path.resolve(prefix, "node_modules/node/bin/node");
  const given = ["install", "--silent", "--no-save", "--no-package-lock", "--prefix", prefix, "node@24"];
  try {
    if (!existsSync(node)) execFileSync("npm", given);
    return node;
  } catch {
    return undefined;
  }
}
