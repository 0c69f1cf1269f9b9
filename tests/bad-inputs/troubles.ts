import type { Line } from "../adapters/discord/connect.ts";

/** What was logged beside the usual: a bug of ours, mostly, with the place where it was thrown. */
export function troubles(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ level }) => level !== "info")
    .map(({ facts, message }) => {
      const error: unknown = Reflect.get(facts, "err");
      return `logged: ${message}: ${error instanceof Error ? error.stack : JSON.stringify(facts)}`;
    });
}
