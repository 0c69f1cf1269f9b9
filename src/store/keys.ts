import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Bytes of a key for AES-256. */
const keyBytes = 32;

interface Key {
  /** Stands beside what was encrypted with it. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** The first encrypts, all of them decrypt. */
export type Keys = readonly [Key, ...Key[]];

/**
 * Reads "id:base64,id:base64", the newest first.
 * @throws {Error} saying what is wrong, without the value.
 */
export function readKeys(text: string): Keys {
  const keys = text.split(",").map((one) => {
    const [, id, base64 = ""] = /^\s*([\w-]{1,32}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(one) ?? [];
    const bytes = Buffer.from(base64, "base64");
    if (id === undefined || bytes.length !== keyBytes)
      throw new Error("give id:key, several separated by commas; a key is made by: openssl rand -base64 32");
    return { id, bytes };
  });
  const [first, ...others] = keys;
  if (first === undefined || new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error("give every key another id");
  return [first, ...others];
}

const fileName = "key";

/** The key beside a database on the same disk, made the first time; several processes that start together agree on it. */
export function keyIn(folder: string): Keys {
  const file = path.join(folder, fileName);
  try {
    return readKeys(readFileSync(file, "utf8").trim());
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT"))
      throw new Error(`DATA_DIR: ${file} is not a key that was made here; put the old file back.`, {
        cause: error,
      });
  }
  // Only a whole file gets the name, and only the first to ask for it.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `file:${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readKeys(readFileSync(file, "utf8").trim());
}
