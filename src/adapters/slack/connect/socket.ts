import type { App, Logger, Receiver, ReceiverEvent } from "@slack/bolt";
import { createPledge } from "../pledge.ts";
import { openConnection } from "./connection.ts";
import type { Fault } from "./fault.ts";
import type { Trouble } from "./trouble.ts";
import { takeSeat, type Seat } from "./seat.ts";
import { appTokenRefused, refusesAppToken } from "./tokens.ts";

/** Slack asks for a new connection every few hours: another one is open meanwhile. */
const seatsTaken = 2;

export interface SocketReceiver extends Receiver {
  /** How many sockets are open, of how many. */
  open(): readonly [open: number, all: number];
}

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly settled: () => Promise<void>;
  readonly trouble: Trouble;
  /** Only a person can mend this. */
  readonly onFinal: (error: Error) => void;
  /** A socket is open in the place of another. */
  readonly onReopen: () => void;
}

/**
 * Socket Mode behind Bolt. Its own receiver has one socket, is deaf for five seconds after each reconnection, and throws
 * into a timer when the token is revoked: https://github.com/slackapi/bolt-js/issues/1906
 */
export function createSocketReceiver({
  appToken,
  apiUrl,
  logger,
  settled,
  trouble,
  onFinal,
  onReopen,
}: SocketOptions): SocketReceiver {
  const stopping = new AbortController();
  const app = createPledge<App>();
  let seats: readonly Seat[] = [];

  async function receive(event: ReceiverEvent): Promise<void> {
    try {
      // Sockets are opened while Slack is still asked who we are.
      const bolt = await app.promise;
      await bolt.processEvent(isEvent(event) ? { ...event, ack: forgiving(event.ack) } : event);
    } catch {
      trouble.report("something that was received could not be read");
    }
  }

  /** What is not acknowledged comes again, and is answered once; what arrived is answered in any case. */
  const forgiving = (ack: ReceiverEvent["ack"]) => async () => {
    try {
      await ack();
    } catch {
      trouble.report("an acknowledgement was lost");
    }
  };

  return {
    init: (bolt) => app.resolve(bolt),
    async start() {
      const ready = createPledge<void>();
      stopping.signal.addEventListener("abort", () => ready.resolve());
      const isFinal = (fault: Fault) => fault.kind === "refused" && refusesAppToken(fault.code);
      seats = Array.from({ length: seatsTaken }, () =>
        takeSeat({
          open: () =>
            openConnection({
              appToken,
              apiUrl,
              logger,
              receive: (event) => void receive(event),
              onMalformed: () => trouble.report("a malformed frame was received"),
            }),
          settled,
          isFinal,
          onOpen(isFirst) {
            if (!isFirst) onReopen();
            trouble.clear();
            ready.resolve();
          },
          onTrouble(fault) {
            if (fault.kind === "refused" && isFinal(fault)) onFinal(new Error(appTokenRefused(fault.code)));
            else trouble.report("no connection over Socket Mode; trying again", fault);
          },
          stopping: stopping.signal,
        }),
      );
      await ready.promise;
    },
    async stop() {
      stopping.abort();
      await Promise.all(seats.map((seat) => seat.leave()));
    },
    open: () => [seats.filter((seat) => seat.isOpen()).length, seatsTaken],
  };
}

function isEvent({ body }: ReceiverEvent): boolean {
  return body["type"] === "event_callback";
}
