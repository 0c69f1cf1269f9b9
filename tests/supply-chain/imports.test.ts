import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { manifest } from "./lock.ts";

/** What runs where `npm prune --omit=dev` was. The knowledge is compiled before that. */
const programs = ["main", "ask", "register", "manifest", "questions"].map((name) => `src/${name}.ts`);

/** Needed by no file of ours, but by @slack/socket-mode, which would take one that Node 20 cannot load. */
const asPeer = ["undici"];

function namesIn(code: string): readonly string[] {
  return [...code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([^"\s]+)"/g)].map(([, name = ""]) => name);
}

/** The package that a name leads to: "@slack/bolt/x" is of @slack/bolt; undefined for Node's own and for our files. */
function packageOf(name: string): string | undefined {
  if (
    name.startsWith(".") ||
    name.startsWith("#") ||
    name.startsWith("node:") ||
    builtinModules.includes(name)
  )
    return undefined;
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

/** Everything that these files lead to, each file with what it imports. */
function reachedFrom(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, readonly string[]>();
  const visit = (file: string) => {
    if (seen.has(file) || !file.endsWith(".ts")) return;
    const names = namesIn(readFileSync(file, "utf8"));
    seen.set(file, names);
    for (const name of names)
      if (name.startsWith(".")) visit(path.posix.join(path.posix.dirname(file), name));
  };
  files.forEach(visit);
  return seen;
}

function packagesAmong(files: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const all = [...files.values()].flat().flatMap((name) => packageOf(name) ?? []);
  return [...new Set(all)].toSorted();
}

test("what the finished bot imports is what it is installed with, no less and no more", () => {
  const files = reachedFrom(programs);
  expect(files.size).toBeGreaterThan(200);
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect([...new Set([...packagesAmong(files), ...asPeer])].toSorted()).toEqual(installed.toSorted());
});
