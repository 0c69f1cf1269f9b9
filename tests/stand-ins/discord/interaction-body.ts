import type { Body } from "./body.ts";
import { channelTypes, type Place, type Who, type World } from "./world.ts";

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** View channel and send messages, which an app that only the person installed has anywhere. */
const visitorPermissions = "2147534848";

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionBody(
  world: World,
  about: Body,
  who: Who,
  { channel, guild }: Place,
  message: Body | undefined,
): Body {
  const user = world.user(who);
  const { userInstalled = false, locale = "en-US" } = who;
  const guildLocale = guild?.locale ?? "en-US";
  const inGuild = guild !== undefined && {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guildLocale, features: [] },
    guild_locale: guildLocale,
    member: world.member(who, guild.id),
  };
  return {
    version: 1,
    ...about,
    ...(inGuild === false ? { user } : inGuild),
    ...(message === undefined ? {} : { message }),
    channel_id: channel.id,
    channel: { ...channel.json, permissions: who.permissions ?? world.memberPermissions },
    locale,
    app_permissions: userInstalled ? visitorPermissions : world.botPermissions,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    // In a server, in the bot's direct messages, in anyone else's.
    context: guild !== undefined ? 0 : channel.type === channelTypes.direct ? 1 : 2,
    authorizing_integration_owners: userInstalled ? { 1: user["id"] } : { 0: guild?.id ?? "0" },
  };
}
