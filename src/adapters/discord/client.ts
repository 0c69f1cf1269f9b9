import { Client, GatewayIntentBits, Options, SimpleShardingStrategy, WebSocketShardStatus } from "discord.js";
import { apiOptions } from "./api.ts";
import type { Shards } from "./shards.ts";

export interface Account {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  /** Reads messages that are not addressed to the bot. */
  readonly overhears: boolean;
  /** As many as Discord wants, and all of them, unless told otherwise. */
  readonly shards?: Shards | undefined;
}

/** A client that has not connected yet, and what makes it stay away for good. */
export interface Opened {
  readonly client: Client;
  /** From now on no shard connects again. */
  readonly forbid: () => void;
  /** Whether a shard is just opening its socket. */
  readonly isOpening: () => Promise<boolean>;
}

/** Users and members come with every message and would stay for good: 29 MB for 50,000 of them. */
const mostPersons = 200;
/** Milliseconds. For a server that is down the library would queue the events of all others for 15 s. */
const patienceWithServers = 200;
/** Milliseconds, for asking where the gateway is. */
const patience = 2_500;

export function openClient({ apiUrl, overhears, shards: own }: Account): Opened {
  type Gateway = Parameters<NonNullable<NonNullable<Client["options"]["ws"]>["buildStrategy"]>>[0];
  let gateway: Gateway | undefined;
  const keepSelf = {
    maxSize: mostPersons,
    keepOverLimit: ({ id }: { readonly id: string }) => id === client.user?.id,
  };
  const client: Client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(overhears ? [GatewayIntentBits.MessageContent] : []),
    ],
    ...(own === undefined ? { shards: "auto" as const } : { shards: [...own.ids], shardCount: own.count }),
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    waitGuildTimeout: patienceWithServers,
    // Answers are made from the events themselves, so that next to nothing has to be kept.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: keepSelf,
      UserManager: keepSelf,
      BaseGuildEmojiManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
    }),
    rest: { ...apiOptions(apiUrl), timeout: patience, retries: 0 },
    ws: {
      buildStrategy(manager) {
        gateway = manager;
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  // Answers are made from the events as they come: the library's own objects of them would only cost time.
  const actions: unknown = Reflect.get(client, "actions");
  if (typeof actions === "object" && actions !== null)
    for (const name of ["InteractionCreate", "MessageCreate"]) Reflect.set(actions, name, { handle() {} });
  return {
    client,
    forbid() {
      // `destroy` passes over a shard that waits for its next attempt, and it would connect half a second later, unseen.
      // Each attempt first asks for the session to resume: this one is never answered.
      if (gateway !== undefined) gateway.options.retrieveSessionInfo = () => new Promise(() => {});
    },
    async isOpening() {
      const shards = await gateway?.fetchStatus();
      return shards?.some((status) => status === WebSocketShardStatus.Connecting) ?? false;
    },
  };
}
