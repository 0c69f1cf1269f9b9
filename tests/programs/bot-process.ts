import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** `npm start` as a process, in an empty folder, with this environment and no other. */
export interface BotProcess {
  readonly pid: number;
  /** What it has printed so far, on both streams. */
  readonly printed: string;
  readonly exitCode: number | null;
  /** Resolves once it has printed this. */
  says(text: string | RegExp): Promise<void>;
  /** Exit code; with a signal, it is sent first. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** What `npm start` runs. */
const bundle = "dist/bundle/main.js";
const patience = 20_000;

/** Windows has no signals: there, a message comes in place of SIGTERM. */
const hasSignals = process.platform !== "win32";
const takeMessages = "process.on('message', (name) => process.emit(name)); process.channel.unref();";

/** `program` is another Node, or what starts one. */
export function startBot(
  env: Readonly<Record<string, string>>,
  given: readonly string[] = [path.resolve(bundle)],
  program: string = process.execPath,
): BotProcess {
  const { PATH = "", SystemRoot = "" } = process.env;
  const listening = hasSignals
    ? []
    : ["--import", `data:text/javascript,${encodeURIComponent(takeMessages)}`];
  const child = spawn(program, [...listening, ...given], {
    cwd: mkdtempSync(path.join(tmpdir(), "openness-bot-")),
    env: { PATH, SystemRoot, ...env },
    stdio: ["ignore", "pipe", "pipe", hasSignals ? "ignore" : "ipc"],
  });
  let printed = "";
  let look = (): void => {};
  const note = (chunk: Buffer) => {
    printed += chunk.toString();
    look();
  };
  child.stdout?.on("data", note);
  child.stderr?.on("data", note);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    pid: child.pid ?? 0,
    get printed() {
      return printed;
    },
    get exitCode() {
      return child.exitCode;
    },
    says: (text) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`never said ${text}, but:\n${printed}`)), patience);
        look = () => {
          if (typeof text === "string" ? !printed.includes(text) : !text.test(printed)) return;
          clearTimeout(late);
          resolve();
        };
        look();
      }),
    end(signal) {
      if (signal === "SIGTERM" && child.connected) child.send(signal);
      else if (signal !== undefined) child.kill(signal);
      return ended;
    },
  };
}
