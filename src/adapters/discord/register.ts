import { REST, Routes } from "discord.js";
import { z } from "zod";
import { isTaken } from "./send.ts";
import type { Command } from "../../chat.ts";
import { apiOptions, inviteLink } from "./api.ts";
import { type Definition, definitionsOf } from "./definitions.ts";
import { differencesBetween, isOurs, Registered } from "./differences.ts";
import { causeOf, sentenceForError, statusOf } from "./sentences.ts";

/** Names of the commands that were not as they should be. */
export interface Registration {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
}

interface Scope {
  readonly application: string;
  /** Registers in this server only; otherwise everywhere. */
  readonly guild?: string | undefined;
  /** Servers that the bot is in: what is registered in one of them as well would stand there twice. */
  readonly guilds: readonly string[];
}

interface Account {
  readonly token: string;
  readonly apiUrl?: string | undefined;
}

/** The bot is developed in few servers, and before it is in many. */
const mostGuilds = 10;

/**
 * Changes only what differs, and takes away what stands in the other scope.
 * @throws {Error} with a sentence for the operator.
 */
export async function registerCommands(
  rest: REST,
  scope: Scope,
  commands: readonly Command[],
): Promise<Registration> {
  const { application, guild, guilds } = scope;
  const definitions = definitionsOf(commands);
  try {
    if (guild !== undefined) {
      const done = await update(rest, inGuild(application, guild), definitions.map(forOneGuild));
      return { ...done, deleted: [...done.deleted, ...(await clear(rest, everywhere(application)))] };
    }
    const done = await update(rest, everywhere(application), definitions);
    const cleared: string[] = [];
    for (const other of guilds.slice(0, mostGuilds))
      cleared.push(...(await clear(rest, inGuild(application, other))));
    return { ...done, deleted: [...done.deleted, ...cleared] };
  } catch (error) {
    throw new Error(adviceOn(error, scope), { cause: error });
  }
}

/**
 * The same with a client of its own, which asks who the bot is where no connection has told.
 * @throws {Error} with a sentence for the operator.
 */
export async function registerOnce(
  { guild, ...account }: Account & { readonly guild?: string | undefined },
  commands: readonly Command[],
  self?: Pick<Scope, "application" | "guilds">,
): Promise<Registration> {
  const rest = openRest(account);
  try {
    const application = self?.application ?? (await applicationOf(rest));
    const guilds = self?.guilds ?? (await guildsOf(rest));
    return await registerCommands(rest, { application, guild, guilds }, commands);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

const WithId = z.object({ id: z.string() });

async function applicationOf(rest: REST): Promise<string> {
  try {
    return WithId.parse(await rest.get(Routes.currentApplication())).id;
  } catch (error) {
    const isElsewhere = [400, 404].includes(statusOf(error) ?? 0) || error instanceof z.ZodError;
    const sentence = isElsewhere
      ? "DISCORD_API_URL: what answers there is not Discord."
      : adviceOn(error, {});
    throw new Error(sentence, { cause: error });
  }
}

/** Only to tidy up in them, so it does not matter if Discord does not tell. */
async function guildsOf(rest: REST): Promise<readonly string[]> {
  const query = new URLSearchParams({ limit: String(mostGuilds) });
  const guilds = z.array(WithId).safeParse(await rest.get(Routes.userGuilds(), { query }).catch(() => []));
  return guilds.success ? guilds.data.map(({ id }) => id) : [];
}

/** Apart from the client that answers: this may take its time, and uses up nothing that answers need. */
function openRest({ token, apiUrl }: Account): REST {
  return new REST(apiOptions(apiUrl)).setToken(token);
}

/** The addresses of all commands of a scope, and of one of them. */
interface Addresses {
  readonly all: `/${string}`;
  readonly one: (id: string) => `/${string}`;
}

function everywhere(application: string): Addresses {
  return {
    all: Routes.applicationCommands(application),
    one: (id) => Routes.applicationCommand(application, id),
  };
}

function inGuild(application: string, guild: string): Addresses {
  return {
    all: Routes.applicationGuildCommands(application, guild),
    one: (id) => Routes.applicationGuildCommand(application, guild, id),
  };
}

/** Commands of one server say nothing about where they can be used. */
function forOneGuild(definition: Definition): Definition {
  const { contexts: _, integration_types: __, ...rest } = definition;
  return rest;
}

async function update(
  rest: REST,
  { all, one }: Addresses,
  definitions: readonly Definition[],
): Promise<Registration> {
  const registered = await list(rest, all);
  const { missing, changed, needless } = differencesBetween(definitions, registered);
  // First what is too much: the number of commands is limited.
  for (const { id } of needless) await remove(rest, one(id));
  for (const { id, definition } of changed) await rest.patch(one(id), { body: definition });
  for (const definition of missing) await rest.post(all, { body: definition });
  return {
    created: missing.map(({ name }) => name),
    changed: changed.map(({ definition }) => definition.name),
    deleted: needless.map(({ name }) => name),
  };
}

async function remove(rest: REST, address: `/${string}`): Promise<void> {
  await rest.delete(address).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
  });
}

async function list(rest: REST, all: Addresses["all"]): Promise<readonly Registered[]> {
  const query = new URLSearchParams({ with_localizations: "true" });
  return z.array(Registered).parse(await rest.get(all, { query }));
}

/** Does nothing in a server that does not let the bot have commands. */
async function clear(rest: REST, { all, one }: Addresses): Promise<readonly string[]> {
  try {
    const needless = (await list(rest, all)).filter(isOurs);
    for (const { id } of needless) await remove(rest, one(id));
    return needless.map(({ name }) => name);
  } catch (error) {
    if (statusOf(error) === 403 || statusOf(error) === 404) return [];
    throw error;
  }
}

function adviceOn(error: unknown, { application, guild }: Partial<Scope>): string {
  const status = statusOf(error);
  if (guild !== undefined && application !== undefined && (status === 403 || status === 404))
    return `DISCORD_GUILD_ID: this bot has no commands in server ${guild}. Add it there: ${inviteLink(application)}`;
  return (
    sentenceForError(error) ??
    `Discord did not take the commands (${causeOf(error)}). Try again with: npm run register`
  );
}
