import { once } from "node:events";
import { createServer } from "node:http";
import { createActs, type Acts } from "./acts.ts";
import type { Answer } from "./answer.ts";
import { createSnowflakes } from "./body.ts";
import { botMessage, type BotMessage } from "./bot-message.ts";
import { createCommands, type Commands } from "./commands.ts";
import { createEndpoint, type Endpoint } from "./endpoint.ts";
import { createFaults, type Fault } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { applicationBody, botUser, freshToken } from "./identity.ts";
import { intents } from "./intents.ts";
import { createInteractions } from "./interactions.ts";
import { createMessages } from "./messages.ts";
import { createNews } from "./news.ts";
import { createPeople, type People, type SayOptions, type SentMessage } from "./people.ts";
import { createRest, type Call } from "./rest.ts";
import { createRoutes } from "./routes.ts";
import { createWorld, defaultChannel, defaultGuild, type GuildOption, type Who } from "./world.ts";

export interface DiscordOptions {
  readonly token?: string;
  /** What the developer portal allows; asking for more closes with 4014. Without message content by default. */
  readonly intentsAllowed?: number;
  readonly heartbeatInterval?: number;
  /** One server with one channel by default. */
  readonly guilds?: readonly GuildOption[];
  /** The 3 s in which an interaction has to be acknowledged. */
  readonly answerWithinMs?: number;
  /** How many shards may log in at the same time. */
  readonly maxConcurrency?: number;
  /** Refuses the sixth message to a channel in 5 s. */
  readonly rateLimits?: boolean;
}

export interface DiscordStandIn extends Acts, Pick<People, "edit" | "erase"> {
  readonly apiUrl: string;
  /** The only one that is accepted. */
  readonly token: string;
  /** The application's id and its bot's; `<@id>` mentions it. */
  readonly botId: string;
  readonly guildId: string;
  readonly channelId: string;

  /** In a channel, a thread or a direct message; its content is hidden as on Discord. */
  say(content: string, who?: Who, options?: SayOptions): SentMessage;
  /** The bot's messages that reply to this one, in the order of their arrival, with deleted ones. */
  replies(to: { readonly id: string }): readonly BotMessage[];
  nextReply(to: { readonly id: string }, patience?: number): Promise<BotMessage>;
  /** What `look` gives, as soon as it gives something; rejects when it does not within `patience` ms. */
  until<T>(look: () => T | undefined, what: string, patience?: number): Promise<T>;

  readonly calls: readonly Call[];
  readonly commands: Pick<Commands, "global" | "guilds">;
  readonly gateway: Pick<
    Gateway,
    "connections" | "identifies" | "resumes" | "heartbeats" | "sequence" | "identified"
  >;

  /** From now on interactions are sent there as signed requests, and no longer over the gateway. */
  deliverTo(url: string): void;
  readonly endpoint: Pick<Endpoint, "publicKey" | "received" | "request">;

  /** Closes all connections with a code; after the fatal ones the session is gone. */
  readonly closeGateway: (code: number) => void;
  /** Op 7. */
  readonly reconnect: () => void;
  /** Op 9. */
  readonly invalidate: (resumable: boolean) => void;
  /** The bot is removed from a server; or the server is only down. */
  readonly removeFrom: (guild: string, unavailable?: boolean) => void;
  /** Resets the connections; sessions stay. */
  readonly dropSockets: () => void;
  /** The next RESUME gets op 9. */
  readonly forgetSessions: () => void;
  /** Present connections go half open: nothing comes any more, not even heartbeat acknowledgements. */
  readonly zombie: () => void;
  /** Text or bytes that are no payload, to all connections. */
  readonly sendRaw: (data: string | Uint8Array) => void;
  /** Not reachable at all for a while; resolves when it is again. */
  refuse(ms: number): Promise<void>;
  /** The same event once more, as Discord does now and then. */
  redeliver(what: Answer | SentMessage): void;
  /** `match` is a part of, or a pattern for, "POST /channels/1/messages"; callbacks end with "/callback". */
  failNext(match: string | RegExp, fault: Fault, times?: number): void;
  /** Ends planned faults and breaks what hangs. */
  readonly heal: () => void;
  stop(): Promise<void>;
}

/** GATEWAY_MESSAGE_CONTENT_LIMITED: switched on in the portal of an app that few use. */
const contentFlag = 1 << 19;

