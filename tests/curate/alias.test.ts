import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { addAlias } from "../../src/curate/alias.ts";
import { addLabelled } from "../../src/curate/labelled.ts";
import { listVotes } from "../../src/curate/votes.ts";
import { readQuestions } from "../../src/eval/questions.ts";
import { openWorkshop, type Workshop } from "../knowledge/workshop.ts";

let workshop: Workshop;
let folder: string;
beforeEach(() => {
  workshop = openWorkshop();
  folder = path.join(workshop.folder, "knowledge");
});
const check = () => workshop.run("dist/src/knowledge/compile.js");

const linesOf = (file: string, from = folder) => readFileSync(path.join(from, file), "utf8").split("\n");

describe("an alias", () => {
  test.each([
    ["term:model-card", "beipackzettel", "de", "terms/documentation.yaml"],
    ["model:grok-1", "erstes grok", "de", "models/grok.yaml"],
    ["family:grok", "the musk model", "en", "models/grok.yaml"],
    ["claim:only-first-grok-released", "was only one released", "en", "claims.yaml"],
  ] as const)("of %s is written into its list, and nothing else is touched", (key, text, language, file) => {
    const written = addAlias(folder, key, text, language);
    expect(written.file).toBe(file);
    const [before, after] = [linesOf(file, "knowledge"), linesOf(file)];
    expect(after[written.line - 1]).toContain(text);
    const changed = after.filter((line) => !before.includes(line));
    expect(changed).toHaveLength(1);
    expect(check()).toMatchObject({ code: 0, err: "" });
  });

  test("that YAML would read as something else is quoted", () => {
    const { file, line } = addAlias(folder, "term:model-card", "yes: no", "de");
    expect(linesOf(file)[line - 1]).toContain('"yes: no"');
    addAlias(folder, "term:model-card", "2024.5", "de");
    expect(check()).toMatchObject({ code: 0, err: "" });
  });

  test("of an entry that is not there is refused", () => {
    expect(() => addAlias(folder, "term:nothing", "x", "en")).toThrow("term:nothing: there is no such entry");
  });
});

test("a labelled question is appended, and can be read by whatever measures the search", () => {
  const file = path.join(folder, "questions.tsv");
  cpSync("tests/questions/questions.tsv", file);
  const before = readQuestions(file, readFileSync(file, "utf8")).length;
  const asked = { text: "was ist das", language: "de", expected: "term:fork", day: "2026-11-26" } as const;
  expect(addLabelled(file, asked)).toBe("open-2026-11-26-01");
  expect(addLabelled(file, { ...asked, text: "und\tdas" })).toBe("open-2026-11-26-02");
  const questions = readQuestions(file, readFileSync(file, "utf8"));
  expect(questions).toHaveLength(before + 2);
  expect(questions.at(-1)).toMatchObject({ text: "und das", language: "de", expected: [["term:fork"]] });
});

test("votes are listed by entry, the most often rejected first", () => {
  const day = "2026-11-26";
  const listed = listVotes([
    { entry: "term:a", verdict: "helpful", day, count: 3 },
    { entry: "term:b", verdict: "unhelpful", day, count: 2 },
    { entry: "term:b", verdict: "outdated", day, count: 1 },
    { entry: "term:b", verdict: "unhelpful", day: "2026-11-27", count: 1 },
  ]);
  expect(listed).toBe("term:b  0 helpful, 3 not (outdated 1)\nterm:a  3 helpful, 0 not");
  expect(listVotes([])).toBe("No votes.");
});
