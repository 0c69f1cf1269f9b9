import { readFileSync } from "node:fs";

/** One instruction of a Dockerfile, on one line. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

export const dockerfile = readFileSync("deploy/Dockerfile", "utf8");

export function instructionsIn(text: string): readonly Instruction[] {
  const lines = text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim());
  return lines.map((line) => {
    const [name = "", ...rest] = line.split(" ");
    return { name, rest: rest.join(" ") };
  });
}

/** Those of the last stage, which is what runs. */
export function finalStage(all: readonly Instruction[]): readonly Instruction[] {
  return all.slice(all.findLastIndex(({ name }) => name === "FROM"));
}

/** Variables that it sets. */
export function environmentOf(stage: readonly Instruction[]): ReadonlyMap<string, string> {
  return new Map(
    stage
      .filter(({ name }) => name === "ENV")
      .flatMap(({ rest }) => rest.split(" ").map((pair): [string, string] => [before(pair), after(pair)])),
  );
}

/** What the last stage takes from the one before, by its path there. */
export function copiedFrom(all: readonly Instruction[]): readonly string[] {
  return finalStage(all)
    .filter(({ name, rest }) => name === "COPY" && rest.startsWith("--from=build "))
    .map(({ rest }) => (rest.split(" ")[1] ?? "").replace("/app/", ""));
}

/** What the build takes from the repository. */
export function copiedIn(all: readonly Instruction[]): readonly string[] {
  return all
    .filter(({ name, rest }) => name === "COPY" && !rest.startsWith("--from"))
    .flatMap(({ rest }) => rest.split(" ").slice(0, -1));
}

function before(pair: string): string {
  return pair.slice(0, pair.indexOf("="));
}

function after(pair: string): string {
  return pair.slice(pair.indexOf("=") + 1);
}
