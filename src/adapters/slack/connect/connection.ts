import type { Logger, ReceiverEvent } from "@slack/bolt";
import { setTimeout as pause } from "node:timers/promises";
import { PatientClient } from "./client.ts";
import { faultOf, type Fault } from "./fault.ts";
import { createPledge } from "../pledge.ts";
import { webOptions } from "./web.ts";

/**
 * Why a socket needs a successor. Slack still sends to one that it has only warned, for about ten seconds; to one that is to
 * be refreshed it does not.
 */
export type Leaving = "warned" | "refreshed" | "switched off" | "closed";

/** One open socket. */
export interface Connection {
  isOpen(): boolean;
  /** Resolves when Slack has announced that it will close it, or when it is closed. */
  readonly leaving: Promise<Leaving>;
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly receive: (event: ReceiverEvent) => void;
  readonly onMalformed: () => void;
}

const announced: Readonly<Record<string, Leaving>> = { warning: "warned", link_disabled: "switched off" };

/** From the address to Slack's greeting; the request for the address has a time limit of its own. In milliseconds. */
const longestOpening = 5_000;
const longestGoodbye = 300;

/** Opens one socket, ready to receive. Never retries: whoever calls knows when it makes sense. */
export async function openConnection({
  appToken,
  apiUrl,
  logger,
  receive,
  onMalformed,
}: ConnectionOptions): Promise<Connection | Fault> {
  const leaving = createPledge<Leaving>();
  const closed = createPledge<void>();
  let trouble: unknown;
  const client = new PatientClient({
    appToken,
    logger,
    clientOptions: webOptions(apiUrl, logger),
    autoReconnectEnabled: false,
    onMalformed,
    onTold: (reason) => leaving.resolve(announced[reason] ?? "refreshed"),
  });
  const isOpen = () => client.websocket?.isActive() ?? false;
  client.on("error", (error) => {
    trouble = error;
  });
  client.on("disconnected", () => {
    // A frame of that type would raise the same event.
    if (isOpen()) return;
    leaving.resolve("closed");
    closed.resolve();
  });
  client.on("slack_event", ({ ack, body, retry_num, retry_reason }) =>
    receive({ ack, body, retryNum: retry_num, retryReason: retry_reason }),
  );

  const close = async () => {
    client.disconnect().catch(() => {});
    const late = new AbortController();
    await Promise.race([closed.promise, pause(longestGoodbye, undefined, { signal: late.signal })]);
    late.abort();
    // A second time, because the library gives the other side half a minute to answer the first.
    client.websocket?.disconnect();
  };

  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"late">((resolve) => {
    client.once("authenticated", () => {
      timer = setTimeout(resolve, longestOpening, "late");
    });
  });
  try {
    const opened = await Promise.race([client.start(), tooLate]);
    if (opened !== "late") return { isOpen, leaving: leaving.promise, closed: closed.promise, close };
    await close();
    return { kind: "away", reason: "Slack does not open the socket" };
  } catch (error) {
    return faultOf(error ?? trouble);
  } finally {
    clearTimeout(timer);
  }
}
