import type { RequestListener } from "node:http";
import { REST } from "discord.js";
import type { Adapter, Bot, Health, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createInFlight } from "../../manners/in-flight.ts";
import { createManners, type Manners } from "../../manners/manners.ts";
import { createSkewWarning } from "../../manners/skew.ts";
import { createTurns, type Turn } from "../../manners/turns.ts";
import { type Metrics, noMetrics } from "../../metrics.ts";
import type { Pictures } from "../../picture/picture.ts";
import type { Store } from "../../store/store.ts";
import { type Answering, createAnswering } from "./answer.ts";
import { apiOptions, inviteLink } from "./api.ts";
import { type Connection, keepConnected } from "./connection.ts";
import { createEndpoint, interactionsPath } from "./http/endpoint.ts";
import { createHttpSender } from "./http/sender.ts";
import { registerOnce } from "./register.ts";
import { createSender, type Sender, sending } from "./send.ts";
import { type Listeners, openSession, type Self } from "./session.ts";
import { holdsFirst, type Shards } from "./shards.ts";

export interface DiscordOptions {
  /** Connects the gateway and registers commands; whoever only answers requests needs none. */
  readonly token?: string | undefined;
  readonly gateway: "on" | "off";
  /** Of the gateway's connections, those of this process. */
  readonly shards?: Shards | undefined;
  /** Takes interactions as signed requests, beside the gateway or instead of it. */
  readonly http?:
    | {
        /** 64 hexadecimal digits. */
        readonly publicKey: string;
        /** Takes a listener for a method and path, and resolves when it can be reached. */
        readonly serve: (route: string, listener: RequestListener) => Promise<void>;
      }
    | undefined;
  /** Another base address, "http://host:port/api"; a slash at its end is tolerated. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server only. */
  readonly guild?: string | undefined;
  readonly register: "auto" | "off";
  /** Ids of channels in which questions are answered unasked; "*" is all, none asks for no message content. */
  readonly overhear: readonly string[];
  /** When nothing else tells. */
  readonly language: Language;
  readonly pictures: Pictures;
  readonly store: Store;
  /** How many processes share the events. */
  readonly processes?: () => number;
  readonly log: Log;
  /** Without them nothing is counted. */
  readonly metrics?: Metrics;
  /** Takes a line for the operator: who is connected, and how to invite it. */
  readonly tell: (line: string) => void;
}

/** Milliseconds that a stop waits for answers which are under way, and for those to what came meanwhile. */
const patience = 3_000;
const shortPatience = 800;
/** Milliseconds for which no other process registers commands as well. */
const registering = 30_000;

/** Connects Discord's gateway, serves its requests, or both. */
export function createDiscord(options: DiscordOptions): Adapter {
  const { token, http, overhear, pictures, log, metrics = noMetrics, tell } = options;
  const overhears = overhear.length > 0;
  const inFlight = createInFlight();
  const rest = new REST({ ...apiOptions(options.apiUrl), ...sending });
  let takes = true;
  let connection: Connection | undefined;
  let door: Health | undefined;
  let finish: (ended?: Promise<void>) => void = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));
  // Whoever started the adapter looks at it only after the start.
  done.catch(() => {});

  const lost = () => metrics.undelivered("discord");
  const turns = createTurns("discord", log, lost);
  const note = (error: unknown) => log.error({ err: error }, "an event cannot be read");
  const track = (work: Promise<void>) => inFlight.track(work.catch(note));
  const inTurn = (answer: (turn: Turn) => Promise<void>) =>
    inFlight.track(turns.take((turn) => answer(turn).catch(note)));

  function connect(account: string, answering: Answering, manners: Manners): Connection {
    const reconnected = () => metrics.reconnected("discord");
    const on: Listeners = {
      interaction(event) {
        if (takes) void inTurn((turn) => answering.interaction(event, turn));
      },
      message(event, self) {
        if (takes) void track(answering.message(event, self));
      },
      left(server) {
        if (takes) void track(manners.leave(server));
      },
      reconnected,
    };
    const { apiUrl, shards } = options;
    return keepConnected(
      () => openSession({ token: account, apiUrl, overhears, shards }, on),
      log,
      reconnected,
    );
  }

  return {
    name: "discord",
    done,
    health() {
      const all = [connection?.health(), door].filter((one) => one !== undefined);
      if (all.length === 0) return { ready: false, detail: "not started" };
      const details = new Set(all.map(({ detail }) => detail));
      return { ready: all.every(({ ready }) => ready), detail: [...details].join("; ") };
    },
    async start(bot) {
      const manners = createManners(bot, { ...options, adapter: "discord" });
      const sender = createSender(rest, { ...options, onLost: lost });
      const answeringBy = (own: Sender) =>
        createAnswering({ bot, manners, pictures, sender: own, log }, overhears);
      if (options.gateway === "on" && token !== undefined)
        connection = connect(token, answeringBy(sender), manners);
      if (http !== undefined) {
        const endpoint = createEndpoint(
          http.publicKey,
          (interaction, response) => {
            const answering = answeringBy(createHttpSender(response, sender, log, lost));
            return inTurn((turn) => answering.interaction(interaction, turn));
          },
          createSkewWarning("discord", log),
        );
        await http.serve(`POST ${interactionsPath}`, endpoint);
        door = { ready: true, detail: "receives requests" };
        tell(`discord: receives requests at ${interactionsPath}`);
      }
      const self = await connection?.start();
      if (connection !== undefined) {
        if (self === undefined) return;
        finish(connection.ended);
        tell(`discord: connected as ${self.name}; invite it with ${inviteLink(self.application)}`);
      }
      const registers = options.register === "auto" && holdsFirst(options.shards);
      if (registers && token !== undefined) void inFlight.track(register({ ...options, token }, self, bot));
    },
    async stop() {
      // Still taking: Discord sends nothing twice, so what came meanwhile would be lost. Requests are taken until their
      // port is closed.
      await inFlight.settled(patience);
      takes = false;
      await connection?.stop();
      await inFlight.settled(shortPatience);
      if (door !== undefined) door = { ready: false, detail: "stopped" };
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      finish();
    },
  };
}

type Registering = Pick<DiscordOptions, "apiUrl" | "guild" | "log" | "store"> & { readonly token: string };

/** The bot answers without it as well, so a failure is only logged. */
async function register(options: Registering, self: Self | undefined, bot: Bot): Promise<void> {
  const { log, store, ...account } = options;
  // Of several processes that start together, one does it; without the store, all do.
  if (!(await store.lease("register commands", registering).catch(() => true))) return;
  try {
    const { created, changed, deleted } = await registerOnce(account, bot.commands, self);
    log.info({ created, changed, deleted }, "commands are registered");
  } catch (error) {
    log.error({}, error instanceof Error ? error.message : "commands are not registered");
  }
}
