import { type APIInteraction, type GatewayMessageCreateDispatchData, REST } from "discord.js";
import type { App, Receiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { createAnswering } from "../../src/adapters/discord/answer.ts";
import { createSender, sending } from "../../src/adapters/discord/send.ts";
import { createLogger } from "../../src/adapters/slack/connect/logger.ts";
import { webOptions } from "../../src/adapters/slack/connect/web.ts";
import { listen } from "../../src/adapters/slack/listen.ts";
import { createOpener } from "../../src/adapters/slack/open.ts";
import type { Workspace } from "../../src/adapters/slack/workspace.ts";
import type { Log } from "../../src/log.ts";
import { createInFlight } from "../../src/manners/in-flight.ts";
import { createManners } from "../../src/manners/manners.ts";
import { createTurns } from "../../src/manners/turns.ts";
import { noMetrics } from "../../src/metrics.ts";
import { communitiesOn, overheard, type PlatformName, self } from "./cast.ts";
import { never } from "./clock.ts";
import type { Delivery } from "./happenings.ts";
import { bot } from "./mind.ts";
import type { Random } from "./random.ts";
import type { Storage } from "./storage.ts";
import { current } from "./happenings.ts";

export type DiscordEvent =
  | { readonly is: "interaction"; readonly event: APIInteraction }
  | { readonly is: "message"; readonly event: GatewayMessageCreateDispatchData };

/** One of those that share the events, until it stops or crashes. */
export interface Process {
  readonly name: string;
  readonly isAlive: () => boolean;
  readonly takes: (platform: PlatformName) => boolean;
  discord(event: DiscordEvent): Promise<void>;
  slack(body: object, ack: (answer: unknown) => Promise<void>): Promise<void>;
  /** The bot was removed from a server. */
  left(server: string): Promise<void>;
  /** Slack's response addresses are reached past its library. */
  fetch(url: string, body: unknown): Promise<Response>;
  /** As the adapters do it. */
  stop(): Promise<void>;
  crash(): void;
}

/** How a process reaches the platforms. */
export interface Lines {
  readonly discord: (
    url: string,
    given: { readonly body: unknown; readonly signal: unknown; readonly method: string },
  ) => Promise<Response>;
  readonly slack: (url: string, body: unknown) => Promise<Response>;
}

interface Surroundings {
  readonly storage: Storage;
  readonly random: Random;
  readonly lines: Lines;
  readonly processes: () => number;
  /** Gets what a process calls an error, and nobody had brought about. */
  readonly onError: (delivery: Delivery | undefined, message: string) => void;
}

/** Milliseconds, as in the adapters: until nothing is taken any more, and then for what came meanwhile. */
const patience = { discord: [3_000, 800], slack: [2_500, 700] } as const;
const names = { openness: "/openness", define: "/define" };
const png = Buffer.from("a picture");

export function createProcess(
  name: string,
  { storage, random, lines, processes, onError }: Surroundings,
): Process {
  let alive = true;
  const taking = { discord: true, slack: true };
  const inFlight = { discord: createInFlight(), slack: createInFlight() };
  const stopping = new AbortController();
  const isAlive = () => alive;
  const log: Log = {
    info() {},
    warn() {},
    error(_, message) {
      const delivery = current.getStore();
      const isMeant =
        delivery !== undefined &&
        (delivery.happening.spell !== undefined || delivery.faults.includes("refused"));
      if (!isMeant) onError(delivery, message);
    },
  };
  const store = storage.connect(isAlive, log);
  /** What is gone hears nothing and says nothing. */
  const whileAlive = <T>(work: () => Promise<T>): Promise<T> =>
    alive ? work().then((done) => (alive ? done : never<T>())) : never();

  const rest = new REST({
    ...sending,
    makeRequest: (url, { body, signal, method }) =>
      whileAlive(() => lines.discord(url, { body, signal, method: method ?? "" })),
  });
  const common = { language: "en", store, processes, log } as const;
  const manners = createManners(bot, { ...common, adapter: "discord", overhear: overheard("discord") });
  const sender = createSender(rest, { token: "token", log, processes });
  const pictures = {
    async draw() {
      return random.chance(0.7) ? png : undefined;
    },
  };
  const answering = createAnswering({ bot, manners, pictures, sender, log }, true);
  const turns = createTurns("discord", log);

  const logger = createLogger(log);
  const web = new WebClient(undefined, {
    ...webOptions(undefined, logger),
    fetch: (url, given) => whileAlive(() => lines.slack(String(url), given?.body)),
  });
  const open = createOpener(bot, {
    ...common,
    web,
    commandNames: names,
    overhear: overheard("slack"),
    metrics: noMetrics,
    stopping: stopping.signal,
  });
  const workspaces = new Map<string, Workspace>(
    communitiesOn("slack").map((team) => [
      team,
      open({ team, token: team, user: self.slack, onTokenRefused() {} }),
    ]),
  );
  const app = listening();

  function listening(): App {
    const apps: App[] = [];
    const receiver: Receiver = { init: (one) => void apps.push(one), async start() {}, async stop() {} };
    listen(
      {
        find: async (teams) => workspaces.get(teams.find((team) => workspaces.has(team)) ?? ""),
        left: (team) => workspaces.get(team)?.manners.leave(team) ?? Promise.resolve(),
      },
      {
        receiver,
        logger,
        log,
        listens: true,
        track: (work) => inFlight.slack.track(work),
        onStranger: () => onError(current.getStore(), "a stranger"),
      },
    );
    const [one] = apps;
    if (one === undefined) throw new Error("Bolt has not taken its receiver");
    return one;
  }

  async function stopOne(platform: PlatformName): Promise<void> {
    const [first, second] = patience[platform];
    await inFlight[platform].settled(first);
    taking[platform] = false;
    if (platform === "slack") stopping.abort();
    await inFlight[platform].settled(second);
  }

  function end(): void {
    alive = false;
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }

  return {
    name,
    isAlive,
    takes: (platform) => alive && taking[platform],
    async discord(one) {
      await inFlight.discord.track<unknown>(
        one.is === "interaction"
          ? turns.take((turn) => answering.interaction(one.event, turn))
          : answering.message(one.event, self.discord),
      );
    },
    slack: (body, ack) => app.processEvent({ body: { ...body }, ack }),
    left: (server) => inFlight.discord.track(manners.leave(server)),
    async stop() {
      await Promise.all([stopOne("discord"), stopOne("slack")]);
      end();
    },
    fetch: (url, body) => whileAlive(() => lines.slack(url, body)),
    crash: end,
  };
}
