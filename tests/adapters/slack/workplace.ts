import { createSlack, type SlackOptions } from "../../../src/adapters/slack/slack.ts";
import type { Adapter, Bot } from "../../../src/chat.ts";
import type { Log } from "../../../src/log.ts";
import { createFront } from "../../../src/serve.ts";
import type { Store } from "../../../src/store/store.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { bot } from "../../chat.ts";
import { freePort } from "../../free-port.ts";
import { type SlackStandIn, startSlack, type SlackStandInOptions } from "../../stand-ins/slack/slack.ts";

export type Way = "socket" | "http";

/** A stand-in of Slack with our adapter connected to it. */
export interface Workplace {
  readonly slack: SlackStandIn;
  readonly adapter: Adapter;
  readonly store: Store;
  /** What the operator was told. */
  readonly told: readonly string[];
  /** Everything in the log, as one string. */
  logged(): string;
  close(): Promise<void>;
}

interface Wishes extends Partial<
  Pick<SlackOptions, "overhear" | "language" | "store" | "commandNames" | "publicUrl">
> {
  readonly botToken?: string;
  readonly over?: Way;
  readonly bot?: Bot;
  readonly appToken?: string;
  readonly standIn?: SlackStandInOptions;
  /** Leaves starting to the test. */
  readonly isStarted?: boolean;
  readonly prepare?: (slack: SlackStandIn) => void;
}

export async function openWorkplace(wishes: Wishes = {}): Promise<Workplace> {
  const { over = "socket", standIn = {}, isStarted = true } = wishes;
  const port = await freePort();
  const slack = await startSlack(
    over === "http" ? { ...standIn, eventsUrl: `http://127.0.0.1:${port}/slack/events` } : standIn,
  );
  wishes.prepare?.(slack);
  const front = createFront({ host: "127.0.0.1", port });
  const told: string[] = [];
  const store = wishes.store ?? createMemoryStore();
  const { log, logged } = keepLog();
  const botToken = wishes.botToken ?? slack.botToken;
  const adapter = createSlack({
    connection:
      over === "socket"
        ? { kind: "socket", botToken, appToken: wishes.appToken ?? slack.appToken }
        : {
            kind: "http",
            botToken,
            signingSecret: slack.signingSecret,
            serve: (route, listener) => front.serve(route, listener),
          },
    apiUrl: slack.apiUrl,
    commandNames: wishes.commandNames ?? { openness: "/openness", define: "/define" },
    publicUrl: wishes.publicUrl,
    overhear: wishes.overhear ?? [],
    language: wishes.language ?? "en",
    store,
    log,
    tell: (line) => told.push(line),
  });
  if (isStarted) await adapter.start(wishes.bot ?? bot);
  return {
    slack,
    adapter,
    store,
    told,
    logged,
    async close() {
      await adapter.stop();
      await front.stop();
      await slack.stop();
    },
  };
}

export function keepLog(): { readonly log: Log; readonly logged: () => string } {
  const lines: string[] = [];
  const write = (level: string) => (facts: object, message: string) => {
    const written = JSON.stringify(facts, (_, value: unknown) =>
      value instanceof Error ? `${value.name}: ${value.message}` : value,
    );
    lines.push(`${level} ${message} ${written}`);
  };
  return {
    log: { info: write("info"), warn: write("warn"), error: write("error") },
    logged: () => lines.join("\n"),
  };
}
