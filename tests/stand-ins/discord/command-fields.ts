import { bodies, isBody, text, type Body } from "./body.ts";
import { localized } from "./command-limits.ts";

export interface RegisteredCommand {
  readonly id: string;
  readonly application_id: string;
  /** Another one after each change. */
  readonly version: string;
  readonly guild_id?: string;
  /** 1 slash command, 2 user command, 3 message command. */
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Body | null;
  readonly description: string;
  readonly description_localizations: Body | null;
  readonly options?: readonly Body[];
  readonly default_member_permissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[] | null;
  readonly nsfw: boolean;
}

export type Fields = Omit<RegisteredCommand, "id" | "application_id" | "version" | "guild_id">;

/** What Discord keeps: defaults filled in, `false` left out of options, sets sorted. */
export function fieldsOf(body: Body): Fields {
  const type = Number(body["type"] ?? 1);
  const sorted = (set: unknown) => (Array.isArray(set) ? set.map(Number).sort((a, b) => a - b) : null);
  const options = bodies(body["options"]).map(optionOf);
  const permissions = body["default_member_permissions"];
  return {
    type,
    name: text(body["name"]),
    name_localizations: localized(body["name_localizations"]),
    description: text(body["description"]),
    description_localizations: localized(body["description_localizations"]),
    ...(options.length === 0 ? {} : { options }),
    default_member_permissions: typeof permissions === "string" ? permissions : null,
    contexts: sorted(body["contexts"]),
    integration_types: sorted(body["integration_types"]) ?? [0],
    nsfw: body["nsfw"] === true,
  };
}

function optionOf(option: Body): Body {
  const kept = Object.entries(option).filter(
    ([, value]) => value !== false && value !== undefined && value !== null,
  );
  const { options, choices, ...rest } = Object.fromEntries(kept);
  return {
    ...rest,
    name_localizations: localized(option["name_localizations"]),
    description_localizations: localized(option["description_localizations"]),
    ...(bodies(options).length === 0 ? {} : { options: bodies(options).map(optionOf) }),
    ...(bodies(choices).length === 0
      ? {}
      : {
          choices: bodies(choices).map(({ name, value, name_localizations }) => ({
            name,
            name_localizations: localized(name_localizations),
            value,
          })),
        }),
  };
}

/** A list without `with_localizations=true` has none of them, at any depth. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isBody(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith("_localizations"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}
