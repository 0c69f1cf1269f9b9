import { chmodSync, mkdirSync } from "node:fs";

/** Node has it from 22.13 on. */
export function hasSqlite(): boolean {
  return process.getBuiltinModule("node:sqlite") !== undefined;
}

/**
 * The database in this folder, for nobody else to read.
 * @throws {Error} naming DATA_DIR when the folder cannot be used.
 */
export function openFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return folder;
  } catch (error) {
    const cause = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Error(`DATA_DIR: ${folder} cannot be written to (${cause}); name a folder that can.`, {
      cause: error,
    });
  }
}
