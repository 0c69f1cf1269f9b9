import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A bot as a process of its own. */
export interface RunningBot {
  /** Seconds of processor time so far. */
  cpu(): number;
  /** Resident memory now, in MiB. */
  memory(): number;
  /** Exit code after SIGTERM. */
  stop(): Promise<number | null>;
}

const project = fileURLToPath(new URL("../../../../", import.meta.url));
const compiled = import.meta.dirname;

export const programs = {
  ours: path.join(project, "dist/bundle/main.js"),
  bareDiscord: path.join(compiled, "bare-discord.js"),
  bareSlack: path.join(compiled, "bare-slack.js"),
  bareBoth: path.join(compiled, "bare-both.js"),
} as const;

/** Ticks of /proc/<pid>/stat a second, on every Linux that Node runs on. */
const ticks = 100;

export function startBot(program: string, env: Readonly<Record<string, string>>): RunningBot {
  const { PATH = "" } = process.env;
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: { PATH, LOG_LEVEL: "error", ...env },
    cwd: "/",
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stat = () => readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return {
    cpu: () => (Number(stat()[11]) + Number(stat()[12])) / ticks,
    memory: () => (Number(stat()[21]) * 4096) / 2 ** 20,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", (code) => resolve(code));
        child.kill("SIGTERM");
      }),
  };
}
