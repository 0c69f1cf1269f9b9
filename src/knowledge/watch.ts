import { watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { folders, type Files } from "./check/layout.ts";
import { readKnowledge, type Outcome } from "./check/read.ts";
import { knowledgeFolder, readFiles } from "./disk.ts";
import type { Library } from "./schema.ts";

/** Editors save in several steps; what happens within this time is one edit. */
const settleMs = 100;

/**
 * Tells of each edit of `knowledge/`: the new library, or the faults that keep it from being taken over. Loads the
 * YAML parser, so it is for development only.
 * @returns stops watching.
 */
export function watchKnowledge(
  onGood: (library: Library) => void,
  onFaults: (lines: readonly string[]) => void,
  folder = knowledgeFolder(),
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last = "";
  let files: Files = new Map();
  const watchers = ["", ...folders.map((place) => place.folder)].map(watchFolder);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher?.close();
  };

  /** Each folder for itself: Node 20 on Linux, told to watch a tree, loses files that editors replace. */
  function watchFolder(name: string): FSWatcher | undefined {
    try {
      return watch(path.join(folder, name), settle).on("error", reportBlindness);
    } catch (error) {
      reportBlindness(error);
      return undefined;
    }
  }

  function settle(): void {
    clearTimeout(timer);
    timer = setTimeout(takeOver, settleMs);
  }

  function reportBlindness(error: unknown): void {
    onFaults([`cannot watch ${folder}: ${messageOf(error)}; restart to take over edits`]);
  }

  function takeOver(): void {
    const outcome = read();
    const now = JSON.stringify(outcome);
    if (now === last) return;
    last = now;
    if (outcome.library === undefined) onFaults(outcome.faults);
    else onGood(outcome.library);
  }

  /** A file may vanish between being listed and being read; the next edit tells. */
  function read(): Outcome {
    try {
      files = keepEqual(files, readFiles(folder));
      return readKnowledge(files);
    } catch (error) {
      return { faults: [`cannot read ${folder}: ${messageOf(error)}`] };
    }
  }
}

/** Equal files stay the same objects, so that they are not parsed again. */
function keepEqual(before: Files, now: Files): Files {
  return new Map(
    [...now].map(([name, bytes]) => {
      const known = before.get(name);
      return [name, known !== undefined && Buffer.compare(known, bytes) === 0 ? known : bytes];
    }),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
