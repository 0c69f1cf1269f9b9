import { isDeepStrictEqual } from "node:util";
import { ApplicationCommandType } from "discord.js";
import { z } from "zod";
import type { Definition } from "./definitions.ts";

/** A command as Discord lists it. */
export const Registered = z.looseObject({
  id: z.string(),
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
});
export type Registered = Readonly<z.infer<typeof Registered>>;

/** What has to be done so that Discord offers what it should. */
export interface Differences {
  readonly missing: readonly Definition[];
  readonly changed: readonly { readonly id: string; readonly definition: Definition }[];
  readonly needless: readonly Registered[];
}

export function differencesBetween(
  wanted: readonly Definition[],
  registered: readonly Registered[],
): Differences {
  const found = new Map(registered.map((command) => [keyOf(command), command]));
  const keys = new Set(wanted.map(keyOf));
  return {
    missing: wanted.filter((definition) => !found.has(keyOf(definition))),
    changed: wanted.flatMap((definition) => {
      const old = found.get(keyOf(definition));
      return old === undefined || isSame(definition, old) ? [] : [{ id: old.id, definition }];
    }),
    needless: registered.filter((command) => !keys.has(keyOf(command)) && isOurs(command)),
  };
}

/** Discord makes the entry point of an app with activities by itself. */
const entryPoint: number = ApplicationCommandType.PrimaryEntryPoint;

export function isOurs({ type }: Registered): boolean {
  return type !== entryPoint;
}

/** A slash command and a menu entry may have the same name. */
function keyOf({ type, name }: Definition | Registered): string {
  return `${type ?? ApplicationCommandType.ChatInput}:${name}`;
}

/** Only by what a definition can say: ids, versions and the like are Discord's. */
function isSame(definition: Definition, old: Registered): boolean {
  const fields = new Set([...Object.keys(definition), "name_localizations", "options"]);
  const said = Object.entries(old).filter(([field]) => fields.has(field));
  return isDeepStrictEqual(canonical(definition), canonical(Object.fromEntries(said)));
}

/** Without what is empty or false, which Discord leaves out or fills in; lists of numbers are sets. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === "number")
      ? value.toSorted((a, b) => a - b)
      : value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const told = Object.entries(value).filter(([, one]) => !isEmpty(one));
  return Object.fromEntries(told.map(([field, one]) => [field, canonical(one)]));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === false || value === "";
}