/** A local server that speaks Discord's REST API and gateway, both v10. */
export async function startDiscord(options: DiscordOptions = {}): Promise<DiscordStandIn> {
  const {
    intentsAllowed: allowed = intents.unprivileged,
    heartbeatInterval = 41_250,
    guilds = [{ id: defaultGuild }],
    answerWithinMs = 3000,
    maxConcurrency = 1,
    rateLimits: limited = false,
  } = options;
  const fresh = createSnowflakes();
  const botId = fresh();
  const token = options.token ?? freshToken(botId);
  const me = botUser(botId);
  const flags = (allowed & intents.messageContent) === 0 ? 0 : contentFlag;
  const calls: Call[] = [];
  const server = createServer();
  // Longer than any pause of a test: a connection must not be closed under a request.
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const url = `ws://127.0.0.1:${port}`;

  const news = createNews();
  const faults = createFaults();
  const endpoint = createEndpoint(answerWithinMs);
  const world = createWorld(me, guilds, fresh, (event, { json }) => gateway.dispatch(event, () => json));
  const gateway = createGateway(server, {
    token,
    allowed,
    heartbeatInterval,
    url,
    changed: news.tell,
    greet: (asked, holds) => ({
      ready: {
        v: 10,
        user: me,
        guilds: guilds.filter(({ id }) => holds(id)).map(({ id }) => ({ id, unavailable: true })),
        session_type: "normal",
        application: { id: botId, flags },
      },
      after: guilds
        .filter(({ id, unavailable }) => holds(id) && unavailable !== true && (asked & intents.guilds) !== 0)
        .map((guild) => ["GUILD_CREATE", world.guildBody(guild)]),
    }),
  });
  const messages = createMessages(world, gateway, news, fresh);
  const people = createPeople(world, messages, fresh);
  const commands = createCommands(botId, fresh);
  const about = { applicationId: botId, answerWithinMs };
  const interactions = createInteractions(world, { gateway, endpoint }, messages, news, fresh, about);
  const application = applicationBody(me, world.user({}), flags, endpoint.publicKey);
  const routes = createRoutes({
    application,
    world,
    commands,
    messages,
    interactions,
    gateway: () => {
      const remaining = 1000 - gateway.identifies;
      const limit = { total: 1000, remaining, reset_after: 86_400_000, max_concurrency: maxConcurrency };
      return { url, shards: 1, session_start_limit: limit };
    },
  });
  const serve = createRest({ token, routes, faults, limited, calls, changed: news.tell });
  server.on("request", (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  let reopening: NodeJS.Timeout | undefined;
  const until: DiscordStandIn["until"] = async (look, what, patience = 10_000) => {
    // What is looked at may lie in the test, which tells no news.
    const again = setInterval(news.tell, 20);
    return news.until(look, what, patience).finally(() => clearInterval(again));
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    botId,
    guildId: guilds[0]?.id ?? "",
    channelId: guilds[0]?.channels?.[0]?.id ?? defaultChannel,
    calls,
    commands,
    gateway,
    until,
    ...createActs(world, messages, commands, interactions, fresh),
    say: (content, who = {}, how = {}) => people.say(content, who, how),
    edit: people.edit,
    erase: people.erase,
    replies: (to) => messages.repliesTo(to.id).map(botMessage),
    nextReply: async (to, patience) =>
      until(() => messages.repliesTo(to.id).map(botMessage)[0], `a reply to message ${to.id}`, patience),
    deliverTo(target) {
      endpoint.url = target;
    },
    endpoint,
    closeGateway: gateway.close,
    reconnect: gateway.reconnect,
    invalidate: gateway.invalidate,
    removeFrom: (id, unavailable = false) =>
      gateway.dispatch("GUILD_DELETE", () => (unavailable ? { id, unavailable } : { id })),
    dropSockets: gateway.drop,
    forgetSessions: gateway.forgetSessions,
    zombie: gateway.zombie,
    sendRaw: gateway.sendRaw,
    async refuse(ms) {
      server.close();
      server.closeAllConnections();
      gateway.drop();
      await new Promise<void>((resolve) => {
        reopening = setTimeout(resolve, ms);
      });
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    redeliver(what) {
      if ("token" in what) interactions.repeat(what);
      else messages.repeat(what.id);
    },
    failNext: (match, fault, times = 1) => faults.plan(match, fault, times),
    heal: faults.heal,
    async stop() {
      clearTimeout(reopening);
      news.stop();
      faults.heal();
      await gateway.stop();
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
