import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { vi } from "vitest";

export interface PseudoTerminal {
  /** Types keys and gives what they made the program draw, without colours, until it matches: until the next prompt. */
  type(keys: string, until?: RegExp): Promise<string>;
  /** Types keys and gives what was drawn until the program ended, and its exit code. */
  leave(keys: string): Promise<readonly [drawn: string, exitCode: number | null]>;
  /** Everything drawn so far, as the terminal gets it. */
  drawn(): string;
  close(): void;
}

const nextPrompt = /\n› $/;

export const hasPseudoTerminals = spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Runs a program of ours on a terminal of 60 columns, up to its first prompt. */
export async function openPseudoTerminal(
  program: string,
  env: Record<string, string> = {},
  prompt: RegExp = nextPrompt,
): Promise<PseudoTerminal> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const script = path.join(import.meta.dirname, "pseudo-terminal.py");
  const child = spawn("python3", [script, process.execPath, program], {
    env: { ...inherited, TERM: "xterm-256color", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let drawn = "";
  let typedAt = 0;
  child.stdout.setEncoding("utf8").on("data", (data: string) => (drawn += data));

  const shown = () => stripVTControlCharacters(drawn.slice(typedAt)).replaceAll("\r", "");
  const press = (keys: string) => {
    typedAt = drawn.length;
    child.stdin.write(keys);
  };
  const shows = (until: RegExp) =>
    vi.waitFor(
      () => {
        if (!until.test(shown())) throw new Error(`waited for ${until}, the terminal shows: ${shown()}`);
        return shown();
      },
      { timeout: 20_000, interval: 10 },
    );

  await shows(prompt);
  return {
    type(keys, until = prompt) {
      press(keys);
      return shows(until);
    },
    async leave(keys) {
      press(keys);
      await ended;
      return [shown(), child.exitCode];
    },
    drawn: () => drawn,
    close: () => child.kill("SIGKILL"),
  };
}
