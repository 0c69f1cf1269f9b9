import { once } from "node:events";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { isBody, text, type Body } from "./body.ts";
import { createFrames, type Frames } from "./frames.ts";
import { endingCodes, op } from "./gateway-codes.ts";
import { knownIntents } from "./intents.ts";

/** Of a client, a minute; and the characters of one: https://docs.discord.com/developers/events/gateway#rate-limiting */
const mostSends = 120;
const longestSend = 4096;
const keptEvents = 10_000;

/** Its number, of how many. */
type Shard = readonly [id: number, count: number];

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  seq: number;
  readonly sent: { readonly s: number; readonly frame: object }[];
  link: Link | undefined;
}

interface Link {
  readonly socket: WebSocket;
  readonly tcp: Socket;
  readonly frames: Frames;
  session: Session | undefined;
  sends: number;
  /** Half open: nothing goes out any more, and nobody has noticed. */
  dead: boolean;
}

export interface GatewayOptions {
  readonly token: string;
  readonly allowed: number;
  readonly heartbeatInterval: number;
  readonly url: string;
  /** The data of READY but for the session, and the dispatches after it, for the servers that its shard `holds`. */
  readonly greet: (
    intents: number,
    holds: (guild: string) => boolean,
  ) => { readonly ready: Body; readonly after: readonly [string, Body][] };
  readonly changed: () => void;
}

