import { isDeepStrictEqual } from "node:util";
import { bodies, text, type Body } from "./body.ts";
import { refusal, type Outcome } from "./faults.ts";
import { fieldsOf, withoutLocalizations, type Fields, type RegisteredCommand } from "./command-fields.ts";
import { checkCommand } from "./command-limits.ts";
import { invalidForm } from "./form.ts";

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const mostOfType: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

export interface Commands {
  readonly global: readonly RegisteredCommand[];
  readonly guilds: ReadonlyMap<string, readonly RegisteredCommand[]>;
  find(name: string, type: number, guild: string | undefined): RegisteredCommand | undefined;
  /** `guild` undefined is global. */
  list(guild: string | undefined, withLocalizations: boolean): Outcome;
  one(guild: string | undefined, id: string): Outcome;
  upsert(guild: string | undefined, body: Body): Outcome;
  change(guild: string | undefined, id: string, body: Body): Outcome;
  replace(guild: string | undefined, list: unknown): Outcome;
  remove(guild: string | undefined, id: string): Outcome;
}

const unknown = refusal(404, 10_063, "Unknown application command");

export function createCommands(applicationId: string, fresh: () => string): Commands {
  const scopes = new Map<string | undefined, readonly RegisteredCommand[]>();
  const held = (guild: string | undefined) => scopes.get(guild) ?? [];

  const sameName = (guild: string | undefined, fields: Fields) =>
    held(guild).find(({ name, type }) => name === fields.name && type === fields.type);
  /** Keeps the id of the old one, and its version if nothing changed. */
  const made = (
    guild: string | undefined,
    fields: Fields,
    old = sameName(guild, fields),
  ): RegisteredCommand => {
    const { id = fresh(), version = "" } = old ?? {};
    const where = guild === undefined ? {} : { guild_id: guild };
    const next = { id, application_id: applicationId, version, ...where, ...fields };
    return isDeepStrictEqual(next, old) ? next : { ...next, version: fresh() };
  };
  const put = (guild: string | undefined, fields: Fields, old?: RegisteredCommand): RegisteredCommand => {
    const next = made(guild, fields, old);
    scopes.set(guild, [...held(guild).filter(({ id }) => id !== next.id), next]);
    return next;
  };
  return {
    get global() {
      return held(undefined);
    },
    get guilds() {
      const found = new Map<string, readonly RegisteredCommand[]>();
      for (const [guild, list] of scopes) if (guild !== undefined && list.length > 0) found.set(guild, list);
      return found;
    },
    find: (name, type, guild) =>
      [...held(guild), ...held(undefined)].find((command) => command.name === name && command.type === type),
    list: (guild, withLocalizations) => ({
      status: 200,
      body: withLocalizations ? held(guild) : held(guild).map(withoutLocalizations),
    }),
    one(guild, id) {
      const command = held(guild).find((found) => found.id === id);
      return command === undefined ? unknown : { status: 200, body: command };
    },
    upsert(guild, body) {
      const fields = fieldsOf(body);
      const flaws = checkCommand(body);
      if (flaws.length > 0) return invalidForm(flaws);
      const isNew = sameName(guild, fields) === undefined;
      if (isNew && isFull([...held(guild), fields])) return full;
      return { status: isNew ? 201 : 200, body: put(guild, fields) };
    },
    change(guild, id, body) {
      const old = held(guild).find((command) => command.id === id);
      if (old === undefined) return unknown;
      const next = { ...old, ...body, type: old.type };
      const flaws = checkCommand(next);
      return flaws.length > 0 ? invalidForm(flaws) : { status: 200, body: put(guild, fieldsOf(next), old) };
    },
    replace(guild, list) {
      const wanted = bodies(list);
      const flaws = wanted.flatMap((body, index) =>
        checkCommand(body).map((flaw) => ({ ...flaw, at: `${index}.${flaw.at}` })),
      );
      const names = wanted.map(({ name, type = 1 }) => `${String(type)} ${text(name)}`);
      const code = "APPLICATION_COMMANDS_DUPLICATE_NAME";
      if (new Set(names).size < names.length)
        flaws.push({ at: "0.name", code, message: "Names must be unique" });
      if (flaws.length > 0) return invalidForm(flaws);
      if (isFull(wanted.map(fieldsOf))) return full;
      const next = wanted.map((body) => made(guild, fieldsOf(body)));
      scopes.set(guild, next);
      return { status: 200, body: next };
    },
    remove(guild, id) {
      if (!held(guild).some((command) => command.id === id)) return unknown;
      const kept = held(guild).filter((command) => command.id !== id);
      scopes.set(guild, kept);
      return { status: 204 };
    },
  };
}

const full = refusal(400, 30_032, "Maximum number of application commands reached");

function isFull(list: readonly Fields[]): boolean {
  return Object.entries(mostOfType).some(
    ([type, most]) => list.filter((command) => command.type === Number(type)).length > most,
  );
}
