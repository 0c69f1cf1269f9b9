import { type Logger, LogLevel } from "@slack/web-api";
import type { Log } from "../../../log.ts";

const longest = 200;
/** The same is not said again for so long, in milliseconds. */
const quiet = 60_000;
const mostRemembered = 100;

/**
 * What Slack's libraries have to say, in our log. They would write whole messages at the level debug and quote bodies that
 * they cannot parse. Their errors are connections that come back, and what matters of them we say ourselves.
 */
export function createLogger(log: Log): Logger {
  const last = new Map<string, number>();
  const note = (...parts: readonly unknown[]) => {
    const [first] = parts;
    const said = first instanceof Error ? first.message : typeof first === "string" ? first : "";
    const text = said.replaceAll(/"[^"]*"|<[^>]*>/gu, '"…"').slice(0, longest);
    const now = performance.now();
    if (now - (last.get(text) ?? -quiet) < quiet) return;
    // Texts with numbers in them are all different.
    if (last.size >= mostRemembered) last.clear();
    last.set(text, now);
    log.info({ adapter: "slack", library: text }, "from Slack's library");
  };
  return {
    debug() {},
    info() {},
    warn: note,
    error: note,
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
