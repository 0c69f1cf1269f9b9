import { text, type Body } from "./body.ts";

/** A person, and where they are. Left out, they are Ada in the first channel of the first server. */
export interface Who {
  readonly user?: { readonly id?: string; readonly username?: string };
  /** `null` is a direct message. */
  readonly guild?: string | null;
  /** One that nobody has heard of yet is created. */
  readonly channel?: string;
  /** In a thread of that channel. */
  readonly thread?: boolean;
  /** What their Discord is set to; `en-US` by default. */
  readonly locale?: string;
  /** Their permissions in the channel, as Discord writes them; those of a plain member by default. */
  readonly permissions?: string;
  /** The app belongs to the person, and the bot is no member of the server; with `guild: null`, of the group. */
  readonly userInstalled?: boolean;
  readonly bot?: boolean;
  readonly webhook?: boolean;
}

export interface GuildOption {
  readonly id: string;
  readonly name?: string;
  readonly locale?: string;
  readonly channels?: readonly { readonly id: string; readonly name?: string }[];
  /** Down at Discord's: named in READY, and not heard of again. */
  readonly unavailable?: boolean;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const channelTypes = { text: 0, direct: 1, group: 3, thread: 11 } as const;

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild: string | undefined;
  readonly json: Body;
}

export interface Place {
  readonly channel: Channel;
  readonly guild: GuildOption | undefined;
}

export const defaultGuild = "1170000000000000001";
export const defaultChannel = "1170000000000000002";
const ada = "204255221017214977";
const joined = "2025-02-01T10:00:00.000000+00:00";

export interface World {
  readonly me: Body;
  readonly guilds: ReadonlyMap<string, GuildOption>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** What the bot may do where it is installed: as little as it asks for. */
  readonly botPermissions: string;
  readonly memberPermissions: string;
  place(who: Who): Place;
  directWith(user: Body): Channel;
  user(who: Who): Body;
  member(who: Who, guild: string): Body;
  guildBody(guild: GuildOption): Body;
}

type Announce = (event: string, channel: Channel) => void;

export function createWorld(
  me: Body,
  known: readonly GuildOption[],
  fresh: () => string,
  announce: Announce,
): World {
  const guilds = new Map(known.map((guild) => [guild.id, guild]));
  const channels = new Map<string, Channel>();
  const directs = new Map<string, Channel>();
  const threads = new Map<string, Channel>();
  const botPermissions = "274877991936";
  const memberPermissions = "2248473465835073";

  const channelOf = (type: number, id: string, guild: string | undefined, fields: Body): Channel => {
    const where = guild === undefined ? {} : { guild_id: guild };
    return { id, type, guild, json: { id, type, flags: 0, ...where, ...fields } };
  };
  const textChannel = (id: string, guild: string, name: string) =>
    channelOf(channelTypes.text, id, guild, { name, position: 0, permission_overwrites: [], topic: null });
  for (const { id: guild, channels: named = [{ id: defaultChannel }] } of known)
    for (const { id, name = "general" } of named) channels.set(id, textChannel(id, guild, name));

  /** The channel of a key, made when it is first asked for. */
  const kept = (map: Map<string, Channel>, key: string, make: () => Channel): Channel => {
    const channel = map.get(key) ?? make();
    if (!map.has(key) && channel.type === channelTypes.text) announce("CHANNEL_CREATE", channel);
    if (!map.has(key) && channel.type === channelTypes.thread) announce("THREAD_CREATE", channel);
    map.set(key, channel);
    channels.set(channel.id, channel);
    return channel;
  };
  const threadOf = ({ id, guild }: Channel) =>
    kept(threads, id, () =>
      channelOf(channelTypes.thread, fresh(), guild, {
        name: "a thread",
        parent_id: id,
        owner_id: ada,
        message_count: 0,
        member_count: 1,
        thread_metadata: {
          archived: false,
          locked: false,
          auto_archive_duration: 1440,
          archive_timestamp: now(),
        },
      }),
    );
  const user = ({ user: { id = ada, username } = {}, bot = false, webhook = false }: Who): Body => {
    const name = username ?? (id === ada ? "ada" : `u${id}`);
    const about = { id, username: name, global_name: name, avatar: null, public_flags: 0 };
    return bot || webhook ? { ...about, discriminator: "0000", bot: true } : { ...about, discriminator: "0" };
  };
  const directWith = (other: Body): Channel =>
    kept(directs, text(other["id"]), () =>
      channelOf(channelTypes.direct, fresh(), undefined, { recipients: [other] }),
    );
  /** Where the bot is no member, it gets to know no channel but from the interaction. */
  const visited = ({ guild, channel = fresh(), ...who }: Who): Place => {
    if (typeof guild === "string")
      return {
        channel: channelOf(channelTypes.text, channel, guild, { name: "elsewhere" }),
        guild: { id: guild },
      };
    const recipients = [user(who)];
    return { channel: channelOf(channelTypes.group, channel, undefined, { recipients }), guild: undefined };
  };
  return {
    me,
    guilds,
    channels,
    botPermissions,
    memberPermissions,
    directWith,
    user,
    place(who) {
      const { guild: id = known[0]?.id ?? null, userInstalled } = who;
      if (userInstalled === true) return visited({ ...who, guild: id });
      if (id === null) return { channel: directWith(user(who)), guild: undefined };
      const guild = guilds.get(id);
      if (guild === undefined)
        throw new Error(`the bot is in no server ${id}: name it in startDiscord's guilds`);
      const channelId = who.channel ?? guild.channels?.[0]?.id ?? defaultChannel;
      const channel = kept(channels, channelId, () => textChannel(channelId, id, `channel-${channelId}`));
      return { channel: who.thread === true ? threadOf(channel) : channel, guild };
    },
    member: (who, guild) => ({
      user: user(who),
      nick: null,
      avatar: null,
      roles: [guild],
      joined_at: joined,
      premium_since: null,
      deaf: false,
      mute: false,
      flags: 0,
      pending: false,
      permissions: who.permissions ?? memberPermissions,
      communication_disabled_until: null,
    }),
    guildBody({ id, name = "Test server", locale = "en-US" }) {
      const own = [...channels.values()].filter(({ guild }) => guild === id);
      const isThread = ({ type }: Channel) => type === channelTypes.thread;
      return {
        id,
        name,
        icon: null,
        owner_id: ada,
        preferred_locale: locale,
        roles: [{ id, name: "@everyone", permissions: botPermissions, position: 0, color: 0 }],
        emojis: [],
        stickers: [],
        features: [],
        member_count: 2,
        large: false,
        joined_at: joined,
        members: [{ user: me, roles: [], joined_at: joined, deaf: false, mute: false }],
        channels: own.filter((channel) => !isThread(channel)).map(({ json }) => json),
        threads: own.filter(isThread).map(({ json }) => json),
        presences: [],
        voice_states: [],
        stage_instances: [],
        guild_scheduled_events: [],
        unavailable: false,
      };
    },
  };
}

export function now(): string {
  return new Date().toISOString().replace("Z", "000+00:00");
}
