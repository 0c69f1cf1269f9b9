import { describe, expect, test } from "vitest";
import { mostKeys, mostNested, survey } from "../../src/knowledge/check/tokens.ts";
import { readYaml } from "../../src/knowledge/check/yaml.ts";

const faultsOf = (text: string): readonly string[] =>
  readYaml("a.yaml", text).faults.map(({ line, path, words }) => `${line} ${path}: ${words.split(";")[0]}`);

test("data come as they are written, whatever YAML would make of their keys", () => {
  const text = "1: a\ntrue: [1, b, ~]\n<<: { c: 'd: #', e }\nf:\n  - g: >-\n      h\n      i # j\n  - k:\n";
  expect(readYaml("a.yaml", text)).toMatchObject({
    usable: true,
    faults: [],
    page: {
      data: {
        "1": "a",
        true: [1, "b", null],
        "<<": { c: "d: #", e: null },
        f: [{ g: "h i # j" }, { k: null }],
      },
    },
  });
});

describe("what curators do not need is told by its line and path:", () => {
  test.each([
    ["a: &x 1\nb: *x\n", ["1 a: has a tag, anchor or alias", "2 b: has a tag, anchor or alias"]],
    ["a:\n  - 1\n  - @b\n", ["3 a[1]: begins with a reserved character"]],
    ["%A\n---\na: [1\n", ["1 : is not valid YAML (Unknown directive %A)"]],
    ["a: [1, !!str 2]\n", ["1 a[1]: has a tag, anchor or alias"]],
    ["a: 1\n---\nb: 2\n", ["2 a: holds a second document"]],
    [": a\n? [b]\n: c\n", ["2 : is not valid YAML (With stringKeys, all keys must be strings)"]],
    [
      "a: 1\nb:\n  - c: [2]]\n",
      ['3 b[0].c[0]: is not valid YAML (Unexpected flow-seq-end token in YAML stream: "]")'],
    ],
    [
      "a: 1 # b\n# c\nd: 2\n\n  # e\nf: [3, # g\n  4]\n",
      ["1 a: is followed by a comment", "6 f[0]: is followed by a comment"],
    ],
    ['a: "b\n  c" # d\n', ["2 a: is followed by a comment"]],
    ["a: |\n  b # c\n# d\ne: 1 # f\n", ["4 e: is followed by a comment"]],
  ])("%j", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe("what a slip does to the lines below is not told:", () => {
  test.each([
    ["a: @b\nc: @d\n", ["1 a: begins with a reserved character", "2 c: begins with a reserved character"]],
    [
      "a: @b\nc: [1\nd: @e\n",
      ["1 a: begins with a reserved character", "2 c[0]: opens a [ or { that is never closed"],
    ],
    ["a: [1\nb: @c\nd: @e\n", ["1 a[0]: opens a [ or { that is never closed"]],
    ['a: "b\nc: d\n', ["1 a: opens a quotation mark that is never closed"]],
    ["a: b: c: d\n", ['1 a: contains ": " inside a text, or the next line is indented too far']],
    ["a: b\n c: d\n", ['1 a: contains ": " inside a text, or the next line is indented too far']],
    ['a: "\\q \\z"\n', ["1 a: contains a \\ in double quotes"]],
    ["a: 1\na: 2\na: 3\n", ["2 a: stands here a second time", "3 a: stands here a second time"]],
    ["a: 1\nb\nc: 2\n", ['2 a: is neither "key: value" nor a list item']],
    ["a: [b c, d\n  e f]\ng: [h] i\n", ["3 g[0]: goes on behind a closing quotation mark or bracket"]],
    ["a:\n  - b\n c: 1\n", ["3 a[0]: is indented unlike its neighbours"]],
    ['a: ["b" "c"]\n', ["1 a[0].b: lacks a comma between two items"]],
  ])("%j", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

test.each([
  ["a: 1\na: 2\n", true],
  ["a: *b\n", true],
  ["a: *\n", true],
  ["a: !b c\n", true],
  ["a: 1 # b\n", true],
  ["a: @b\n", false],
  ["a: [1\n", false],
])("the rest of %j can be judged: %s", (text, usable) => {
  expect(readYaml("a.yaml", text).usable).toBe(usable);
});

test("a value, and what is missing there, stand on the line of the value or else of its record", () => {
  const { page } = readYaml("a.yaml", 'a:\n  b: 1.10\n  c:\n    ""\n  d: [e]\n  f: >-\n    g\n\n  h:\n');
  const lines = (path: readonly (string | number)[]) => [page.lineOf(path), page.lineOfKey(path)];
  expect(lines(["a"])).toEqual([1, 1]);
  expect(lines(["a", "c"])).toEqual([4, 3]);
  expect(lines(["a", "d", 0])).toEqual([5, 5]);
  expect(lines(["a", "d", 7])).toEqual([5, 5]);
  expect(lines(["a", "f"])).toEqual([6, 6]);
  expect(lines(["a", "h", "i", "j"])).toEqual([9, 9]);
  expect(lines(["x"])).toEqual([1, 1]);
  expect([page.written(["a", "b"]), page.written(["a", "f"]), page.written(["a", "x"])]).toEqual([
    "1.10",
    undefined,
    undefined,
  ]);
});

describe("before it is parsed, a text is refused", () => {
  const nested =
    (open: string, close = "") =>
    (levels: number) =>
      `${open.repeat(levels)}x${close.repeat(levels)}`;
  test.each([
    ["lists in lists", nested("- ")],
    ["keys in keys", nested("? ")],
    ["brackets", nested("[", "]")],
    ["braces", nested("{ a: ", "}")],
    [
      "indented records",
      (levels: number) =>
        Array.from({ length: levels + 1 }, (_, level) => `${"  ".repeat(level)}a:\n`).join(""),
    ],
    ["some of each", (levels: number) => `a:\n    - [${nested("{ a: ", "}")(levels - 4)}]`],
  ])("when it is nested deeper than 12 levels: %s", (_what, write) => {
    expect(survey(write(mostNested))).toEqual({ comments: [] });
    expect(survey(write(mostNested + 1)).tooDeepAt).toBeGreaterThan(0);
  });

  test("but not when much stands side by side", () => {
    const wide = `a: [${"[b], {c: d}, ".repeat(20)}]\n${"- - e\n".repeat(20)}f:${" ".repeat(60)}g\n${"    - h\n\n".repeat(20)}`;
    expect(survey(wide)).toEqual({ comments: [] });
  });

  test("when it has more than 8,000 keys", () => {
    expect(survey("a: 1\n".repeat(mostKeys))).toEqual({ comments: [] });
    expect(faultsOf("a: 1\n".repeat(mostKeys + 1))).toEqual(["8001 : is one of more than 8000 keys"]);
  });

  test("with the line where it goes too far", () => {
    const text = `a: 1\nb: ${"[".repeat(50)}`;
    expect(faultsOf(text)).toEqual(["2 : is nested deeper than 12 levels"]);
    expect(readYaml("a.yaml", text).usable).toBe(false);
  });
});
