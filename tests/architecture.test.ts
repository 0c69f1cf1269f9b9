import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** From the bottom up: a file may import from its own layer and from those before it. */
const layers = [
  [
    "shared words",
    /^src\/(at-most|catalogue|chat|preview|log|metrics|newest-first|phrases|redact|remember|url)\.ts$|^src\/phrases\//,
  ],
  ["knowledge", /^src\/knowledge\//],
  ["search", /^src\/search\//],
  ["cards", /^src\/cards\//],
  ["commands", /^commands\//],
  ["bot", /^src\/(bot|mind)\.ts$/],
  ["pictures", /^src\/picture\//],
  ["store", /^src\/store\//],
  ["manners", /^src\/manners\//],
  ["adapters", /^src\/adapters\//],
  [
    "programs",
    /^src\/(main|browser|bundle|local|page|pictures|platforms|env|env-schema|secrets|serve|listen|health|vitals|warm-up|register|manifest|ask|outcome|why|eval|bench|dev|questions)\.ts$|^src\/(curate|eval)\//,
  ],
] as const;
const adapters = layers.findIndex(([name]) => name === "adapters");

const platformPackages: Readonly<Record<string, string>> = {
  "discord.js": "src/adapters/discord/",
  "@slack/": "src/adapters/slack/",
};

type Files = ReadonlyMap<string, string>;

function layerOf(file: string): number {
  return layers.findIndex(([, pattern]) => pattern.test(file));
}

function importsOf(file: string, code: string): readonly string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) =>
    name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name,
  );
}

/** Everything in which the files break the architecture. */
function faultsIn(files: Files): readonly string[] {
  const faults: string[] = [];
  for (const [file, text] of files) {
    const layer = layerOf(file);
    if (layer === -1) faults.push(`${file} belongs to no layer`);
    for (const target of importsOf(file, text)) {
      if (files.has(target) && layerOf(target) > layer) faults.push(`${file} imports ${target} from above`);
      const other = /^src\/adapters\/(\w+)\//.exec(target)?.[1];
      const own = /^src\/adapters\/(\w+)\//.exec(file)?.[1];
      if (own !== undefined && other !== undefined && own !== other)
        faults.push(`${file} imports another adapter`);
      for (const [name, folder] of Object.entries(platformPackages))
        if (target.startsWith(name) && !file.startsWith(folder)) faults.push(`${file} imports ${target}`);
    }
    const code = text.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
    if (layer < adapters && /discord|slack/i.test(code)) faults.push(`${file} names a platform`);
    const circle = circleFrom(file, files);
    if (circle !== undefined) faults.push(`cycle: ${circle.join(" > ")}`);
  }
  return faults;
}

function circleFrom(start: string, files: Files): readonly string[] | undefined {
  const seen = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    for (const target of importsOf(file, files.get(file) ?? "")) {
      if (target === start) return [...way, target];
      if (!files.has(target) || seen.has(target)) continue;
      seen.add(target);
      const circle = visit(target, [...way, target]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  return visit(start, [start]);
}

const project: Files = new Map(
  ["src", "commands"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
    )
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [file.replaceAll("\\", "/"), readFileSync(file, "utf8")]),
);

test("imports point one way only, without cycles, and nothing below the adapters names a platform", () => {
  expect(project.size).toBeGreaterThan(20);
  expect(faultsIn(project)).toEqual([]);
});

describe("the check itself sees", () => {
  test.each([
    [
      "an import from above",
      "src/search/find.ts",
      'import { ask } from "../../commands/ask.ts";',
      "from above",
    ],
    ["a platform's package", "src/bot.ts", 'import { Client } from "discord.js";', "imports discord.js"],
    ["a lazily imported one", "src/main.ts", 'await import("@slack/bolt");', "imports @slack/bolt"],
    ["a platform's name", "commands/ask.ts", 'const hint = "Slack";', "names a platform"],
    ["a cycle", "src/chat.ts", 'import { phrases } from "./phrases.ts";', "cycle: "],
    ["a file without a place", "src/utils/strings.ts", "", "belongs to no layer"],
  ])("%s", (_, file, line, fault) => {
    const broken = new Map(project).set(file, `${line}\n${project.get(file) ?? ""}`);
    expect(faultsIn(broken).join("\n")).toContain(fault);
  });
});
