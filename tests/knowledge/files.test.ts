import { expect, test } from "vitest";
import { decode } from "../../src/knowledge/check/decode.ts";
import { placeOf } from "../../src/knowledge/check/layout.ts";
import { readPages } from "../../src/knowledge/check/pages.ts";
import { readKnowledge } from "../../src/knowledge/check/read.ts";
import { faultsOf, textOf } from "./edits.ts";
import { example } from "./example.ts";

const birch = "models/birch.yaml";

function withFile(path: string, content: string | Uint8Array): Map<string, Uint8Array> {
  return new Map(example).set(path, typeof content === "string" ? Buffer.from(content) : content);
}

test.each([
  "knowledge.yaml",
  "models/Pine.yaml",
  "models/pine.yml",
  "models/pine.yaml.bak",
  "models/old/pine.yaml",
  "models/pine.yaml/old.yaml",
  "models/pine-.yaml",
  "notes/pine.yaml",
  "family.yaml",
  "notes.txt",
])("a file called %s has no place in knowledge/", (path) => {
  expect(faultsOf(withFile(path, "models: []\n"))).toEqual([
    `knowledge/${path}:1 has no place in knowledge/; move it, or name it models/<family>.yaml or terms/<group>.yaml in lower case`,
  ]);
});

test("a file of several words is named with hyphens", () => {
  expect(placeOf("models/silver-birch-2.yaml")).toEqual({ kind: "family", name: "silver-birch-2" });
});

test("a file that is missing is reported, without what refers to it", () => {
  const files = new Map(example);
  files.delete("sources.yaml");
  files.delete("terms/wood.yaml");
  expect(faultsOf(files)).toEqual([
    "knowledge/sources.yaml:1 is missing; restore it",
    "knowledge/terms/:1 is missing; restore it",
  ]);
});

test("a file in another encoding is reported with the line of its first foreign letter", () => {
  expect(faultsOf(withFile(birch, Buffer.from("# Latin-1\nname: Kr\u00E4uter\n", "latin1")))).toEqual([
    "knowledge/models/birch.yaml:2 is not UTF-8; save it as UTF-8",
  ]);
});

test("a control character is found where the file begins", () => {
  expect(faultsOf(withFile(birch, "\u0007"))).toEqual([
    "knowledge/models/birch.yaml:1 contains a control character; remove it or type the line anew",
  ]);
});

test("a file may have 512 KiB, and not a byte more", () => {
  const largest = Buffer.alloc(512 * 1024, "a");
  expect(decode(largest)).toEqual({ text: largest.toString(), flaws: [] });
  expect(decode(Buffer.concat([largest, Buffer.from("a")])).text).toBeUndefined();
});

test("a file without any content is reported", () => {
  const [header] = textOf("models/pine.yaml", example).split("\n", 1);
  expect(faultsOf(withFile("models/pine.yaml", `${header}\n`))).toEqual([
    "knowledge/models/pine.yaml:1 is empty; write a value or remove the key",
  ]);
});

test("a copy of a file is told where it stands", () => {
  expect(faultsOf(withFile("models/copy.yaml", example.get(birch) ?? "")).join("\n")).toContain(
    'knowledge/models/copy.yaml:4 id: "birch" is already the id at knowledge/models/birch.yaml:4 (birch)',
  );
});

test("a file that is no list of models is told once", () => {
  const [header] = textOf(birch, example).split("\n", 1);
  expect(faultsOf(withFile("models/oak.yaml", `${header}\nmodels: none\n`))).toEqual([
    "knowledge/models/oak.yaml:2 models: is a text; write a list instead",
  ]);
});

test("a file that did not change is not read again", () => {
  const [before, after] = [readPages(example).known, readPages(withFile(birch, "")).known];
  const kept = after.filter(({ page }) => before.some((earlier) => earlier.page === page));
  expect(kept.map(({ name }) => name)).toEqual(
    before.map(({ name }) => name).filter((name) => name !== "birch"),
  );
});

test("a file with Windows line ends is read like any other", () => {
  const files = withFile(birch, textOf(birch, example).replaceAll("\n", "\r\n"));
  expect(readKnowledge(files)).toEqual(readKnowledge(example));
});
