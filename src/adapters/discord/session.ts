import { setTimeout as pause } from "node:timers/promises";
import {
  type APIInteraction,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  Status,
} from "discord.js";
import { type Account, openClient } from "./client.ts";
import { causeOf, sentenceForClose, sentenceForError } from "./sentences.ts";
import { type Patience, usualPatience, watchOver } from "./watch.ts";

/** Who the bot is, as Discord says when it is connected. */
export interface Self {
  readonly id: string;
  readonly name: string;
  readonly application: string;
  /** Ids of the servers it is in. */
  readonly guilds: readonly string[];
}

/** Why a session cannot go on. */
export interface Loss {
  readonly why: string;
  /** Only a person can mend it: `why` is a sentence for the operator. */
  readonly isFinal: boolean;
}

/** One connection from logging in to its end. What breaks in between, the library mends. */
export interface Session {
  /** Resolves when people can ask, or when they never will. Called once. */
  login(): Promise<{ readonly self: Self } | { readonly loss: Loss }>;
  /** Resolves when the session has to be closed. */
  readonly lost: Promise<Loss>;
  isConnected(): boolean;
  /** What went wrong last while it is not connected. */
  trouble(): string | undefined;
  /** Nothing comes from it any more, at once. Resolves when its sockets are closed. */
  close(): Promise<void>;
}

export interface Listeners {
  interaction(interaction: APIInteraction): void;
  message(message: GatewayMessageCreateDispatchData, self: string): void;
  /** The bot was removed from a server. */
  left(server: string): void;
  /** The library has connected a shard once more: a session of Discord's was resumed or begun anew. */
  reconnected?(): void;
}

/** Milliseconds; the library itself gives a socket up that has been opening for 30 s. */
const longestOpening = 35_000;

export function openSession(account: Account, on: Listeners, patience: Patience = usualPatience): Session {
  const { client, forbid, isOpening } = openClient(account);
  let self: Self | undefined;
  let trouble: string | undefined;
  let isOpen = true;
  const started = new Set<number>();
  let lose: (loss: Loss) => void = () => {};
  const lost = new Promise<Loss>((resolve) => (lose = resolve));

  const isConnected = () =>
    isOpen &&
    self !== undefined &&
    client.ws.shards.every(({ status }) => status === Status.Ready || status === Status.WaitingForGuilds);

  client.ws.on(GatewayDispatchEvents.Ready, ({ user, application, guilds }: GatewayReadyDispatchData) => {
    const known = new Set([...(self?.guilds ?? []), ...guilds.map(({ id }) => id)]);
    self = { id: user.id, name: user.username, application: application.id, guilds: [...known] };
  });
  // The events as they come, not made into the library's objects: those need servers and channels that it knows, and it
  // holds all of them back until it has heard of every server.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    if (isOpen) on.interaction(interaction);
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (isOpen && self !== undefined) on.message(message, self.id);
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, (gone: GatewayGuildDeleteDispatchData | null) => {
    // One that is only down comes back.
    if (isOpen && typeof gone?.id === "string" && gone.unavailable !== true) on.left(gone.id);
  });
  // An error that nobody listens for ends the process.
  client.on(Events.Error, (error) => (trouble = causeOf(error)));
  client.on(Events.ShardError, (error) => (trouble = causeOf(error)));
  client.on(Events.ShardReconnecting, () => (trouble ??= "reconnecting"));
  client.on(Events.ShardResume, () => {
    trouble = undefined;
    on.reconnected?.();
  });
  client.on(Events.ShardReady, (shard) => {
    trouble = undefined;
    if (started.has(shard)) on.reconnected?.();
    started.add(shard);
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const sentence = sentenceForClose(code);
    lose({ why: sentence ?? `closed with ${code}`, isFinal: sentence !== undefined });
  });

  const watch = watchOver(client.ws.shards, isConnected, patience, (why) => lose({ why, isFinal: false }));

  async function login(): Promise<Self> {
    const ready = new Promise((resolve) => client.ws.once(GatewayDispatchEvents.Ready, resolve));
    await Promise.all([client.login(account.token), ready]);
    if (self === undefined) throw new Error("Discord does not say who the bot is");
    return self;
  }

  return {
    lost,
    isConnected,
    trouble: () => trouble,
    login: () =>
      Promise.race([
        // First, because a refusal is named only by the code that the connection is closed with.
        lost.then((loss) => ({ loss })),
        login().then(
          (found) => ({ self: found }),
          (error: unknown) => {
            const sentence = sentenceForError(error);
            return { loss: { why: sentence ?? causeOf(error), isFinal: sentence !== undefined } };
          },
        ),
      ]),
    async close() {
      isOpen = false;
      clearInterval(watch);
      forbid();
      // A socket that is destroyed while it opens has nobody to listen for its failure, which would end the process.
      for (let waited = 0; waited < longestOpening && (await isOpening()); waited += 100) await pause(100);
      await client.destroy();
    },
  };
}
