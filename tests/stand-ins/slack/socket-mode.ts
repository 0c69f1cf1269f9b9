import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { Delivery, Envelope } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import { createLink, type Link } from "./link.ts";
import { freshId } from "./workspace.ts";

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const mostSockets = 10;

type Which = "one" | "all";

interface Refresh {
  /** Slack announces it some seconds before with this reason. */
  readonly warning?: boolean;
  readonly closeAfterMs?: number;
}

export interface SocketMode {
  readonly open: number;
  readonly opened: number;
  /** Works once. */
  newUrl(): string;
  deliver(envelope: Envelope): Promise<Delivery>;
  readonly refresh: (which?: Which, options?: Refresh) => void;
  /** From now on, sockets that are told to go never complete the closing handshake. */
  readonly stallClose: (on: boolean) => void;
  /** Connections break without a word. */
  readonly drop: (which?: Which) => void;
  /** Connections go silent without breaking; new ones work. */
  readonly halfOpen: (which?: Which) => void;
  readonly sendFrame: (raw: string | Uint8Array) => void;
  /** Ends all connections, as when the app is removed. */
  disable(): void;
  stop(): Promise<void>;
}

export function createSocketMode(
  server: Server,
  address: () => string,
  appId: string,
  faults: Faults,
  queueMs: number,
): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const links = new Set<Link>();
  const queue = new Set<(link: Link) => void>();
  const hanging = new Set<Duplex>();
  let opened = 0;
  let turn = 0;
  let stalling = false;

  const usable = () => [...links].filter((link) => link.usable);
  const chosen = (which: Which) => usable().slice(0, which === "one" ? 1 : undefined);

  async function pickLink(): Promise<Link | undefined> {
    const open = usable();
    turn += 1;
    if (open.length > 0) return open[turn % open.length];
    return new Promise((resolve) => {
      const take = (link: Link | undefined) => {
        clearTimeout(giveUp);
        queue.delete(take);
        resolve(link);
      };
      const giveUp = setTimeout(() => take(undefined), queueMs);
      queue.add(take);
    });
  }
  function welcome(socket: WebSocket, raw: Duplex): void {
    const link = createLink(socket, raw, () => links.delete(link));
    links.add(link);
    opened += 1;
    if (links.size > mostSockets) {
      link.disconnect("too_many_websockets");
      link.close(0);
      return;
    }
    link.write({
      type: "hello",
      num_connections: links.size,
      connection_info: { app_id: appId },
      debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
    });
    for (const take of queue) take(link);
  }
  server.on("upgrade", (request, raw, head) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "ws://localhost");
    const fault = faults.next("ws-upgrade");
    const known = pathname === "/link/" && tickets.delete(searchParams.get("ticket") ?? "");
    const status = typeof fault === "object" && "status" in fault ? fault.status : 401;
    if (fault === "hang") hanging.add(raw);
    else if (fault === "reset" || fault === "reset-after-apply") raw.destroy();
    else if (fault === undefined && known)
      sockets.handleUpgrade(request, raw, head, (socket) => welcome(socket, raw));
    else raw.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });

  return {
    get open() {
      return links.size;
    },
    get opened() {
      return opened;
    },
    newUrl() {
      const ticket = freshId("");
      tickets.add(ticket);
      return `ws://${address()}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    async deliver(envelope) {
      const link = await pickLink();
      return link === undefined ? { outcome: "undelivered", payload: {} } : link.deliver(envelope);
    },
    refresh(which = "one", { warning = false, closeAfterMs = 5000 } = {}) {
      for (const link of chosen(which)) {
        link.disconnect(warning ? "warning" : "refresh_requested");
        if (stalling) link.deafen();
        else link.close(closeAfterMs);
      }
    },
    stallClose(on) {
      stalling = on;
    },
    drop(which = "all") {
      for (const link of which === "all" ? links : chosen("one")) link.drop();
    },
    halfOpen(which = "all") {
      for (const link of chosen(which)) {
        link.silence();
        link.deafen();
      }
    },
    sendFrame(raw) {
      for (const link of chosen("one")) link.write(raw);
    },
    disable() {
      for (const link of links) {
        link.disconnect("link_disabled");
        link.close(0);
      }
    },
    async stop() {
      for (const raw of hanging) raw.destroy();
      await Promise.all([...links].map(async (link) => link.stop()));
    },
  };
}
