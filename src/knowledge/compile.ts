import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { countsTable } from "./counts.ts";
import { compiledFile, isNewerThan, knowledgeFolder, readFiles, writeWhole } from "./disk.ts";
import { openLibrary } from "./load.ts";
import { sealed, unseal } from "./seal.ts";

/**
 * The program of the build: checks `knowledge/` and compiles it into `dist/knowledge.json`, in silence; what is newer
 * than all it is made from is left alone. `--counts` says how much there is, `--schemas` writes the schemas for editors.
 */
const { values: flags } = parseArgs({
  options: { counts: { type: "boolean" }, schemas: { type: "boolean" } },
});

if (flags.counts === true) console.log(countsTable(openLibrary()));
else if (flags.schemas === true) await writeSchemas();
else if (!isUpToDate()) await compile();

/** A file that was changed by hand is newer, too, but its seal is broken. */
function isUpToDate(): boolean {
  const folders = [knowledgeFolder(), import.meta.dirname];
  return isNewerThan(compiledFile(), folders) && unseal(readFileSync(compiledFile(), "utf8")) !== undefined;
}

// The checks and the YAML parser are loaded only when there is something to compile: most builds have nothing.
async function compile(): Promise<void> {
  const { readKnowledge } = await import("./check/read.ts");
  const outcome = readKnowledge(readFiles(knowledgeFolder()));
  if (outcome.library === undefined) {
    console.error(outcome.faults.join("\n"));
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(compiledFile()), { recursive: true });
    writeWhole(compiledFile(), sealed(outcome.library));
  }
}

async function writeSchemas(): Promise<void> {
  const { editorSchemas } = await import("./json-schema.ts");
  const folder = path.join(knowledgeFolder(), "../src/knowledge/json-schema");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of editorSchemas()) writeWhole(path.join(folder, name), text);
}
