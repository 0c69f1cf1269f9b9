import type { Writable } from "node:stream";
import type { Style } from "./style.ts";

/** `process.stdout`, or anything else that can be written to. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export type Environment = Readonly<Partial<Record<string, string>>>;

/** How to draw on this output, as wide as it is now. */
export function screenStyle(output: Output, env: Environment): Omit<Style, "buttons"> {
  // Some pseudo-terminals say that they have 0 columns.
  return { width: output.columns || 80, colours: coloursAllowed(output, env) };
}

/** FORCE_COLOR wins over NO_COLOR (https://no-color.org), as in Node itself; then only a terminal gets colours. */
function coloursAllowed(output: Output, env: Environment): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
