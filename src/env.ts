import { existsSync } from "node:fs";
import { z } from "zod";
import { languages } from "./chat.ts";
import { logLevels } from "./log.ts";

const Environment = z.object({
  LOG_LEVEL: z
    .enum(logLevels)
    .optional()
    .meta({ description: "How much is logged. Default: info; in the terminal chat: warn." }),
  DEFAULT_LANGUAGE: z
    .enum(languages)
    .default("en")
    .meta({ description: "The language of answers when nothing else tells." }),
});
export type Environment = z.infer<typeof Environment>;

/** The names that mean something to the bot, with what they mean. */
export const variables: readonly { readonly name: string; readonly describe: string }[] = Object.entries(
  Environment.shape,
).map(([name, shape]) => ({ name, describe: shape.meta()?.description ?? "" }));

/** What is wrong with the environment, one line a variable, each with what to do. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The process's environment with `.env` of the current folder below it. */
export function openEnvironment(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnvironment(process.env);
}

/**
 * An empty value counts as none.
 * @throws {EnvironmentError} naming every variable that is wrong.
 */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(set);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const allowed = issue.code === "invalid_value" ? `use one of ${issue.values.join(", ")}` : issue.message;
    const about = variables.find((variable) => variable.name === name)?.describe ?? "";
    return `${name}: ${allowed}, in .env or in the environment. ${about}`;
  });
  throw new EnvironmentError(lines.join("\n"));
}
