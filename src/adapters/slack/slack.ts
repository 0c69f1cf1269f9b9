import type { RequestListener } from "node:http";
import { WebClient } from "@slack/web-api";
import type { Adapter, Bot, Health, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createInFlight } from "../../manners/in-flight.ts";
import { createManners } from "../../manners/manners.ts";
import { type Metrics, noMetrics } from "../../metrics.ts";
import type { Store } from "../../store/store.ts";
import { createCompose } from "./compose.ts";
import type { Fault } from "./connect/fault.ts";
import { createHttpReceiver } from "./connect/http.ts";
import { createLogger } from "./connect/logger.ts";
import { respond } from "./connect/respond.ts";
import { signIn } from "./connect/sign-in.ts";
import { createSocketReceiver } from "./connect/socket.ts";
import { botTokenRefused, scopeIsMissing } from "./connect/tokens.ts";
import { createTrouble } from "./connect/trouble.ts";
import { startWatchdog } from "./connect/watchdog.ts";
import { webOptions } from "./connect/web.ts";
import { createDirects } from "./directs.ts";
import type { CommandNames } from "./hear/asks.ts";
import { listen } from "./listen.ts";
import { managesWorkspace } from "./manages.ts";
import { createPledge } from "./pledge.ts";
import { createPost } from "./post.ts";
import { missingScopes } from "./scopes.ts";
import { spellForSlack } from "./spelling.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** Socket Mode by an app token, or signed requests to our own public server. */
  readonly connection:
    | { readonly kind: "socket"; readonly appToken: string }
    | {
        readonly kind: "http";
        readonly signingSecret: string;
        /** Takes a listener for a method and path, and resolves when it can be reached. */
        readonly serve: (route: string, listener: RequestListener) => Promise<void>;
      };
  /** Another address than Slack's own, such as "http://127.0.0.1:8080/api/". */
  readonly apiUrl?: string | undefined;
  /** Where Slack can fetch pictures, without a slash at its end; without it there are none. */
  readonly publicUrl?: string | undefined;
  readonly commandNames: CommandNames;
  /** Channels in which questions are answered unasked; "*" is all. */
  readonly overhear: readonly string[];
  readonly language: Language;
  readonly store: Store;
  /** How many processes share the events. */
  readonly processes?: () => number;
  readonly log: Log;
  /** Without them nothing is counted. */
  readonly metrics?: Metrics;
  /** One plain line for the operator. */
  readonly tell: (line: string) => void;
}

const unreachable =
  "Slack cannot be reached; trying again. Check the network, and SLACK_API_URL if it is set";
/** In milliseconds: a stop takes four seconds at most, with what answers there are sent twice. */
const patience = 2_500;
const shortPatience = 700;

/** Connects one workspace, from the first `auth.test` until it is stopped or a token is taken back. */
export function createSlack(options: SlackOptions): Adapter {
  const { botToken, connection, apiUrl, overhear, language, log, metrics = noMetrics, tell } = options;
  const logger = createLogger(log);
  const inFlight = createInFlight();
  const trouble = createTrouble(log);
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
  const onTokenRefused = (code: string) => fail(new Error(botTokenRefused(code)));

  function openDoor(onFinal: (error: Error) => void) {
    if (connection.kind === "http") {
      const receiver = createHttpReceiver({ ...connection, logger });
      return { receiver, health: (): Health => ({ ready: true, detail: "receives requests" }) };
    }
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

  async function connect(bot: Bot): Promise<void> {
    const web = new WebClient(botToken, webOptions(apiUrl, logger));
    const report = (fault: Fault) => trouble.report(unreachable, fault);
    const signedIn = signIn(web, report, stopping.signal);
    // When both tokens are wrong, the first to be mended is the bot's.
    const failLater = async (why: Error) => {
      const isRefused = await signedIn.then(
        () => false,
        () => true,
      );
      if (!isRefused) fail(why);
    };
    const door = openDoor((why) => void failLater(why));
    disconnect = async () => {
      await door.receiver.stop();
    };
    // Over HTTP nothing may come before Bolt is there; sockets wait for it while they are opened.
    const opening = connection.kind === "socket" ? door.receiver.start() : undefined;
    const self = await signedIn;
    // Stopped meanwhile.
    if (self === undefined) return;
    for (const [scope, use] of missingScopes(self.scopes, overhear)) tell(scopeIsMissing(scope, use));
    const spoken = spellForSlack(bot, options.commandNames);
    const compose = createCompose(log, options.publicUrl);
    const workspace = {
      bot: spoken,
      manners: createManners(spoken, { ...options, adapter: "slack" }),
      post: createPost({
        web,
        respond: (url, payload) => respond(url, payload, apiUrl),
        compose,
        log,
        stopping: stopping.signal,
        onTokenRefused,
        onUndelivered: () => metrics.undelivered("slack"),
      }),
      compose,
      names: options.commandNames,
      team: self.team,
      self: self.user,
      manages: (person: string) => managesWorkspace(web, person, log),
      language,
      directs: createDirects(),
      log,
      track: <T>(answer: Promise<T>) => inFlight.track(answer),
    };
    listen(workspace, {
      receiver: door.receiver,
      botToken,
      self,
      logger,
      listens: overhear.length > 0,
      onTokenRefused,
    });
    await Promise.race([opening ?? door.receiver.start(), end.promise]);
    if (stopping.signal.aborted) return;
    trouble.clear();
    health = door.health;
    tell(`Slack: connected to ${self.teamName} as ${self.name}.`);
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
