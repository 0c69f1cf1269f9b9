import { expect, test } from "vitest";
import { openLibrary } from "../../src/knowledge/load.ts";
import { sealed, unseal } from "../../src/knowledge/seal.ts";

const library = openLibrary();
const file = sealed(library);

test("what was sealed comes back as it was", () => {
  expect(unseal(file)).toEqual(JSON.parse(JSON.stringify(library)));
  expect(file).toMatch(/^\{"seal":"[0-9a-f]{64}",\n"library":\{.*\}\}\n$/s);
});

test.each([
  ["an edit by hand", file.replace("Grok", "Grog")],
  ["another seal", file.replace(/"seal":"./, '"seal":"x')],
  ["no seal", file.replace(/"seal":"\w+",\n/, "")],
  ["something in front", ` ${file}`],
  ["something behind", `${file}\n`],
  ["an end that is missing", file.slice(0, -10)],
  ["nothing", ""],
])("a seal does not fit over %s", (_, broken) => {
  expect(unseal(broken)).toBeUndefined();
});
