import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scripts } from "./lock.ts";

type Scripts = Readonly<Record<string, string>>;

/** What the shells of Linux, macOS and Windows understand alike: programs, their words, and one after the other. */
const plain = /^[\w\s./:@-]+( && [\w\s./:@-]+)*$/;

function faultsIn(all: Scripts): readonly string[] {
  return Object.entries(all).flatMap(([name, line]) => [
    ...(plain.test(line) ? [] : [`${name} is not for every shell`]),
    ...(/^(pre|post)/.test(name) && name.replace(/^(pre|post)/, "") in all
      ? [`${name} would not be run`]
      : []),
  ]);
}

test("packages run no scripts when they are installed", () => {
  expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
});

test("our own scripts run in every shell, and none before or after another, as npm was told to leave those out", () => {
  expect(Object.keys(scripts).length).toBeGreaterThan(10);
  expect(faultsIn(scripts)).toEqual([]);
});

describe("the check itself sees", () => {
  test.each([
    ["start", "PAGE=off node dist/main.js", "is not for every shell"],
    ["start", "rm -rf 'dist'", "is not for every shell"],
    ["start", "node a.js; node b.js", "is not for every shell"],
    ["start", "node a.js > b.txt", "is not for every shell"],
    ["prestart", "npm run build", "would not be run"],
    ["posttest", "npm run build", "would not be run"],
  ])("%s: %s", (name, line, fault) => {
    expect(faultsIn({ ...scripts, [name]: line })).toEqual([`${name} ${fault}`]);
  });
});
