import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";

const portal = "https://discord.com/developers/applications";
const badToken = `DISCORD_TOKEN: Discord does not accept it. Get a new one at ${portal}, Bot, Reset Token.`;
const intents = `DISCORD_OVERHEAR: Discord does not let this bot read messages. Switch on the Message Content Intent at ${portal}, Bot, Privileged Gateway Intents; or leave DISCORD_OVERHEAR empty.`;
const ours = "Discord no longer takes this bot's connection";

/**
 * Ends of a connection after which Discord takes no other one like it, as sentences for the operator.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const fatalCloses: ReadonlyMap<number, string> = new Map([
  [4004, badToken],
  [4010, `${ours}: invalid shard (4010). Start it again; if that does not help, update discord.js.`],
  [
    4011,
    `${ours}: it is in too many servers for it (4011). Start it again, and it opens several; where SHARDS is set, raise SHARD_COUNT.`,
  ],
  [4012, `${ours}: invalid API version (4012). Update discord.js.`],
  [4013, `${ours}: invalid intents (4013). Update discord.js.`],
  [4014, intents],
]);

/** Nothing for an end after which the library connects again by itself. */
export function sentenceForClose(code: number): string | undefined {
  return fatalCloses.get(code);
}

/** What only a person can mend, as a sentence for the operator; nothing for what may pass. */
export function sentenceForError(error: unknown): string | undefined {
  const isRefused = statusOf(error) === 401;
  const isNoToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  return isRefused || isNoToken ? badToken : undefined;
}

/** Of an answer that was no success; nothing when there was none. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
}

/**
 * What went wrong on the way, in a few words: "ECONNREFUSED", "502", "403 Missing Access". The whole error is never
 * logged: it holds the message and the token of the interaction.
 */
export function causeOf(error: unknown): string {
  const status = statusOf(error);
  if (!(error instanceof Error)) return String(error);
  if (status !== undefined) return `${status} ${error.message}`;
  return "code" in error ? String(error.code) : error.message || error.name;
}
