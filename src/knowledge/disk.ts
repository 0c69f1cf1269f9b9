import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the knowledge, wherever the program runs from: `package.json` knows. */
export function knowledgeFolder(): string {
  return path.dirname(fileURLToPath(import.meta.resolve("#knowledge/README.md")));
}

export function compiledFile(): string {
  return fileURLToPath(import.meta.resolve("#dist/knowledge.json"));
}

/** The files of `knowledge/` but for the README and what editors leave beside them. */
export function readFiles(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !/^\.|~$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const found = new Map<string, Uint8Array>();
  for (const file of files.toSorted()) {
    const name = path.relative(folder, file).replaceAll(path.sep, "/");
    if (name !== "README.md") found.set(name, readFileSync(file));
  }
  return found;
}

/** Puts a text in place at once or not at all; leaves an equal one alone. */
export function writeIfChanged(file: string, text: string): void {
  if (textOf(file) === text) return;
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
