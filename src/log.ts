import { pino } from "pino";

/** Where the bot says what happened; adapters log through it as well. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
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
  const known = secrets.filter((secret) => secret.length >= shortestSecret);
  const blackOut = (line: string) => known.reduce((text, secret) => text.replaceAll(secret, hidden), line);
  return pino({ level, base: null, hooks: { streamWrite: blackOut } }, stream);
}
