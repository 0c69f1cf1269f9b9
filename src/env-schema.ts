import { z } from "zod";
import { languages } from "./chat.ts";
import { logLevels } from "./log.ts";

const Variables = z.object({
  LOG_LEVEL: z.enum(logLevels).optional().meta({
    description: "How much is logged: silent, fatal, error, warn, info, debug or trace. Default: warn.",
  }),
  DEFAULT_LANGUAGE: z
    .enum(languages)
    .default("en")
    .meta({ description: "The language of answers when nothing else tells." }),
});
export type Environment = z.infer<typeof Variables>;

/** What each variable means, in the order of `.env.example`. */
export const variables: readonly { readonly name: string; readonly describe: string }[] = Object.entries(
  Variables.shape,
).map(([name, shape]) => ({ name, describe: shape.meta()?.description ?? "" }));

/**
 * An empty value counts as none.
 * @throws {Error} naming every variable that is wrong, one a line, with what to do.
 */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const result = Variables.safeParse(set);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const allowed = issue.code === "invalid_value" ? `use one of ${issue.values.join(", ")}` : issue.message;
    const about = variables.find((variable) => variable.name === name)?.describe ?? "";
    return `${name}: ${allowed}, in .env or in the environment. ${about}`;
  });
  throw new Error(lines.join("\n"));
}
