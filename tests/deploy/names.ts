import { variableNames } from "../../src/env.ts";
import { fileNames } from "../../src/secrets.ts";

const names: readonly string[] = variableNames;
const files = fileNames(names);
/** What Node reads, and its libraries. */
const ofNode = "NODE_ENV";

/** Those of the names that mean nothing to the bot. */
export function unknownAmong(given: readonly string[]): readonly string[] {
  return given.filter((name) => name !== ofNode && !names.includes(name) && !files.has(name));
}

/** Those of the variables that hold a secret themselves, although a file could. */
export function secretsAmong(given: readonly string[]): readonly string[] {
  // A key that everybody may know.
  return given.filter((name) => files.has(`${name}_FILE`) && name !== "DISCORD_PUBLIC_KEY");
}

/** Seconds that an end takes at most: three in which everything is taken, then what is being answered, on sockets and over HTTP. */
export const longestEnd = 15;
