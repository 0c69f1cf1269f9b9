import { registerOnce } from "./adapters/discord/register.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createMind } from "./mind.ts";

/** `npm run register`: brings the commands registered at Discord up to date, and says what it changed. */
try {
  const { env } = await openEnvironment((doubt) => console.error(doubt));
  if (env.DISCORD_TOKEN === undefined)
    throw new Error("DISCORD_TOKEN: missing; https://discord.com/developers/applications, Bot, Reset Token.");
  const { created, changed, deleted } = await registerOnce(
    { token: env.DISCORD_TOKEN, apiUrl: env.DISCORD_API_URL, guild: env.DISCORD_GUILD_ID },
    createMind(openLibrary()).commands,
  );
  const count = (names: readonly string[], what: string) =>
    names.length === 0 ? [] : [`${what}: ${names.join(", ")}`];
  const lines = [...count(created, "created"), ...count(changed, "changed"), ...count(deleted, "deleted")];
  console.log(lines.length === 0 ? "Nothing to change." : lines.join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
