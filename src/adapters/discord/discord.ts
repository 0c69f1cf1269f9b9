import { REST } from "discord.js";
import type { Adapter, Bot, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createInFlight } from "../../manners/in-flight.ts";
import { createManners } from "../../manners/manners.ts";
import { type Metrics, noMetrics } from "../../metrics.ts";
import type { Pictures } from "../../picture/picture.ts";
import type { Store } from "../../store/store.ts";
import { createAnswering } from "./answer.ts";
import { apiOptions, inviteLink } from "./api.ts";
import { type Connection, keepConnected } from "./connection.ts";
import { openRest, registerCommands } from "./register.ts";
import { createSender, sending } from "./send.ts";
import { openSession, type Self } from "./session.ts";

export interface DiscordOptions {
  readonly token: string;
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

/** Connects Discord's gateway. */
export function createDiscord(options: DiscordOptions): Adapter {
  const { token, overhear, pictures, log, metrics = noMetrics, tell } = options;
  const overhears = overhear.length > 0;
  const inFlight = createInFlight();
  const rest = new REST({ ...apiOptions(options.apiUrl), ...sending });
  let takes = true;
  let connection: Connection | undefined;
  let finish: (ended?: Promise<void>) => void = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));
  // Whoever started the adapter looks at it only after the start.
  done.catch(() => {});

  function connect(bot: Bot): Connection {
    const manners = createManners(bot, { ...options, adapter: "discord" });
    const sender = createSender(rest, token, log, () => metrics.undelivered("discord"));
    const answering = createAnswering({ bot, manners, pictures, sender, log }, overhears);
    const take = (answer: () => Promise<void>) => {
      if (!takes) return;
      const answered = answer().catch((error: unknown) =>
        log.error({ err: error }, "an event cannot be read"),
      );
      void inFlight.track(answered);
    };
    const reconnected = () => metrics.reconnected("discord");
    return keepConnected(
      () =>
        openSession(
          { token, apiUrl: options.apiUrl, overhears },
          {
            interaction: (interaction) => take(() => answering.interaction(interaction)),
            message: (message, self) => take(() => answering.message(message, self)),
            left: (server) => take(() => manners.leave(server)),
            reconnected,
          },
        ),
      log,
      reconnected,
    );
  }

  return {
    name: "discord",
    done,
    health: () => connection?.health() ?? { ready: false, detail: "not started" },
    async start(bot) {
      connection = connect(bot);
      const self = await connection.start();
      if (self === undefined) return;
      finish(connection.ended);
      tell(`discord: connected as ${self.name}; invite it with ${inviteLink(self.application)}`);
      if (options.register === "auto") void inFlight.track(register(options, self, bot));
    },
    async stop() {
      // Still taking: Discord sends nothing twice, so what came meanwhile would be lost.
      await inFlight.settled(patience);
      takes = false;
      await connection?.stop();
      await inFlight.settled(shortPatience);
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      finish();
    },
  };
}

/** The bot answers without it as well, so a failure is only logged. */
async function register(options: DiscordOptions, self: Self, bot: Bot): Promise<void> {
  const { guild, log, store } = options;
  // Of several processes that start together, one does it; without the store, all do.
  if (!(await store.lease("register commands", registering).catch(() => true))) return;
  const rest = openRest(options);
  try {
    const scope = { application: self.application, guild, guilds: self.guilds };
    const { created, changed, deleted } = await registerCommands(rest, scope, bot.commands);
    log.info({ created, changed, deleted }, "commands are registered");
  } catch (error) {
    log.error({}, error instanceof Error ? error.message : "commands are not registered");
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
