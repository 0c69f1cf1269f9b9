import { describe, expect, test } from "vitest";
import { askedFor, manifest, nameIn, packages, type Manifest, type Package } from "./lock.ts";

/**
 * Packages that may run a script when they are installed, and why. None: `ignore-scripts` in .npmrc would not let them,
 * and what needs a script to work would be missing at whoever has it, too.
 */
const mayRunScripts: ReadonlySet<string> = new Set();

const registry = "https://registry.npmjs.org/";

type Packages = ReadonlyMap<string, Package>;

/** Everything in which a package could become another one, or do something before anybody runs it. */
function faultsIn(all: Packages): readonly string[] {
  const faults: string[] = [];
  for (const [folder, { resolved, integrity, link, hasInstallScript }] of all) {
    // Without an address, it is taken from the registry that npm is set to.
    if (resolved !== undefined && !resolved.startsWith(registry))
      faults.push(`${folder} comes from ${resolved}`);
    if (link) faults.push(`${folder} is a link`);
    if (!/^sha512-[\w+/]{86}==$/.test(integrity ?? "")) faults.push(`${folder} has no sha512`);
    if (hasInstallScript && !mayRunScripts.has(nameIn(folder))) faults.push(`${folder} runs a script`);
  }
  return faults;
}

test("every package is the one that was locked, and none runs a script when it is installed", () => {
  expect(packages.size).toBeGreaterThan(150);
  expect(faultsIn(packages)).toEqual([]);
});

describe("the check itself sees", () => {
  test.each<[string, Partial<Package>, string]>([
    ["another address", { resolved: "https://codeload.github.com/a/b/tar.gz/1" }, "comes from"],
    ["a package of this machine", { link: true }, "is a link"],
    ["no checksum", { integrity: undefined }, "has no sha512"],
    ["a weak checksum", { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, "has no sha512"],
    ["a script", { hasInstallScript: true }, "runs a script"],
  ])("%s", (_, broken, fault) => {
    const [[folder, first] = expect.unreachable()] = packages;
    expect(faultsIn(new Map([[folder, { ...first, ...broken }]])).join("\n")).toContain(`${folder} ${fault}`);
  });
});

/** Names that are asked for by a package and are in none of the folders where Node would look for them. */
function missingFrom(all: Packages, root: Manifest): readonly string[] {
  const missing: string[] = [];
  const look = (from: string, asked: Readonly<Record<string, string>>) => {
    for (const name of Object.keys(asked))
      if (!foldersAbove(from).some((folder) => all.has(`${folder}node_modules/${name}`)))
        missing.push(`${from || "package.json"} asks for ${name}`);
  };
  look("", { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies });
  for (const [folder, { dependencies, optionalDependencies }] of all)
    look(folder, { ...dependencies, ...optionalDependencies });
  return missing;
}

function foldersAbove(folder: string): readonly string[] {
  const parts = folder.split("/node_modules/");
  return folder === ""
    ? [""]
    : ["", ...parts.map((_, index) => `${parts.slice(0, index + 1).join("/node_modules/")}/`)];
}

test("the lock file was made for this package.json, and holds everything that is asked for", () => {
  expect(askedFor).toEqual(manifest);
  expect(missingFrom(packages, manifest)).toEqual([]);
});

test("what the lock file lacks is seen", () => {
  const without = new Map([...packages].filter(([folder]) => folder !== "node_modules/fuse.js"));
  expect(missingFrom(without, manifest)).toEqual(["package.json asks for fuse.js"]);
});

// A package that brings binaries for many systems is locked with all of them, or `npm ci` refuses it elsewhere.
test("what reads or builds the code is the same for everybody: without a range", () => {
  const exact = /^\d+\.\d+\.\d+$/;
  const tools = Object.keys(manifest.devDependencies).filter((name) => bringsBinaries(name));
  expect(tools).toEqual(expect.arrayContaining(["typescript", "oxlint", "oxfmt", "rolldown", "knip"]));
  expect(tools.filter((name) => !exact.test(manifest.devDependencies[name] ?? ""))).toEqual([]);
});

/** It or what it needs itself has a package for each system. */
function bringsBinaries(name: string): boolean {
  const own = packages.get(`node_modules/${name}`);
  const near = Object.keys(own?.dependencies ?? {}).map((other) => packages.get(`node_modules/${other}`));
  return [own, ...near].some((one) => Object.keys(one?.optionalDependencies ?? {}).length > 4);
}
