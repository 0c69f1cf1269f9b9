import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../src/knowledge/check/read.ts";
import { edit, expected, faultsOf, real, type Slip } from "./edits.ts";
import { slipsOfRules } from "./slips-of-rules.ts";
import { slipsOfShape } from "./slips-of-shape.ts";
import { slipsOfYaml } from "./slips-of-yaml.ts";

test("the real knowledge has no fault", () => {
  expect(readKnowledge(real)).not.toHaveProperty("faults");
});

describe.each([
  ["YAML", slipsOfYaml],
  ["shape", slipsOfShape],
  ["rules", slipsOfRules],
])("a slip of %s is the only thing reported, and where it is:", (_kind, slips) => {
  test.each(slips.map((slip) => [slip.name, slip] as const))("%s", (_name, slip) => {
    expect(faultsOf(edit([slip]))).toEqual([expect.stringContaining(expected(slip))]);
  });
});

test("all faults are told at once, by file and line", () => {
  const slips = [
    slipCalled("a misspelt status"),
    slipCalled("a claim's source that does not exist"),
    slipCalled("an event without sources"),
    slipCalled("a quotation mark that is never closed"),
    slipCalled("a misspelt source"),
    slipCalled("the id of another model"),
    slipCalled("a version read as a number"),
    slipCalled("the address of another source, spelt otherwise"),
    slipCalled("a missing language"),
  ];
  expect(faultsOf(edit(slips.toReversed()))).toEqual(
    slips.map((each) => expect.stringContaining(expected(each))),
  );
});

test("a key that stands twice hides no other fault of its file", () => {
  const twice = slipCalled("a key twice");
  const misspelt = { file: twice.file, replace: "licence: Apache-2.0", by: "licence: Apache-2" };
  expect(faultsOf(edit([twice, misspelt]))).toEqual([
    expect.stringContaining(expected(twice)),
    expect.stringContaining('licence: no licence "Apache-2" (amber); '),
  ]);
});

test("a family that has a name owns its id as well", () => {
  const unlisted = { file: "models/grok.yaml", replace: "aliases: [grok, groks,", by: "aliases: [groks," };
  const stolen = { file: "terms/risk.yaml", replace: "en: [misuse]", by: "en: [grok]" };
  expect(faultsOf(edit([unlisted]))).toEqual([]);
  expect(faultsOf(edit([unlisted, stolen]))).toEqual([
    expect.stringContaining(
      '"grok" already stands for the family grok at knowledge/models/grok.yaml:3 (dual-use)',
    ),
  ]);
});

test("what refers to an unreadable file is not in doubt", () => {
  const broken = {
    file: "sources.yaml",
    replace: "title: Open Release of Grok-1",
    by: 'title: "Open Release',
  };
  expect(faultsOf(edit([broken]))).toEqual([
    expect.stringContaining(
      "title: opens a quotation mark that is never closed (grok1-announcement); close it",
    ),
  ]);
});

describe("a file", () => {
  test.each(["knowledge.yaml", "models/Grok.yaml", "models/grok.yml", "models/old/grok.yaml", "notes.txt"])(
    "called %s has no place in knowledge/",
    (path) => {
      const files = edit([]);
      files.set(path, Buffer.from("models: []\n"));
      expect(faultsOf(files)).toEqual([
        expect.stringContaining(`knowledge/${path}:1 has no place in knowledge/`),
      ]);
    },
  );

  test("that is missing is reported, without what refers to it", () => {
    const files = edit([]);
    files.delete("sources.yaml");
    for (const path of real.keys()) if (path.startsWith("terms/")) files.delete(path);
    expect(faultsOf(files)).toEqual([
      "knowledge/sources.yaml:1 is missing; restore it",
      "knowledge/terms/:1 is missing; restore it",
    ]);
  });

  test("in another encoding is reported with the line of its first foreign letter", () => {
    const files = edit([]);
    files.set("models/amber.yaml", Buffer.from("# Latin-1\nname: Gewicht\u00FC\n", "latin1"));
    expect(faultsOf(files)).toEqual(["knowledge/models/amber.yaml:2 is not UTF-8; save it as UTF-8"]);
  });

  test("without any content is reported", () => {
    const header = "# yaml-language-server: $schema=../../src/knowledge/json-schema/family.json\n";
    const files = edit([]);
    files.set("models/amber.yaml", Buffer.from(header));
    expect(faultsOf(files)).toEqual([expect.stringContaining("knowledge/models/amber.yaml:1 is empty; ")]);
  });

  test("with Windows line ends is read like any other", () => {
    const text = new TextDecoder().decode(real.get("models/amber.yaml")).replaceAll("\n", "\r\n");
    const files = edit([]);
    files.set("models/amber.yaml", Buffer.from(text));
    expect(readKnowledge(files)).toEqual(readKnowledge(real));
  });
});

function slipCalled(name: string): Slip {
  const found = [...slipsOfYaml, ...slipsOfShape, ...slipsOfRules].find((each) => each.name === name);
  if (found === undefined) throw new Error(`no slip is called "${name}"`);
  return found;
}
