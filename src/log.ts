import { createRequire } from "node:module";
import type pino from "pino";
import { createRedact } from "./redact.ts";

/** Where the bot says what happened; adapters log through it as well. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** From quiet to talkative. */
export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON line an event, on `stream`. Values of `secrets`, and what has the form of one, are blacked out wherever they turn
 * up, because errors of other people's code may quote them.
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
  return open(
    { level, base: null, serializers: { err: describeError }, hooks: { streamWrite: createRedact(secrets) } },
    stream,
  );
}

/** An error that was caused by another, and so on; deeper ones add nothing. */
const mostCauses = 5;

/**
 * What tells where to look, and nothing else: errors of libraries carry along what was sent, to whom, and with which token.
 */
function describeError(error: unknown, depth = 0): object | string {
  // Whatever is thrown instead of an error may be a message, or hold one.
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const { name, stack = "", cause } = error;
  // What cannot be parsed is quoted.
  const message = error instanceof SyntaxError ? error.message.replaceAll(/"[^]*"/g, '"…"') : error.message;
  const code = "code" in error && ["string", "number"].includes(typeof error.code) ? error.code : undefined;
  return {
    type: name,
    message,
    ...(code === undefined ? {} : { code }),
    stack: stack.split("\n").filter((line) => line.startsWith("    at ")),
    ...(cause === undefined || depth >= mostCauses ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
