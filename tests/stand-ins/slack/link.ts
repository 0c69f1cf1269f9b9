import { once } from "node:events";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { ackWithinMs, type Delivery, type Envelope } from "./delivery.ts";
import { freshEnvelopeId, isBody, readJson } from "./workspace.ts";

const pingEveryMs = 5000;

/** One open connection of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface Link {
  /** Open, and not told to go. */
  readonly usable: boolean;
  write(frame: object | string | Uint8Array): void;
  /** Resolves with the acknowledgement, if it comes in time and over this very connection. */
  deliver(envelope: Envelope): Promise<Delivery>;
  /** Tells the app why this connection will end; all but a warning end the deliveries over it. */
  disconnect(reason: "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets"): void;
  close(afterMs: number): void;
  drop(): void;
  /** Nothing is read any more, neither frames nor the closing handshake; only the connection's end is seen. */
  deafen(): void;
  /** Nothing is written any more either. */
  silence(): void;
  stop(): Promise<void>;
}

export function createLink(socket: WebSocket, raw: Duplex, ended: () => void): Link {
  const waiting = new Map<string, (delivery: Delivery) => void>();
  const timers = new Set<NodeJS.Timeout>();
  let leaving = false;
  let silent = false;

  const write = (frame: object | string | Uint8Array) => {
    if (silent) return;
    socket.send(typeof frame === "string" || frame instanceof Uint8Array ? frame : JSON.stringify(frame));
  };
  const pings = setInterval(() => {
    if (!silent) socket.ping("Ping from applink-1");
  }, pingEveryMs);
  timers.add(pings);
  socket.on("message", (data: Buffer) => {
    const frame = readJson(data.toString());
    if (!isBody(frame) || typeof frame["envelope_id"] !== "string") return;
    const payload = isBody(frame["payload"]) ? frame["payload"] : {};
    waiting.get(frame["envelope_id"])?.({ outcome: "acked", payload });
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    for (const timer of timers) clearTimeout(timer);
    for (const settle of waiting.values()) settle({ outcome: "unacked", payload: {} });
    ended();
  });

  return {
    get usable() {
      return !leaving && socket.readyState === socket.OPEN;
    },
    write,
    deliver({ type, payload, accepts, retry }) {
      const id = freshEnvelopeId();
      return new Promise((resolve) => {
        const settle = (delivery: Delivery) => {
          clearTimeout(late);
          timers.delete(late);
          waiting.delete(id);
          resolve(delivery);
        };
        const late = setTimeout(() => settle({ outcome: "unacked", payload: {} }), ackWithinMs);
        timers.add(late);
        waiting.set(id, settle);
        const again = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" };
        const envelope = { envelope_id: id, type, accepts_response_payload: accepts, payload };
        write(type === "events_api" ? { ...envelope, ...again } : envelope);
      });
    },
    disconnect(reason) {
      leaving = reason !== "warning";
      write({ type: "disconnect", reason, debug_info: { host: "applink-1" } });
    },
    close(afterMs) {
      timers.add(setTimeout(() => socket.close(1000), afterMs));
    },
    drop: () => socket.terminate(),
    deafen: () => void raw.removeAllListeners("data").resume(),
    silence() {
      silent = true;
    },
    async stop() {
      const impatient = setTimeout(() => socket.terminate(), 200);
      socket.close(1001);
      if (socket.readyState !== socket.CLOSED) await once(socket, "close");
      clearTimeout(impatient);
    },
  };
}
