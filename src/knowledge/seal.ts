import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Library } from "./schema.ts";

/**
 * `dist/knowledge.json` carries a seal: the build has judged exactly this text by exactly this schema. Judging it
 * again at each start would cost some 70 ms (20 to set up the schema, 50 for 9,000 texts in cold code); the seal costs 2.
 */

/** What the judgement depends on, as built. */
const judges = ["schema", "fields", "vocabulary"].map((name) => `#dist/src/knowledge/${name}.js`);

export function sealed(library: Library): string {
  const text = JSON.stringify(library);
  return `{"seal":"${sealOf(text)}",\n"library":${text}}\n`;
}

/** The library, or undefined when the seal is missing or does not fit. */
export function unseal(file: string): Library | undefined {
  const [, seal, text] = /^\{"seal":"(\w+)",\n"library":(.*)\}\n$/s.exec(file) ?? [];
  if (text === undefined || sealOf(text) !== seal) return undefined;
  const library: Library = JSON.parse(text);
  return library;
}

function sealOf(text: string): string {
  const hash = createHash("sha256");
  for (const judge of judges) hash.update(readFileSync(fileURLToPath(import.meta.resolve(judge))));
  return hash.update(text).digest("hex");
}
