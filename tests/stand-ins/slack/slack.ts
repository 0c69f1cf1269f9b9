import { once } from "node:events";
import { createServer } from "node:http";
import { createBoard, type Message, type View } from "./board.ts";
import { deliverByHttp, postSigned, type Delivery, type Envelope, type SignedRequest } from "./delivery.ts";
import { createEvents, type Events } from "./events.ts";
import { createFaults, type Fault, type Target } from "./faults.ts";
import { createPeople, type People } from "./people.ts";
import { createServe } from "./serve.ts";
import { createSocketMode, type SocketMode } from "./socket-mode.ts";
import { createTraces, type Response as Responded } from "./traces.ts";
import { createWebApi, type Call } from "./web-api.ts";
import { homeOf } from "./wire.ts";
import { createClock, type Workspace } from "./workspace.ts";

export type { Message, View } from "./board.ts";
export type { Answer } from "./people.ts";

export interface SlackStandInOptions extends Partial<Workspace> {
  /** Where the app listens; without it, Socket Mode. */
  readonly eventsUrl?: string;
  readonly scopes?: readonly string[];
  readonly subscriptions?: readonly string[];
  /** Where answers to a `response_url` arrive, if not at the stand-in itself: "http://host:port". */
  readonly responseOrigin?: string;
  /** How long people wait for an answer once it was acknowledged without one. */
  readonly patienceMs?: number;
  /** How long a command waits for a socket; one that finds none fails in the client almost at once. */
  readonly queueMs?: number;
}

type Faulty = Pick<SocketMode, "refresh" | "stallClose" | "drop" | "halfOpen" | "sendFrame">;

export interface SlackStandIn extends Workspace, People, Events, Faulty {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  /** Every call that arrived, also the ones that a fault kept from taking effect. */
  readonly calls: readonly Readonly<Call>[];
  callsOf(method: string): readonly Readonly<Call>[];
  /** What came to response urls. */
  readonly responses: readonly Readonly<Responded>[];
  /** Everything that people see now, in order; `only` names the reader of ephemeral ones. */
  readonly messages: readonly Message[];
  readonly views: readonly View[];
  home(user: string): View | undefined;
  /** What the bot wrote below a message, or after it in a direct conversation. */
  replies(to: Message): readonly Message[];
  /** The nth answer to a message, as soon as it is there. */
  nextReply(to: Message, nth?: number): Promise<Message>;
  until<T>(find: () => T | undefined, ms?: number): Promise<T>;
  /** From now on signed to this address; without one, over sockets. */
  deliverTo(eventsUrl?: string): void;
  /** An envelope as it is, for payloads that no client would make. */
  readonly deliver: (envelope: Envelope) => Promise<Delivery>;
  /** A request to the app's address as it is, for everything that Slack would not send. */
  request(request: SignedRequest): Promise<Response>;
  grant(scopes: readonly string[]): void;
  subscribe(events: readonly string[]): void;
  failNext(target: Target, fault: Fault, times?: number): void;
  heal(): void;
  /** Every token is refused from now on, and the sockets are closed. */
  revoke(error?: "invalid_auth" | "account_inactive" | "token_revoked"): void;
  readonly openSockets: number;
  readonly socketsOpened: number;
  /** Deliveries that found nobody connected, and those that nobody acknowledged in time. */
  readonly undelivered: number;
  readonly unacked: number;
  stop(): Promise<void>;
}

const usualScopes = [
  "commands",
  "chat:write",
  "app_mentions:read",
  "im:history",
  "channels:history",
  "users:read",
];
const usualEvents = ["app_mention", "app_home_opened", "message.im", "message.channels"];

