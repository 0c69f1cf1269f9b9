import { existsSync } from "node:fs";
import type { Environment } from "./env-schema.ts";

/** The variables that mean something to the bot: those of the schema, without loading it. */
export const variableNames = ["LOG_LEVEL", "DEFAULT_LANGUAGE"] as const;

/** When nothing is set. */
export const defaults: Environment = { DEFAULT_LANGUAGE: "en" };

/** Values that must never be printed: of every variable whose name says that it is one. */
export function secretsIn(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    value !== undefined && /TOKEN|SECRET|PASSWORD|KEY|DATABASE_URL/.test(name) ? [value] : [],
  );
}

/**
 * The process's environment, with `.env` of the current folder below it.
 * @throws {Error} naming every variable that is wrong.
 */
export async function openEnvironment(): Promise<Environment> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const set = variableNames.some((name) => (process.env[name] ?? "") !== "");
  // Loading zod is a quarter of the start, so it is left out where there is nothing to check.
  return set ? (await import("./env-schema.ts")).readEnvironment(process.env) : defaults;
}
