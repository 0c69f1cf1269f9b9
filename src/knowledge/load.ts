import { readFileSync } from "node:fs";
import { compiledFile } from "./disk.ts";
import type { Library } from "./schema.ts";
import { unseal } from "./seal.ts";

/**
 * The knowledge as the build left it in `dist/knowledge.json`. Loads neither YAML nor zod.
 * @throws {Error} that says what to do when the file is missing, was changed or belongs to another build.
 */
export function openLibrary(): Library {
  const file = compiledFile();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`${file} cannot be read: run "npm run build", which makes it from knowledge/`, { cause });
  }
  const library = unseal(text);
  if (library !== undefined) return library;
  throw new Error(`${file} is broken or of another build: run "npm run build", which makes it anew`);
}
