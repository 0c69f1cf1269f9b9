import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isNear, isRight, shareOf } from "../src/eval/measures.ts";
import { readQuestions } from "../src/eval/questions.ts";

const head = "id\tmode\tlang\tkind\tquestion\texpected";

function questionSet(...rows: readonly string[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "openness-")), "set.tsv");
  writeFileSync(file, `${[head, ...rows].join("\n")}\n`);
  return file;
}

describe("eval", () => {
  const file = questionSet(
    "t-1\tasked\ten\tname\tGrok-1\tmodel:grok-1",
    "t-2\tasked\ten\ttwo\tcompare grok and llama\tfamily:grok&family:llama",
    "t-3\toverheard\ten\tchatter\tgood morning all\tnone",
  );

  test("--json prints one object a row, then one with the measures", () => {
    const lines = execFileSync(process.execPath, ["dist/src/eval.js", file, "--json"], { encoding: "utf8" });
    const [first, second, third, summary, ...rest] = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(["id", "question", "band", "entry", "others", "ms"]);
    expect(first).toMatchObject({ id: "t-1", question: "Grok-1", band: "answer", entry: "model:grok-1" });
    expect(new Set([second.entry, second.others[0]])).toEqual(new Set(["family:grok", "family:llama"]));
    expect(third).toMatchObject({ id: "t-3", band: "silent", entry: null, others: [] });
    expect(summary.summary.accuracy).toMatchObject({ right: 2, total: 2 });
    expect(summary.summary.silence).toMatchObject({ right: 1, total: 1 });
    expect(rest).toEqual([]);
  });

  test("without --json prints tables by kind and language, and the confusions", () => {
    const report = execFileSync(process.execPath, ["dist/src/eval.js", file], { encoding: "utf8" });
    for (const words of ["accuracy@1, asked", "95 % interval", "kind ", "language ", "confusions\n  none"])
      expect(report).toContain(words);
  });

  test("a missing file is named, and the program fails", () => {
    const { status, stderr } = spawnSync(process.execPath, ["dist/src/eval.js", "no-such.tsv"], {
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain("no-such.tsv");
  });
});

test("every fault of a question set is reported with its line", () => {
  const rows = [
    head,
    "a\tasked\ten\tname\tGrok\tfamily:grok",
    "b\tshouted\ten\tname\tGrok\tfamily:grok",
    "c\tasked\tfr\tname\tGrok\tfamily:grok",
    "d\tasked\ten\tname\tGrok\tgrok",
    "e\tasked\ten\tname\tGrok",
  ];
  expect(() => readQuestions("set.tsv", rows.join("\r\n"))).toThrow(
    /^set\.tsv:3 mode "shouted".*\nset\.tsv:4 lang "fr".*\nset\.tsv:5 expected "grok".*\nset\.tsv:6 needs 6 columns/,
  );
});

describe("a question counts as", () => {
  const judge = (expected: string[][], entry: string | null, ...others: string[]) => ({
    question: { id: "", mode: "asked" as const, language: "en" as const, kind: "", text: "", expected },
    outcome: { question: "", band: "answer" as const, entry, others, ms: 0 },
  });

  test("right when its first candidate is acceptable", () => {
    expect(isRight(judge([["term:a"], ["term:b"]], "term:b"))).toBe(true);
    expect(isRight(judge([["term:a"]], "term:b", "term:a"))).toBe(false);
    expect(isNear(judge([["term:a"]], "term:b", "term:a"))).toBe(true);
    expect(isNear(judge([["term:a"]], "term:b", "term:c", "term:d", "term:a"))).toBe(false);
  });

  test("right when both subjects of a pair come first, in any order", () => {
    expect(isRight(judge([["term:a", "term:b"]], "term:b", "term:a"))).toBe(true);
    expect(isRight(judge([["term:a", "term:b"]], "term:b", "term:c", "term:a"))).toBe(false);
  });
});

test("a share comes with the bounds of Wilson's interval", () => {
  const share = shareOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 0], (value) => value === 1);
  expect(share).toMatchObject({ right: 9, total: 10, share: 0.9 });
  expect(share.low).toBeCloseTo(0.596, 3);
  expect(share.high).toBeCloseTo(0.982, 3);
});
