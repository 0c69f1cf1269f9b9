import { existsSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Settings, Store } from "../../src/store/store.ts";

interface Kept {
  readonly settings: Record<string, Settings>;
  readonly votes: Record<string, number>;
}

/**
 * Settings and votes as many a bot keeps them: one file, written anew each time. It is what a kill must harm, or the drill
 * proves nothing.
 * @throws {SyntaxError} when the file is no longer whole; the next one to open it starts without it.
 */
export function openPlainFile(
  folder: string,
): Pick<Store, "settings" | "change" | "vote" | "votes" | "close"> {
  const file = path.join(folder, "kept.json");
  const kept = existsSync(file) ? read(file) : { settings: {}, votes: {} };
  const save = () => writeFile(file, JSON.stringify(kept));
  return {
    settings: async (_, channel = "") => kept.settings[channel] ?? {},
    async change(_, channel = "", settings) {
      kept.settings[channel] = settings;
      await save();
    },
    async vote({ entry }) {
      kept.votes[entry] = (kept.votes[entry] ?? 0) + 1;
      await save();
    },
    votes: async () =>
      Object.entries(kept.votes).map(([entry, count]) => ({ entry, verdict: "helpful", day: "", count })),
    async close() {},
  };
}

function read(file: string): Kept {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    rmSync(file);
    throw error;
  }
}
