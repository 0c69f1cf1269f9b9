import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Edit } from "./edits.ts";

/** A copy of the built project in a folder of its own, where programs really run and files really break. */
export interface Workshop {
  readonly folder: string;
  /** Runs a built program, or code after `-e`. */
  run(...args: readonly string[]): {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  };
  read(file: string): string;
  write(file: string, text: string): void;
  /** Edits a file of knowledge/. */
  edit(edit: Edit): void;
}

const root = path.dirname(fileURLToPath(import.meta.resolve("#knowledge/README.md")));
const project = path.dirname(root);

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["package.json", "knowledge", "dist/src", "dist/knowledge.json"]) {
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(project, "node_modules"), path.join(folder, "node_modules"), "junction");

  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  return {
    folder,
    read,
    write,
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
      return { code: status, out: stdout, err: stderr };
    },
    edit: ({ file, replace, by }) =>
      write(`knowledge/${file}`, read(`knowledge/${file}`).replace(replace, by)),
  };
}