export interface Gateway {
  readonly connections: number;
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  /** Of the last event of the youngest session. */
  readonly sequence: number;
  /** The last IDENTIFY that was accepted. */
  readonly identified: Body | undefined;
  /** To each session of the server's shard what `dataFor` its intents gives; to none where that is nothing. */
  dispatch(event: string, dataFor: (intents: number) => Body | undefined): void;
  readonly close: (code: number) => void;
  readonly reconnect: () => void;
  readonly invalidate: (resumable: boolean) => void;
  readonly drop: () => void;
  readonly zombie: () => void;
  readonly forgetSessions: () => void;
  readonly sendRaw: (data: string | Uint8Array) => void;
  stop(): Promise<void>;
}

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const links = new Set<Link>();
  const sessions = new Map<string, Session>();
  let identifies = 0;
  let resumes = 0;
  let heartbeats = 0;
  let identified: Body | undefined;

  const write = (link: Link, frame: object) => {
    if (!link.dead) link.frames.write(frame);
  };
  const end = (link: Link, code: number) => {
    if (endingCodes.has(code) && link.session !== undefined) sessions.delete(link.session.id);
    link.socket.close(code);
  };
  const send = (session: Session, t: string, d: Body) => {
    session.seq += 1;
    const frame = { op: op.dispatch, t, s: session.seq, d };
    session.sent.push({ s: session.seq, frame });
    if (session.sent.length > 2 * keptEvents) session.sent.splice(0, keptEvents);
    if (session.link !== undefined) write(session.link, frame);
  };

  function identify(link: Link, d: Body): void {
    const asked = Number(d["intents"]);
    const shard = readShard(d["shard"]);
    if (link.session !== undefined) return end(link, 4005);
    if (d["token"] !== options.token) return end(link, 4004);
    if (shard === undefined) return end(link, 4010);
    if (!Number.isInteger(asked) || (asked & ~knownIntents) !== 0) return end(link, 4013);
    if ((asked & ~options.allowed) !== 0) return end(link, 4014);
    if (d["compress"] === true) link.frames.compressEach();
    identifies += 1;
    identified = d;
    const id = `${identifies}${"0".repeat(31)}`.slice(0, 32);
    const session: Session = { id, intents: asked, shard, seq: 0, sent: [], link };
    link.session = session;
    sessions.set(id, session);
    const { ready, after } = options.greet(asked, (guild) => isHeldBy(guild, shard));
    send(session, "READY", {
      ...ready,
      session_id: id,
      resume_gateway_url: `${options.url}/resume`,
      shard,
    });
    for (const [event, data] of after) send(session, event, data);
  }

  function resume(link: Link, d: Body): void {
    if (d["token"] !== options.token) return end(link, 4004);
    const session = sessions.get(text(d["session_id"]));
    const seq = Number(d["seq"]);
    if (session === undefined) return write(link, { op: op.invalid, d: false });
    if (seq > session.seq) {
      sessions.delete(session.id);
      return end(link, 4007);
    }
    if (session.link !== link) session.link?.socket.close(4000);
    session.link = link;
    link.session = session;
    resumes += 1;
    for (const { s, frame } of session.sent) if (s > seq) write(link, frame);
    send(session, "RESUMED", {});
  }

  function receive(link: Link, data: Buffer): void {
    const frame = data.length > longestSend ? undefined : parsed(data);
    if (frame === undefined) return end(link, 4002);
    // Discord counts heartbeats too; here a test may let the heart beat faster than there.
    if (frame["op"] !== op.heartbeat) link.sends += 1;
    if (link.sends > mostSends) return end(link, 4008);
    const d = isBody(frame["d"]) ? frame["d"] : {};
    switch (frame["op"]) {
      case op.heartbeat:
        heartbeats += 1;
        return write(link, { op: op.ack });
      case op.identify:
        return identify(link, d);
      case op.resume:
        return resume(link, d);
      case op.presence:
      case op.members:
        return link.session === undefined ? end(link, 4003) : undefined;
      default:
        return end(link, 4001);
    }
  }

  function welcome(socket: WebSocket, tcp: Socket, query: URLSearchParams): void {
    const stream = query.get("compress") === "zlib-stream";
    const frames = createFrames(socket, stream);
    const link: Link = { socket, tcp, frames, session: undefined, sends: 0, dead: false };
    links.add(link);
    const minute = setInterval(() => {
      link.sends = 0;
    }, 60_000);
    socket.on("message", (data: Buffer) => {
      receive(link, data);
      options.changed();
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", (code) => {
      clearInterval(minute);
      link.frames.close();
      links.delete(link);
      // A client that says goodbye with 1000 or 1001 ends its session.
      if (link.session !== undefined && (code === 1000 || code === 1001)) sessions.delete(link.session.id);
      if (link.session?.link === link) link.session.link = undefined;
      options.changed();
    });
    if (query.get("v") !== "10") return end(link, 4012);
    write(link, { op: op.hello, d: { heartbeat_interval: options.heartbeatInterval } });
  }

  server.on("upgrade", (request, tcp, head) => {
    const { searchParams } = new URL(request.url ?? "/", "ws://localhost");
    sockets.handleUpgrade(request, tcp, head, (socket) => welcome(socket, request.socket, searchParams));
  });

  return {
    get connections() {
      return links.size;
    },
    get identifies() {
      return identifies;
    },
    get resumes() {
      return resumes;
    },
    get heartbeats() {
      return heartbeats;
    },
    get sequence() {
      return [...sessions.values()].at(-1)?.seq ?? 0;
    },
    get identified() {
      return identified;
    },
    dispatch(event, dataFor) {
      for (const session of sessions.values()) {
        const data = dataFor(session.intents);
        if (data !== undefined && isHeldBy(guildOf(event, data), session.shard)) send(session, event, data);
      }
    },
    close(code) {
      for (const link of links) end(link, code);
    },
    reconnect() {
      for (const link of links) write(link, { op: op.reconnect, d: null });
    },
    invalidate(resumable) {
      for (const link of links) {
        if (!resumable && link.session !== undefined) sessions.delete(link.session.id);
        if (link.session !== undefined) link.session.link = undefined;
        link.session = undefined;
        write(link, { op: op.invalid, d: resumable });
      }
    },
    drop() {
      for (const { tcp } of links) tcp.resetAndDestroy();
    },
    zombie() {
      for (const link of links) link.dead = true;
    },
    forgetSessions: () => sessions.clear(),
    sendRaw(data) {
      for (const { socket } of links) socket.send(data);
    },
    async stop() {
      const closed = [...links].map(async ({ socket }) => once(socket, "close"));
      for (const { socket } of links) socket.terminate();
      await Promise.all(closed);
    },
  };
}

/** One that says nothing of shards is the only one. */
function readShard(value: unknown): Shard | undefined {
  if (value === undefined) return [0, 1];
  const [id, count] = Array.isArray(value) ? value.map(Number) : [];
  return id !== undefined && count !== undefined && id >= 0 && id < count ? [id, count] : undefined;
}

function guildOf(event: string, data: Body): string {
  return text(data[event === "GUILD_DELETE" ? "id" : "guild_id"]);
}

/** What happens in no server comes to the first: https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
function isHeldBy(guild: string, [id, count]: Shard): boolean {
  return (guild === "" ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count))) === id;
}

function parsed(data: Buffer): Body | undefined {
  try {
    const frame: unknown = JSON.parse(data.toString());
    return isBody(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}
