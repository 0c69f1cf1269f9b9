import { describe, expect, test } from "vitest";
import { edit, expected, faultsOf, type Slip } from "./edits.ts";
import { example } from "./example.ts";
import { slipsOfEvidence } from "./slips-of-evidence.ts";
import { slipsOfNames } from "./slips-of-names.ts";
import { slipsOfReferences } from "./slips-of-references.ts";
import { slipsOfRules } from "./slips-of-rules.ts";
import { slipsOfShape } from "./slips-of-shape.ts";
import { slipsOfYaml } from "./slips-of-yaml.ts";

const kinds: readonly (readonly [what: string, slips: readonly Slip[]])[] = [
  ["a slip of YAML", slipsOfYaml],
  ["a slip of shape", slipsOfShape],
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

test("what refers to an unreadable file is not in doubt", () => {
  const broken = { file: "sources.yaml", replace: "title: Card of Pine 2", by: 'title: "Card of Pine 2' };
  expect(faultsOf(edit(example, [broken]))).toEqual([
    expect.stringContaining("title: opens a quotation mark that is never closed (pine-card); close it"),
  ]);
});

function slipCalled(name: string): Slip {
  const found = kinds.flatMap(([, slips]) => slips).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no slip is called "${name}"`);
  return found;
}
