import type { App, Receiver } from "@slack/bolt";
import { createCompose } from "../../src/adapters/slack/compose.ts";
import { createLogger } from "../../src/adapters/slack/connect/logger.ts";
import { listen } from "../../src/adapters/slack/listen.ts";
import { createPost } from "../../src/adapters/slack/post.ts";
import { spellForSlack } from "../../src/adapters/slack/spelling.ts";
import { createManners } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { type Line, listeningLog } from "../adapters/discord/connect.ts";
import { bot } from "../chat.ts";
import { faultsOfOutgoing, type Outgoing } from "./slack-faults.ts";
import { troubles } from "./troubles.ts";

export const self = "U1OPENNESS";
const team = "T1";
const names = { openness: "/openness", define: "/define" };
const lines: Line[] = [];
const log = listeningLog(lines);
const spoken = spellForSlack(bot, names);
const compose = createCompose(log, "https://bot.example.org");
let count = 1_000;

/** What left for Slack: as a message or a view, or anything else, such as a form or a word that something was heard. */
interface Left {
  readonly messages: readonly Outgoing[];
  readonly views: readonly Outgoing[];
  readonly acks: number;
  /** Forms, choices, and orders to delete. */
  readonly others: number;
  readonly faults: readonly string[];
}

const left = { messages: [] as Outgoing[], views: [] as Outgoing[], acks: 0, others: 0 };

interface Sendable extends Outgoing {
  readonly view?: unknown;
  readonly options?: unknown;
  readonly delete_original?: unknown;
}

/** Sorts what leaves by what it is, whichever way it goes. */
function note(sent: unknown): void {
  const { text, view, blocks, options, delete_original }: Sendable = Object(sent);
  if (text !== undefined) left.messages.push(Object(sent));
  else if (view !== undefined) noteView(view);
  else if (blocks !== undefined || options !== undefined || delete_original !== undefined) left.others += 1;
}

/** A form holds what is asked, and nothing of what was said. */
function noteView(view: unknown): void {
  const { submit, blocks = [] }: Outgoing & { readonly submit?: unknown } = Object(view);
  if (submit === undefined) left.views.push({ blocks: blocks.filter(({ type }) => type !== "input") });
  else left.others += 1;
}

const post = createPost({
  web: { apiCall: async (_, given) => note(given) },
  async respond(_, payload) {
    note(payload);
    return undefined;
  },
  compose,
  log,
  stopping: new AbortController().signal,
  onTokenRefused() {},
});

/** Bolt without a connection, and behind it the real code. */
function openApp(): App {
  const apps: App[] = [];
  const receiver: Receiver = { init: (app) => void apps.push(app), async start() {}, async stop() {} };
  const manners = createManners(spoken, {
    adapter: "slack",
    overhear: ["*"],
    language: "en",
    store: createMemoryStore(),
    log,
  });
  const workspace = {
    bot: spoken,
    manners,
    post,
    compose,
    names,
    team,
    self,
    manages: async () => true,
    language: "en" as const,
    directs: { note() {}, isShared: (channel: string) => !channel.startsWith("D") },
  };
  listen(
    { find: async () => workspace, async left() {} },
    { receiver, logger: createLogger(log), log, listens: true, track: (work) => work, onStranger() {} },
  );
  const [app] = apps;
  if (app === undefined) throw new Error("Bolt has not taken its receiver");
  return app;
}
const app = openApp();

/** A new one each time, so that nobody is too fast. */
export function fresh(letter: string): string {
  count += 1;
  return `${letter}${count}`;
}

/** What comes of something that Slack sends. */
export async function happen(body: object, person: string): Promise<Left> {
  Object.assign(left, { messages: [], views: [], acks: 0, others: 0 });
  lines.length = 0;
  const common = { team: { id: team }, team_id: team, api_app_id: "A1", token: "none" };
  // As it comes out of a frame.
  const wired: Record<string, unknown> = JSON.parse(JSON.stringify({ ...common, ...body }));
  await app.processEvent({
    body: wired,
    async ack(answer: unknown) {
      left.acks += 1;
      note(answer);
    },
  });
  return {
    ...left,
    faults: [
      ...left.messages.flatMap((one) => faultsOfOutgoing(one, "message", person)),
      ...left.views.flatMap((one) => faultsOfOutgoing(one, "view", person)),
      ...troubles(lines),
    ],
  };
}

/** Slack escapes what people type; what is no text it would not send. Not by our own function, which is what is tried. */
export function escaped(given: unknown): unknown {
  return typeof given === "string"
    ? given.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : given;
}
