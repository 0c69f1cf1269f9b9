import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { knowledgeFolder } from "../../src/knowledge/disk.ts";
import { readings, statuses, tiers } from "../../src/knowledge/vocabulary.ts";
import { edit, faultsOf, type Edit } from "./edits.ts";
import { real } from "./real.ts";

const readme = readFileSync(path.join(knowledgeFolder(), "README.md"), "utf8");

/** An example stands behind the last file that is named before it. */
const examples = [...readme.matchAll(/`([\w/-]+\.yaml)`[^`]*\n\n```yaml\n(.*?)```/gs)].map(
  ([, file = "", text = ""]) => ({ file, text }),
);

test("the examples are a source, a model, a term and a claim", () => {
  expect(examples.map(({ file }) => file)).toEqual([
    "sources.yaml",
    "models/example.yaml",
    "terms/openness.yaml",
    "claims.yaml",
  ]);
});

test("the examples have no fault where they are to be put", () => {
  const files = edit(real, examples.filter(({ file }) => real.has(file)).map(addition));
  for (const { file, text } of examples) if (!real.has(file)) files.set(file, Buffer.from(text));
  expect(faultsOf(files)).toEqual([]);
});

test("every file, status, tier and degree of reading is explained", () => {
  const named = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name);
  const places = [...real.keys()].map((file) =>
    file.replace(/^models\/.*/, "models/<family>.yaml").replace(/^terms\/.*/, "terms/<group>.yaml"),
  );
  expect(named).toEqual(expect.arrayContaining([...places, ...statuses, ...tiers, ...readings]));
});

/** Below the others: the line that names the collection is there already. */
function addition({ file, text }: { readonly file: string; readonly text: string }): Edit {
  const replace = file === "claims.yaml" ? "withheld:" : "";
  return { file, replace, by: text.replace(/^\w+:\n/, "") + replace };
}