export async function startSlack(options: SlackStandInOptions = {}): Promise<SlackStandIn> {
  const {
    eventsUrl,
    scopes = usualScopes,
    subscriptions = usualEvents,
    patienceMs = 2000,
    queueMs = 250,
    responseOrigin,
    ...own
  } = options;
  const workspace: Workspace = {
    botToken: "xoxb-1-2-standin",
    appToken: "xapp-1-A0STANDIN-3-standin",
    signingSecret: "0123456789abcdef0123456789abcdef",
    botUser: "U0BOT",
    botId: "B0BOT",
    team: "T0STANDIN",
    appId: "A0STANDIN",
    admins: ["U0ADMIN"],
    people: {},
    verificationToken: "verification",
    ...own,
  };
  const server = createServer();
  const address = () => {
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("the stand-in is not listening");
    return `127.0.0.1:${bound.port}`;
  };
  const clock = createClock();
  const faults = createFaults();
  const board = createBoard();
  const rights = { scopes, subscriptions, revoked: undefined as string | undefined };
  const sockets = createSocketMode(server, address, workspace.appId, faults, queueMs);
  const traces = createTraces(board, clock, workspace.botUser);
  let url = eventsUrl;
  let undelivered = 0;
  let unacked = 0;

  async function deliver(envelope: Envelope): Promise<Delivery> {
    const delivery =
      url === undefined
        ? await sockets.deliver(envelope)
        : await deliverByHttp(url, workspace.signingSecret, envelope);
    if (delivery.outcome === "undelivered") undelivered += 1;
    if (delivery.outcome === "unacked") unacked += 1;
    return delivery;
  }
  const origin = () => `http://${address()}`;
  const people = createPeople({
    workspace,
    board,
    traces,
    origin: () => responseOrigin ?? origin(),
    deliver,
    patienceMs,
  });
  const events = createEvents({
    workspace,
    board,
    clock,
    deliver,
    subscriptions: () => rights.subscriptions,
  });
  const api = createWebApi({ workspace, board, traces, clock, heard: events.echo }, rights, () =>
    sockets.newUrl(),
  );

  const serve = createServe({ api, traces, faults, rights });
  server.on("request", (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const replies = (to: Message) => {
    const threaded = board.written(to.channel, to.thread ?? to.ts);
    const loose =
      to.channel.startsWith("D") && to.thread === undefined ? board.written(to.channel, undefined) : [];
    return [...threaded, ...loose].filter(({ ts, user }) => ts > to.ts && user === workspace.botUser);
  };
  const until = async <T>(find: () => T | undefined, ms = 10_000): Promise<T> => {
    // What a caller looks for need not be on the board.
    const look = setInterval(board.tell, 20);
    const found = await board.until(find, ms);
    clearInterval(look);
    if (found === undefined) throw new Error(`nothing of the kind happened on Slack within ${ms} ms`);
    return found;
  };

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...workspace,
    ...people,
    ...events,
    refresh: sockets.refresh,
    stallClose: sockets.stallClose,
    drop: sockets.drop,
    halfOpen: sockets.halfOpen,
    sendFrame: sockets.sendFrame,
    apiUrl: `${origin()}/api/`,
    calls: api.calls,
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    responses: traces.responses,
    get messages() {
      return [...board.messages.values()];
    },
    get views() {
      return [...board.views.values()];
    },
    home: (user) => board.views.get(homeOf(user)),
    replies,
    nextReply: async (to, nth = 1) => until(() => replies(to)[nth - 1]),
    until,
    deliver,
    deliverTo(next) {
      url = next;
    },
    async request(request) {
      if (url === undefined) throw new Error("the stand-in knows no address of the app: deliverTo sets it");
      return postSigned(url, { secret: workspace.signingSecret, ...request });
    },
    grant(next) {
      rights.scopes = next;
    },
    subscribe(next) {
      rights.subscriptions = next;
    },
    failNext: (target, fault, times = 1) => faults.plan(target, fault, times),
    heal: faults.heal,
    revoke(error = "invalid_auth") {
      rights.revoked = error;
      sockets.disable();
    },
    get openSockets() {
      return sockets.open;
    },
    get socketsOpened() {
      return sockets.opened;
    },
    get undelivered() {
      return undelivered;
    },
    get unacked() {
      return unacked;
    },
    async stop() {
      faults.heal();
      await sockets.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
