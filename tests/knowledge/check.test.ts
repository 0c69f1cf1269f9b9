import { describe, expect, test } from "vitest";
import { edit, expected, faultsOf, textOf, type Slip } from "./edits.ts";
import { example } from "./example.ts";
import { slipsOfEvidence } from "./slips-of-evidence.ts";
import { slipsOfNames } from "./slips-of-names.ts";
import { slipsOfReferences } from "./slips-of-references.ts";
import { slipsOfRules } from "./slips-of-rules.ts";
import { slipsOfShape } from "./slips-of-shape.ts";
import { slipsOfText } from "./slips-of-text.ts";
import { slipsOfYaml } from "./slips-of-yaml.ts";

const birch = "models/birch.yaml";

const kinds: readonly (readonly [what: string, slips: readonly Slip[]])[] = [
  ["a slip of YAML", slipsOfYaml],
  ["a slip of shape", slipsOfShape],
  ["a slip of a text", slipsOfText],
  ["a slip of rules", slipsOfRules],
  ["a reference to nothing", slipsOfReferences],
  ["a name that is taken", slipsOfNames],
  ["evidence that is missing, weak or out of order", slipsOfEvidence],
];

describe.each(kinds)("%s is the only thing reported, and where it is:", (_what, slips) => {
  test.each(slips.map((slip) => [slip.name, slip] as const))("%s", (_name, slip) => {
    expect(faultsOf(edit(example, [slip]))).toEqual([expect.stringContaining(expected(slip, example))]);
  });
});

test("all faults are told at once, by file and line", () => {
  const slips = [
    slipCalled("a misspelt status"),
    slipCalled("a claim's source"),
    slipCalled("an event without sources"),
    slipCalled("a quotation mark that is never closed"),
    slipCalled("a version read as a number"),
    slipCalled("a misspelt source"),
    slipCalled("the id of another model"),
    slipCalled("the address of another source, with percent signs for an umlaut"),
    slipCalled("a missing language"),
  ];
  expect(faultsOf(edit(example, slips.toReversed()))).toEqual(
    slips.map((each) => expect.stringContaining(expected(each, example))),
  );
});

test("a key that stands twice hides no other fault of its file", () => {
  const twice = slipCalled("a key twice");
  const misspelt = slipCalled("a licence");
  expect(faultsOf(edit(example, [twice, misspelt]))).toEqual([
    expect.stringContaining(expected(twice, example)),
    expect.stringContaining('licence: no licence "Free-2" (birch); '),
  ]);
});

test("a family that has a name owns its id as well", () => {
  const unlisted = { file: "models/pine.yaml", replace: "aliases: [pine, pines]", by: "aliases: [pines]" };
  expect(faultsOf(edit(example, [unlisted]))).toEqual([]);
  expect(faultsOf(edit(example, [unlisted, slipCalled("a family's id")]))).toEqual([
    expect.stringContaining('"pine" already stands for the family pine at knowledge/models/pine.yaml:3'),
  ]);
});

test.each([...example.keys()])("what refers to %s is not in doubt while it cannot be read", (file) => {
  expect(faultsOf(edit(example, [{ file, replace: "", by: 'what: "is this' }]))).toEqual([
    `knowledge/${file}:${textOf(file, example).split("\n").length} what: opens a quotation mark that is never closed; close it`,
  ]);
});

test("faults of one line are told in the order of their paths", () => {
  const wrong = {
    file: birch,
    replace: "reason: w-public, source: birch-index",
    by: "source: nowhere, reason: other",
  };
  expect(faultsOf(edit(example, [wrong]))).toEqual([
    expect.stringContaining('birch.yaml:11 dims.weights.reason: no reason "other"'),
    expect.stringContaining('birch.yaml:11 dims.weights.source: no source "nowhere"'),
  ]);
});

describe("is no slip:", () => {
  test.each([
    [
      "a licence of which nothing is known",
      birch,
      /licence: \{ state: open.*\}/,
      "licence: { state: unknown, reason: unknown }",
    ],
    ["an ordinary word that is a command", "models/pine.yaml", "[needle]", "[compare]"],
    ["an event of the same month as the one above", "events.yaml", 'date: "2024-03"', 'date: "2024"'],
    ["an event of the day of the one above", "events.yaml", 'date: "2024-03"', 'date: "2024-03-17"'],
    ["an address with www. in its middle", "sources.yaml", "weekly.example/forest", "code.www.example/pine"],
    ["a comment on a line of its own", birch, "    vendor:", "    # who made it\n    vendor:"],
  ])("%s", (_what, file, replace, by) => {
    const text = textOf(file, example);
    expect(faultsOf(new Map(example).set(file, Buffer.from(text.replace(replace, by))))).toEqual([]);
  });
});

function slipCalled(name: string): Slip {
  const found = kinds.flatMap(([, slips]) => slips).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no slip is called "${name}"`);
  return found;
}
