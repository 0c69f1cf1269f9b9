import { createRequire } from "node:module";
import type pino from "pino";

/** Where the bot says what happened; adapters log through it as well. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** From quiet to talkative. */
export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

const hidden = "[hidden]";
// Shorter values would also black out ordinary words.
const shortestSecret = 8;

/**
 * One JSON line an event, on `stream`. Values of `secrets` are blacked out wherever they turn up, because errors of
 * other people's code may quote them.
 */
export function createLog(
  level: LogLevel,
  stream: NodeJS.WritableStream,
  secrets: readonly string[] = [],
): Log {
  let logger: pino.Logger | undefined;
  const write = (severity: "info" | "warn" | "error", facts: object, message: string): void => {
    if (logLevels.indexOf(severity) > logLevels.indexOf(level)) return;
    // Loaded with the first line: a chat in the terminal mostly has none, and starts a tenth sooner.
    logger ??= openLogger(level, stream, secrets);
    logger[severity](facts, message);
  };
  return {
    info: (facts, message) => write("info", facts, message),
    warn: (facts, message) => write("warn", facts, message),
    error: (facts, message) => write("error", facts, message),
  };
}

function openLogger(level: LogLevel, stream: NodeJS.WritableStream, secrets: readonly string[]): pino.Logger {
  const load = createRequire(import.meta.url);
  const open: typeof pino = load("pino");
  const known = secrets.filter((secret) => secret.length >= shortestSecret);
  const blackOut = (line: string) => known.reduce((text, secret) => text.replaceAll(secret, hidden), line);
  return open({ level, base: null, hooks: { streamWrite: blackOut } }, stream);
}
