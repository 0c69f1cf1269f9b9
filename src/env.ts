import { existsSync, statSync } from "node:fs";
import type { Environment } from "./env-schema.ts";
import { secretsIn, withFiles } from "./secrets.ts";

/** The variables that mean something to the bot: those of the schema, without loading it. */
export const variableNames = [
  "DISCORD_TOKEN",
  "DISCORD_PUBLIC_KEY",
  "DISCORD_GATEWAY",
  "SHARDS",
  "SHARD_COUNT",
  "DISCORD_GUILD_ID",
  "DISCORD_REGISTER",
  "DISCORD_OVERHEAR",
  "DISCORD_API_URL",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "SLACK_OVERHEAR",
  "SLACK_API_URL",
  "SLACK_COMMAND_OPENNESS",
  "SLACK_COMMAND_DEFINE",
  "DATABASE_URL",
  "DATA_DIR",
  "STORE_KEYS",
  "PAGE",
  "PORT",
  "HOST",
  "PUBLIC_BASE_URL",
  "HEALTH_PORT",
  "HEALTH_HOST",
  "LOG_LEVEL",
  "DEFAULT_LANGUAGE",
] as const;

/** When nothing is set. */
export const defaults: Environment = {
  DISCORD_GATEWAY: "on",
  DISCORD_REGISTER: "auto",
  DISCORD_OVERHEAR: [],
  SLACK_OVERHEAR: [],
  SLACK_COMMAND_OPENNESS: "/openness",
  SLACK_COMMAND_DEFINE: "/define",
  DATA_DIR: "./data",
  PAGE: "auto",
  PORT: 4321,
  HOST: "127.0.0.1",
  HEALTH_HOST: "127.0.0.1",
  DEFAULT_LANGUAGE: "en",
};

/**
 * The process's environment, with `.env` of the current folder below it and secrets from their files; with what must never
 * be printed. `warn` gets what is doubtful about it.
 * @throws {Error} naming every variable that is wrong or missing.
 */
export async function openEnvironment(
  warn: (doubt: string) => void,
): Promise<{ readonly env: Environment; readonly secrets: readonly string[] }> {
  const file = ".env";
  if (existsSync(file)) process.loadEnvFile(file);
  // Once, because a file may be a pipe. Not into the environment, which other programs inherit.
  const given = withFiles(variableNames, process.env);
  const secrets = secretsIn(given);
  if (secrets.length > 0 && existsSync(file)) for (const doubt of doubtsAboutFile(file)) warn(doubt);
  const known: readonly string[] = variableNames;
  const isOurs = (name: string) => known.includes(name) || /^(DISCORD|SLACK|HEALTH|STORE)_/.test(name);
  const set = Object.entries(given).some(([name, value]) => isOurs(name) && (value ?? "") !== "");
  // Loading zod is a quarter of the start, so it is left out where there is nothing to check.
  if (!set) return { env: defaults, secrets };
  const { doubtsAbout, readEnvironment } = await import("./env-schema.ts");
  for (const doubt of doubtsAbout(given)) warn(doubt);
  return { env: readEnvironment(given), secrets };
}

/** For one that holds secrets. Windows has other means, which the mode says nothing about. */
export function doubtsAboutFile(file: string): readonly string[] {
  const isOpen = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  return isOpen
    ? [
        `${file}: others on this machine can read it, and what is secret in it; take that from them: chmod 600 ${file}`,
      ]
    : [];
}
