import type { App, Receiver } from "@slack/bolt";
import type { Bot, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createManners } from "../../manners/manners.ts";
import type { Preview, Scene, Sent, Turn } from "../../preview.ts";
import { createMemoryStore } from "../../store/memory.ts";
import type { Message } from "./card.ts";
import { createCompose } from "./compose.ts";
import { createLogger } from "./connect/logger.ts";
import { escapeText } from "./draw/text.ts";
import { type CommandNames } from "./hear/asks.ts";
import { usageOf } from "./limits.ts";
import { listen } from "./listen.ts";
import { createPost } from "./post.ts";
import { spellForSlack } from "./spelling.ts";

const self = { user: "U1OPENNESS", team: "T1" };
const names: CommandNames = { openness: "/openness", define: "/define" };

/** Slack without its network: what a person does goes through Bolt, and what would be sent comes back. */
export function createSlackPreview({
  bot,
  publicUrl,
  log,
}: {
  readonly bot: Bot;
  /** Where Slack would fetch pictures. */
  readonly publicUrl: string | undefined;
  readonly log: Log;
}): Preview {
  const spoken = spellForSlack(bot, names);
  const store = createMemoryStore();
  const mannersIn = (language: Language) =>
    createManners(spoken, { adapter: "slack", overhear: ["*"], language, store, log });
  const manners = { en: mannersIn("en"), de: mannersIn("de") };
  const compose = createCompose(log, publicUrl);
  const logger = createLogger(log);
  let count = 0;
  const fresh = () => `${(count += 1)}.0`;

  async function happen(body: object, { language }: Scene): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    const app = await open(language, sent);
    await app.processEvent({
      body: { ...body },
      ack: async (answer: unknown) => note(sent, answer),
    });
    return sent;
  }

  /** Only Bolt's front: it has nobody to connect to. */
  async function open(language: Language, sent: Sent[]): Promise<App> {
    const apps: App[] = [];
    const receiver: Receiver = { init: (app) => void apps.push(app), async start() {}, async stop() {} };
    const post = createPost({
      web: { apiCall: async (_, message) => note(sent, message) },
      async respond(_, message) {
        note(sent, message);
        return undefined;
      },
      compose,
      log,
      stopping: new AbortController().signal,
      onTokenRefused() {},
    });
    const isShared = (channel: string) => channel.startsWith("C");
    const workspace = {
      bot: spoken,
      manners: manners[language],
      post,
      compose,
      names,
      team: self.team,
      self: self.user,
      manages: async () => false,
      language,
      directs: { note() {}, isShared },
    };
    listen(
      { find: async () => workspace, async left() {} },
      { receiver, logger, log, listens: true, track: (work) => work, onStranger() {} },
    );
    const [app] = apps;
    if (app === undefined) throw new Error("Bolt has not taken its receiver");
    return app;
  }

  async function command(name: string, text: string, scene: Scene): Promise<Turn> {
    const { channel, user } = idsOf(scene);
    const body = {
      ...common,
      command: name,
      text: escapeText(text),
      channel_id: channel,
      user_id: user,
      trigger_id: fresh(),
      response_url: "none",
    };
    return { said: `${name} ${text}`.trim(), sent: await happen(body, scene) };
  }

  return {
    async type(line, scene) {
      const [, name = "", text = ""] = /^\s*(\/\S+)\s*(.*)$/su.exec(line) ?? [];
      if (name === names.openness || name === names.define) return command(name, text, scene);
      // What has no slash command of its own stands behind the first.
      if (bot.commands.some((one) => `/${one.name}` === name))
        return command(names.openness, `${name.slice(1)} ${text}`.trim(), scene);
      const { channel, user } = idsOf(scene);
      const isMention = scene.place === "channel" && !scene.overheard;
      const said = escapeText(line);
      const event = {
        type: isMention ? "app_mention" : "message",
        channel,
        user,
        ts: fresh(),
        text: isMention ? `<@${self.user}> ${said}` : said,
        ...(scene.place === "direct" ? { channel_type: "im" } : { channel_type: "channel" }),
      };
      const body = { ...common, type: "event_callback", event_id: fresh(), event };
      return { said: isMention ? `@openness ${line}` : line, sent: await happen(body, scene) };
    },

    async press({ type, id, value, isPrivate }, scene) {
      const { channel, user } = idsOf(scene);
      const carried = escapeText(value);
      const body = {
        ...common,
        type: "block_actions",
        user: { id: user },
        channel: { id: channel },
        container: { type: "message", channel_id: channel, is_ephemeral: isPrivate },
        trigger_id: fresh(),
        response_url: "none",
        actions: [
          {
            type,
            action_id: id,
            block_id: "block",
            action_ts: fresh(),
            ...(type === "static_select" ? { selected_option: { value: carried } } : { value: carried }),
          },
        ],
      };
      return happen(body, scene);
    },
  };
}

/** What comes with everything. */
const common = { team: { id: self.team }, team_id: self.team, api_app_id: "A1", token: "none" };

function idsOf({ place, channel, person }: Scene) {
  return { channel: `${place === "channel" ? "C" : "D"}${channel}`, user: `U${person}` };
}

type Outgoing = Partial<Message> & {
  readonly response_type?: string;
  readonly delete_original?: boolean;
};

/** Acknowledgements without words are not seen. */
function note(sent: Sent[], answer: unknown): void {
  const payload: Outgoing = typeof answer === "object" && answer !== null ? answer : {};
  if (payload.delete_original === true) sent.push({ kind: "delete" });
  else if (payload.text !== undefined)
    sent.push({
      kind: "message",
      isPrivate: payload.response_type === "ephemeral",
      payload,
      files: [],
      usage: usageOf(payload),
    });
}
