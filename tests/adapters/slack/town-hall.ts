import { createSlack, type SlackOptions } from "../../../src/adapters/slack/slack.ts";
import type { Adapter, Bot } from "../../../src/chat.ts";
import { createFront } from "../../../src/serve.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { bot } from "../../chat.ts";
import { freePort } from "../../free-port.ts";
import type { SlackStandIn } from "../../stand-ins/slack/slack.ts";
import { type Consent, startTown, type Town } from "../../stand-ins/slack/town.ts";
import { createVisitor, type Seen, type Visitor } from "./visitor.ts";
import { keepLog } from "./workplace.ts";

const site = "https://bot.example.org";
export const installAddress = `${site}/slack/install`;
export const redirectAddress = `${site}/slack/oauth_redirect`;
export const stateSecret = "a state secret that nobody else has, at all";

/** A town of workspaces with our adapter, which none of them has installed yet. */
export interface TownHall {
  readonly town: Town;
  readonly store: Store;
  readonly adapter: Adapter;
  readonly told: readonly string[];
  logged(): string;
  visitor(language?: string): Visitor;
  /** Installs the app as a person would, and gives the last page. */
  install(workspace: SlackStandIn, consent?: Consent, visitor?: Visitor): Promise<Seen>;
  close(): Promise<void>;
}

interface Wishes extends Partial<Pick<SlackOptions, "overhear">> {
  readonly store?: Store;
  readonly clientSecret?: string;
  readonly bot?: Bot;
}

export async function openTownHall(wishes: Wishes = {}): Promise<TownHall> {
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const town = await startTown({ eventsUrl: `${at}/slack/events`, redirectUrl: redirectAddress });
  const front = createFront({ host: "127.0.0.1", port });
  const store = wishes.store ?? createMemoryStore();
  const told: string[] = [];
  const { log, logged } = keepLog();
  const { clientId, clientSecret, signingSecret } = town.app;
  const adapter = createSlack({
    connection: {
      kind: "oauth",
      signingSecret,
      serve: (route, listener, patience) => front.serve(route, listener, patience),
      clientId,
      clientSecret: wishes.clientSecret ?? clientSecret,
      stateSecret,
      baseUrl: site,
    },
    apiUrl: town.apiUrl,
    commandNames: { openness: "/openness", define: "/define" },
    overhear: wishes.overhear ?? [],
    language: "en",
    store,
    log,
    tell: (line) => told.push(line),
  });
  await adapter.start(wishes.bot ?? bot);
  const visitor = (language?: string) => createVisitor(site, at, language);
  return {
    town,
    store,
    adapter,
    told,
    logged,
    visitor,
    async install(workspace, consent, browser = visitor()) {
      const { link } = await browser.open(installAddress);
      return browser.open(town.allow(link, workspace, consent));
    },
    async close() {
      await adapter.stop();
      await front.stop();
      await town.stop();
    },
  };
}
