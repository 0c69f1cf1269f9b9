import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readKnowledge } from "../../src/knowledge/check/read.ts";
import { compiledFile } from "../../src/knowledge/disk.ts";
import { unseal } from "../../src/knowledge/seal.ts";
import { real } from "./real.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

// Each test starts programs, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 30_000 });

const compile = "dist/src/knowledge/compile.js";
const open = `import("./dist/src/knowledge/load.js").then(({ openLibrary }) => console.log(JSON.stringify(openLibrary())))`;
const silence = { code: 0, out: "", err: "" };

test("compiles in silence, leaves a newer file alone, replaces an older one whole, and keeps it when something is wrong", () => {
  const workshop = openWorkshop();
  rmSync(path.join(workshop.folder, "dist/knowledge.json"));
  expect(workshop.run(compile)).toEqual(silence);
  const first = fileOf(workshop);
  workshop.run(compile);
  expect(fileOf(workshop)).toEqual(first);

  workshop.edit({ file: "models/amber.yaml", replace: "vendor: LLM360", by: "vendor: LLM361" });
  expect(workshop.run(compile)).toEqual(silence);
  // Another inode: the new file was put in place of the old one, never written into it.
  expect(fileOf(workshop).ino).not.toBe(first.ino);
  expect(workshop.run("-e", open).out).toContain("LLM361");
  expect(readdirSync(path.join(workshop.folder, "dist"))).toEqual(["knowledge.json", "src"]);

  const before = workshop.read("dist/knowledge.json");
  workshop.edit({ file: "models/amber.yaml", replace: "vendor: LLM361", by: "vendor: " });
  workshop.edit({ file: "claims.yaml", replace: "status: outdated", by: "status: outdatet" });
  const { code, out, err } = workshop.run(compile);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^knowledge\/claims\.yaml:\d+ check\.status: unknown value "outdatet"/),
    "knowledge/models/amber.yaml:6 vendor: is empty (amber); write a value or remove the key",
  ]);
  expect(workshop.read("dist/knowledge.json")).toBe(before);
});

test("the bot opens what the check approved, and needs neither yaml nor zod for it", () => {
  const workshop = openWorkshop();
  rmSync(path.join(workshop.folder, "node_modules"));
  const { out, err } = workshop.run("-e", open);
  expect(err).toBe("");
  expect({ library: JSON.parse(out) }).toEqual(readKnowledge(real));
});

test("counts what there is, and how far the sources were read", () => {
  const workshop = openWorkshop();
  const { code, out } = workshop.run(compile, "--counts");
  expect(code).toBe(0);
  expect(out.replaceAll(/\d+/g, "N").split("\n")).toEqual([
    expect.stringMatching(/^claims +N$/),
    expect.stringMatching(/^terms +N {2}in N groups$/),
    expect.stringMatching(/^models +N$/),
    expect.stringMatching(/^families +N {2}N with several models$/),
    expect.stringMatching(/^licences +N$/),
    expect.stringMatching(/^sources +N {2}N only cited and never opened, N weak and never shown$/),
    expect.stringMatching(/^developments +N$/),
    expect.stringMatching(/^events +N$/),
    "",
  ]);
  const columns = out.trimEnd().split("\n");
  expect(new Set(columns.map((line) => line.search(/\d(?!\d)/))).size).toBe(1);
});

test("writes the schemas for editors as they are committed", () => {
  const workshop = openWorkshop();
  expect(workshop.run(compile, "--schemas")).toEqual(silence);
  const folder = path.join(workshop.folder, "src/knowledge/json-schema");
  expect(readdirSync(folder)).toContain("family.json");
});

describe("a start without npm run build says so", () => {
  test.each([
    ["is missing", (workshop: Workshop) => rmSync(path.join(workshop.folder, "dist/knowledge.json"))],
    [
      "was made with another schema",
      (workshop: Workshop) => {
        const schema = "dist/src/knowledge/schema.js";
        workshop.write(schema, `${workshop.read(schema)}\n// newer`);
      },
    ],
  ])("when dist/knowledge.json %s", (_what, spoil) => {
    const workshop = openWorkshop();
    spoil(workshop);
    const { code, out, err } = workshop.run("-e", open);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /knowledge\.json (cannot be read|is broken or of another build): run "npm run build"/,
    );
  });
});

test.each([
  ["cut off", (text: string) => text.slice(0, -100)],
  ["changed by hand", (text: string) => text.replace("LLM360", "LLM361")],
  ["without a seal", () => "{}"],
  ["empty", () => ""],
])("a compiled file that is %s is not opened", (_what, spoil) => {
  const text = readFileSync(compiledFile(), "utf8");
  expect(unseal(text)).toBeDefined();
  expect(unseal(spoil(text))).toBeUndefined();
});

function fileOf(workshop: Workshop): { readonly ino: number; readonly mtimeMs: number } {
  const { ino, mtimeMs } = statSync(path.join(workshop.folder, "dist/knowledge.json"));
  return { ino, mtimeMs };
}
