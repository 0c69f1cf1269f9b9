import { createDiscord, type DiscordOptions } from "../../../src/adapters/discord/discord.ts";
import type { Adapter, Bot, Language } from "../../../src/chat.ts";
import type { Log } from "../../../src/log.ts";
import { createPictures, type Pictures } from "../../../src/picture/picture.ts";
import { createFront } from "../../../src/serve.ts";
import type { Store } from "../../../src/store/store.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { bot as realBot, say } from "../../chat.ts";
import { freePort } from "../../free-port.ts";
import {
  type DiscordOptions as ServerOptions,
  type DiscordStandIn,
  startDiscord,
} from "../../stand-ins/discord/discord.ts";

export interface Line {
  readonly level: "info" | "warn" | "error";
  readonly facts: object;
  readonly message: string;
}

export interface Connected {
  readonly server: DiscordStandIn;
  readonly adapter: Adapter;
  readonly store: Store;
  readonly lines: readonly Line[];
  readonly told: readonly string[];
  stop(): Promise<void>;
}

export function listeningLog(lines: Line[]): Log {
  const note = (level: Line["level"]) => (facts: object, message: string) =>
    void lines.push({ level, facts, message });
  return { info: note("info"), warn: note("warn"), error: note("error") };
}

/** With those of these answers drawn before: beside other tests, the first takes longer than an answer waits for it. */
export async function drawnPictures(lines: readonly string[], language?: Language): Promise<Pictures> {
  const pictures = createPictures(listeningLog([]));
  for (const line of lines) {
    const { scorecard } = await say(line, language);
    if (scorecard !== undefined) await pictures.draw(scorecard);
  }
  return pictures;
}

/** One more adapter, not yet started, beside a stand-in of Discord. */
export function besides(server: DiscordStandIn, options: Partial<DiscordOptions> = {}): Connected {
  const lines: Line[] = [];
  const told: string[] = [];
  const log = listeningLog(lines);
  const store = options.store ?? createMemoryStore();
  const adapter = createDiscord({
    gateway: "on",
    token: server.token,
    apiUrl: server.apiUrl,
    register: "off",
    overhear: [],
    language: "en",
    pictures: createPictures(log),
    store,
    log,
    tell: (line) => told.push(line),
    ...options,
  });
  const stop = async () => {
    await adapter.stop();
    await server.stop();
  };
  return { server, adapter, store, lines, told, stop };
}

/** The adapter, not yet started, beside a stand-in of Discord of its own. */
export async function prepare(
  options: Partial<DiscordOptions> = {},
  serverOptions: ServerOptions = {},
): Promise<Connected> {
  return besides(await startDiscord(serverOptions), options);
}

/** The adapter connected to a stand-in of Discord. */
export async function connect(
  options: Partial<DiscordOptions> = {},
  serverOptions: ServerOptions = {},
  bot: Bot = realBot,
): Promise<Connected> {
  const prepared = await prepare(options, serverOptions);
  await prepared.adapter.start(bot);
  return prepared;
}

/** The adapter that the stand-in of Discord sends signed requests to; without the gateway unless told otherwise. */
export async function receive(
  options: Partial<DiscordOptions> = {},
  serverOptions: ServerOptions = {},
  bot: Bot = realBot,
): Promise<Connected> {
  const port = await freePort();
  const front = createFront({ host: "127.0.0.1", port });
  const server = await startDiscord(serverOptions);
  const prepared = besides(server, {
    gateway: "off",
    http: {
      publicKey: server.endpoint.publicKey,
      serve: (route, listener) => front.serve(route, listener),
    },
    ...options,
  });
  server.deliverTo(`http://127.0.0.1:${port}/discord/interactions`);
  await prepared.adapter.start(bot);
  const stop = async () => {
    await prepared.adapter.stop();
    await front.stop();
    await server.stop();
  };
  return { ...prepared, stop };
}
