import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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

/** Whether `file` is newer than everything in the folders: their files, and the folders themselves, which tell of removals. */
export function isNewerThan(file: string, folders: readonly string[]): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return folders.every((folder) =>
    [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" })].every(
      (name) => statSync(path.join(folder, name)).mtimeMs < made,
    ),
  );
}

/** Puts a text in place at once or not at all. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
