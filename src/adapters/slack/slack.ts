import { setTimeout as pause } from "node:timers/promises";
import type { Receiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { Adapter, Bot, Health } from "../../chat.ts";
import { createInFlight } from "../../manners/in-flight.ts";
import { createSkewWarning } from "../../manners/skew.ts";
import { type Metrics, noMetrics } from "../../metrics.ts";
import type { Fault } from "./connect/fault.ts";
import { createHttpReceiver, type HttpDoor } from "./connect/http.ts";
import { createLogger } from "./connect/logger.ts";
import { signIn } from "./connect/sign-in.ts";
import { createSocketReceiver } from "./connect/socket.ts";
import { botTokenRefused, scopeIsMissing } from "./connect/tokens.ts";
import { createTrouble } from "./connect/trouble.ts";
import { startWatchdog } from "./connect/watchdog.ts";
import { webOptions } from "./connect/web.ts";
import { type AppSecrets, serveInstalling } from "./install/install.ts";
import { createInstallations } from "./install/installations.ts";
import { listen } from "./listen.ts";
import { createOpener, type Surroundings } from "./open.ts";
import { createPledge } from "./pledge.ts";
import { missingScopes } from "./scopes.ts";
import type { Workspaces } from "./workspace.ts";

interface SocketConnection {
  readonly kind: "socket";
  readonly botToken: string;
  readonly appToken: string;
}

interface HttpConnection extends HttpDoor {
  readonly kind: "http";
  readonly botToken: string;
}

/** Every workspace brings its own token. */
interface OAuthConnection extends HttpDoor, AppSecrets {
  readonly kind: "oauth";
}

export interface SlackOptions extends Surroundings {
  /** Socket Mode by an app token, or signed requests to our own public server. */
  readonly connection: SocketConnection | HttpConnection | OAuthConnection;
  /** Without them nothing is counted. */
  readonly metrics?: Metrics;
  /** One plain line for the operator. */
  readonly tell: (line: string) => void;
}

const unreachable =
  "Slack cannot be reached; trying again. Check the network, and SLACK_API_URL if it is set";
const receiving: Health = { ready: true, detail: "receives requests" };
/** In milliseconds: a stop takes four seconds at most, with what answers there are sent twice. */
const patience = 2_500;
const shortPatience = 700;
/** For forgetting a workspace before the adapter ends, in milliseconds; it goes on afterwards as long as the process does. */
const farewell = 1_500;

/** Connects one workspace until it is stopped or its token is taken back, or all that install the bot until it is stopped. */
export function createSlack(options: SlackOptions): Adapter {
  const { apiUrl, overhear, language, store, log, metrics = noMetrics, tell } = options;
  const logger = createLogger(log);
  const web = new WebClient(undefined, webOptions(apiUrl, logger));
  const inFlight = createInFlight();
  const trouble = createTrouble(log);
  const onSkew = createSkewWarning("slack", log);
  const stopping = new AbortController();
  const end = createPledge<void>();
  // Whoever waits for it sees it; it must not end the process when nobody does.
  end.promise.catch(() => {});
  let health = (): Health => ({ ready: false, detail: trouble.reason() ?? "not connected" });
  let disconnect = async () => {};

  function fail(error: Error): void {
    health = () => ({ ready: false, detail: error.message });
    end.reject(error);
    stopping.abort();
    void disconnect();
  }
  const openerFor = (bot: Bot) => createOpener(bot, { ...options, web, metrics, stopping: stopping.signal });

  function openDoor(connection: SocketConnection | HttpConnection, onFinal: (error: Error) => void) {
    if (connection.kind === "http")
      return { receiver: createHttpReceiver({ ...connection, logger, onSkew }), health: () => receiving };
    const receiver = createSocketReceiver({
      appToken: connection.appToken,
      apiUrl,
      logger,
      trouble,
      settled: () => inFlight.settled(patience),
      onFinal,
      onReopen: () => metrics.reconnected("slack"),
    });
    const watchdog = startWatchdog(() => receiver.open());
    stopping.signal.addEventListener("abort", () => watchdog.stop());
    return { receiver, health: () => watchdog.health(trouble.reason()) };
  }

  /** Everything that is received from now on goes there. */
  function hear(receiver: Receiver, workspaces: Workspaces): void {
    listen(workspaces, {
      receiver,
      logger,
      log,
      listens: overhear.length > 0,
      track: (work) => inFlight.track(work),
      onStranger: () => trouble.report("something came from a workspace in which the bot is not installed"),
    });
  }

  async function connect(bot: Bot): Promise<void> {
    const { connection } = options;
    await (connection.kind === "oauth" ? connectMany(connection, bot) : connectOne(connection, bot));
  }

  async function connectOne(connection: SocketConnection | HttpConnection, bot: Bot) {
    const { botToken: token } = connection;
    const report = (fault: Fault) => trouble.report(unreachable, fault);
    const signedIn = signIn(web, token, report, stopping.signal);
    // When both tokens are wrong, the first to be mended is the bot's.
    const failLater = async (why: Error) => {
      const isRefused = await signedIn.then(
        () => false,
        () => true,
      );
      if (!isRefused) fail(why);
    };
    const door = openDoor(connection, (why) => void failLater(why));
    disconnect = async () => {
      await door.receiver.stop();
    };
    // Over HTTP nothing may come before Bolt is there; sockets wait for it while they are opened.
    const opening = connection.kind === "socket" ? door.receiver.start() : undefined;
    const self = await signedIn;
    // Stopped meanwhile.
    if (self === undefined) return;
    for (const [scope, use] of missingScopes(self.scopes, overhear)) tell(scopeIsMissing(scope, use));
    const onTokenRefused = (code: string) => fail(new Error(botTokenRefused(code)));
    const workspace = openerFor(bot)({ ...self, token, onTokenRefused });
    // Whatever workspace is named: nothing else comes by this token.
    hear(door.receiver, {
      find: async () => workspace,
      async left(_, why) {
        await Promise.race([workspace.manners.leave(self.team), pause(farewell)]);
        onTokenRefused(why);
      },
    });
    await Promise.race([opening ?? door.receiver.start(), end.promise]);
    if (stopping.signal.aborted) return;
    trouble.clear();
    health = door.health;
    tell(`Slack: connected to ${self.teamName} as ${self.name}.`);
  }

  async function connectMany(connection: OAuthConnection, bot: Bot) {
    const open = openerFor(bot);
    const installations = createInstallations({
      store,
      log,
      open: ({ team, token, user }, onTokenRefused) => open({ team, token, user, onTokenRefused }),
      trouble,
    });
    const receiver = createHttpReceiver({ ...connection, logger, onSkew });
    hear(receiver, installations);
    await receiver.start();
    const address = await serveInstalling({
      ...connection,
      store,
      installations,
      command: options.commandNames.openness,
      overhear,
      language,
      apiUrl,
      logger,
      log,
      trouble,
      track: (work) => inFlight.track(work),
    });
    if (stopping.signal.aborted) return;
    health = () => receiving;
    tell(`Slack: workspaces install the bot at ${address}`);
  }

  return {
    name: "slack",
    health: () => health(),
    done: end.promise,
    async start(bot) {
      try {
        await connect(bot);
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    },
    async stop() {
      await inFlight.settled(patience);
      health = () => ({ ready: false, detail: "stopped" });
      stopping.abort();
      await disconnect();
      // What was received on the way out is answered through its response_url.
      await inFlight.settled(shortPatience);
      end.resolve();
    },
  };
}
