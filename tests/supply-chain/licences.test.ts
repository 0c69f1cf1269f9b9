import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { nameIn, packages } from "./lock.ts";

/** Ask for no more than their text and their names to be kept. */
const permissive: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
]);

/**
 * The Mozilla licence asks that changed files of the package stay under it. None is changed; each has its reason:
 * the one that draws pictures is a program of its own beside ours, the others never leave a developer's machine.
 */
const mozilla = /^(@resvg\/resvg-js|lightningcss)(-[\w-]+)?$|^axe-core$/;

const Expression = z.string().optional();
const Described = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});
const LockedLicence = z.object({ packages: z.record(z.string(), z.object({ license: Expression })) });

/** Whether one may choose so that all that has to be kept is allowed: "(MIT OR GPL-3.0)", "MIT AND ISC". */
function isAllowed(name: string, expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, "").split(/ OR /i);
  return choices.some((choice) =>
    choice
      .split(/ AND /i)
      .every((one) => permissive.has(one.trim()) || (one.trim() === "MPL-2.0" && mozilla.test(name))),
  );
}

/** What a package says about itself, also in the two ways that were once usual; "none" where it says nothing. */
function licenceIn(text: string): string {
  const { license, licenses } = Described.parse(JSON.parse(text));
  if (typeof license === "string") return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(" OR ") ?? "none";
}

const locked = LockedLicence.parse(JSON.parse(readFileSync("package-lock.json", "utf8"))).packages;

/** Installed packages speak for themselves; of those for other systems only the lock file knows. */
const licences = [...packages.keys()].map((folder) => {
  const own = `${folder}/package.json`;
  const licence = existsSync(own) ? licenceIn(readFileSync(own, "utf8")) : locked[folder]?.license;
  return [nameIn(folder), licence ?? "none"] as const;
});

test("every package is under a licence that lets everybody use and pass on the bot", () => {
  expect(licences.length).toBeGreaterThan(150);
  expect(licences.filter(([name, licence]) => !isAllowed(name, licence))).toEqual([]);
});

test("what the lock file says of a licence is what the package says", () => {
  const differ = [...packages.keys()].filter((folder) => {
    const own = `${folder}/package.json`;
    return existsSync(own) && licenceIn(readFileSync(own, "utf8")) !== locked[folder]?.license;
  });
  expect(differ).toEqual([]);
});

test("no exception is kept for a package that is gone", () => {
  const excepted = licences.flatMap(([name, licence]) => (licence === "MPL-2.0" ? [name] : []));
  for (const name of ["@resvg/resvg-js", "lightningcss", "axe-core"]) expect(excepted).toContain(name);
});

describe("the check itself", () => {
  test.each([
    ["zod", "MIT", true],
    ["zod", "(GPL-3.0 OR MIT)", true],
    ["zod", "MIT AND ISC", true],
    ["zod", "MIT AND GPL-3.0", false],
    ["zod", "GPL-3.0-only", false],
    ["zod", "MPL-2.0", false],
    ["axe-core", "MPL-2.0", true],
    ["lightningcss-linux-x64-gnu", "MPL-2.0", true],
    ["zod", "SEE LICENSE IN LICENSE.md", false],
    ["zod", "none", false],
  ])("of %s under %j says %s", (name, licence, allowed) => {
    expect(isAllowed(name, licence)).toBe(allowed);
  });

  test.each([
    ['{"license":"MIT"}', "MIT"],
    ['{"license":{"type":"BSD-3-Clause","url":"https://example.org"}}', "BSD-3-Clause"],
    ['{"licenses":[{"type":"MIT"},{"type":"GPL-2.0"}]}', "MIT OR GPL-2.0"],
    ["{}", "none"],
  ])("reads %s as %s", (text, licence) => {
    expect(licenceIn(text)).toBe(licence);
  });
});
