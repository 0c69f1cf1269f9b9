import { type Logger, LogLevel } from "@slack/web-api";
import type { Log } from "../../../log.ts";

const longest = 200;

/**
 * What Slack's libraries have to say, in our log. They would write whole messages at the level debug and quote bodies that
 * they cannot parse; their errors are connections that come back, so they are warnings here.
 */
export function createLogger(log: Log): Logger {
  const warn = (...parts: readonly unknown[]) => {
    const [first] = parts;
    const text = first instanceof Error ? first.message : typeof first === "string" ? first : "";
    log.warn(
      { adapter: "slack", library: text.replaceAll(/"[^"]*"/gu, '"…"').slice(0, longest) },
      "from Slack's library",
    );
  };
  return {
    debug() {},
    info() {},
    warn,
    error: warn,
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
