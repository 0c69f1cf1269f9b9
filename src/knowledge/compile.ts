import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readKnowledge } from "./check/read.ts";
import { countsTable } from "./counts.ts";
import { compiledFile, knowledgeFolder, readFiles, writeIfChanged } from "./disk.ts";
import { editorSchemas } from "./json-schema.ts";
import { sealed } from "./seal.ts";

/**
 * The program of the build: checks `knowledge/` and compiles it into `dist/knowledge.json`, in silence.
 * `--counts` only checks, and says how much there is; `--schemas` writes the schemas for editors.
 */
const { values: flags } = parseArgs({
  options: { counts: { type: "boolean" }, schemas: { type: "boolean" } },
});

if (flags.schemas === true) writeSchemas();
else compile();

function compile(): void {
  const outcome = readKnowledge(readFiles(knowledgeFolder()));
  if (outcome.library === undefined) {
    console.error(outcome.faults.join("\n"));
    process.exitCode = 1;
  } else if (flags.counts === true) {
    console.log(countsTable(outcome.library));
  } else {
    mkdirSync(path.dirname(compiledFile()), { recursive: true });
    writeIfChanged(compiledFile(), sealed(outcome.library));
  }
}

function writeSchemas(): void {
  const folder = path.join(knowledgeFolder(), "../src/knowledge/json-schema");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of editorSchemas()) writeIfChanged(path.join(folder, name), text);
}
