import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readPages } from "../../src/knowledge/check/pages.ts";
import { knowledgeFolder } from "../../src/knowledge/disk.ts";
import { editorSchemas } from "../../src/knowledge/json-schema.ts";
import { real } from "./real.ts";

const folder = path.join(knowledgeFolder(), "../src/knowledge/json-schema");

test("the schemas for editors are those of today; otherwise run npm run schemas", () => {
  const committed = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(editorSchemas()));
});

test("editors find no fault in the real knowledge", () => {
  for (const { kind, page } of readPages(real).known) {
    const schema = z.fromJSONSchema(JSON.parse(editorSchemas().get(`${kind}.json`) ?? ""));
    expect(schema.safeParse(page.data).error).toBeUndefined();
  }
});

test("editors find a misspelt key", () => {
  const schema = z.fromJSONSchema(JSON.parse(editorSchemas().get("sources.json") ?? ""));
  expect(schema.safeParse({ sources: { grok: { titel: "Grok" } } }).success).toBe(false);
});
