import { randomUUID } from "node:crypto";
import type { Board, Message } from "./board.ts";
import type { Delivery, Envelope } from "./delivery.ts";
import { homeOf, messageOnWire, viewOnWire } from "./wire.ts";
import {
  channelType,
  directChannel,
  freshId,
  somebody,
  type Body,
  type Person,
  type Who,
  type Workspace,
} from "./workspace.ts";

/** An event as it went out, with how that ended. */
export interface Sent {
  readonly envelope: Envelope;
  readonly outcome: Delivery["outcome"];
}

/** A message that somebody wrote, and the events that told the app of it. */
interface Said extends Message {
  readonly events: readonly Sent[];
}

export interface Events {
  /** Resolves once the app has acknowledged; as on Slack, what isn't acknowledged is sent once more at once. */
  event(event: Body): Promise<Sent>;
  /** The same event again, as Slack sends it when an acknowledgement got lost. */
  redeliver(sent: Sent): Promise<Sent>;
  /**
   * An `app_mention` and, where the app hears the channel, the same message as `message`. Texts are as on the wire,
   * where Slack has escaped the `&`, `<` and `>` that people typed.
   */
  mention(text: string, who?: Who): Promise<Said>;
  /** `more` for what other messages carry: `subtype`, `bot_id`, … */
  say(text: string, who?: Who, more?: Body): Promise<Said>;
  direct(text: string, who?: Who): Promise<Said>;
  edit(message: Message, text: string): Promise<Sent>;
  openHome(who?: Who, tab?: "home" | "messages"): Promise<Sent>;
  /** The app hears a message of its own. */
  readonly echo: (message: Message) => void;
}

export function createEvents(parts: {
  readonly workspace: Workspace;
  readonly board: Board;
  readonly clock: () => string;
  readonly deliver: (envelope: Envelope) => Promise<Delivery>;
  /** Event subscriptions of the app's manifest; what is not among them isn't sent. */
  readonly subscriptions: () => readonly string[];
}): Events {
  const { workspace, board, clock, deliver, subscriptions } = parts;
  const { team, appId, botUser } = workspace;

  async function send(envelope: Envelope): Promise<Sent> {
    const { outcome } = await deliver(envelope);
    return { envelope, outcome };
  }
  const redeliver = async ({ envelope }: Sent): Promise<Sent> =>
    send({ ...envelope, retry: { attempt: (envelope.retry?.attempt ?? 0) + 1, reason: "http_timeout" } });
  async function event(body: Body): Promise<Sent> {
    const first = await send({ type: "events_api", payload: callback(body), accepts: false });
    return first.outcome === "acked" ? first : redeliver(first);
  }
  const callback = (body: Body): Body => ({
    type: "event_callback",
    token: workspace.verificationToken,
    team_id: team,
    context_team_id: team,
    context_enterprise_id: null,
    api_app_id: appId,
    event: body,
    event_id: freshId("Ev"),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${freshId("")}`,
  });
  const write = ({ user, channel, thread }: Person, text: string): Message => {
    const elements = [{ type: "rich_text_section" as const, elements: [{ type: "text" as const, text }] }];
    const blocks = [{ type: "rich_text" as const, block_id: freshId(""), elements }];
    const body = { text, blocks };
    return board.put({
      ts: clock(),
      channel,
      user,
      ...body,
      body,
      ...(thread === undefined ? {} : { thread }),
    });
  };
  const eventOf = (message: Message, type: string, more: Body): Body => ({
    ...messageOnWire(message, workspace),
    type,
    channel: message.channel,
    event_ts: message.ts,
    ...(type === "message" ? { channel_type: channelType(message.channel) } : {}),
    ...more,
  });
  const hears = (channel: string) => {
    const places = { channel: "message.channels", group: "message.groups", im: "message.im" };
    return subscriptions().includes(places[channelType(channel)]);
  };
  async function tell(person: Person, text: string, more: Body, mentioned: boolean): Promise<Said> {
    const message = write(person, text);
    const extra = { client_msg_id: randomUUID(), ...more };
    const types = [
      // In a direct conversation a mention is a message like any other.
      ...(mentioned && channelType(person.channel) !== "im" && subscriptions().includes("app_mention")
        ? ["app_mention"]
        : []),
      ...(hears(person.channel) ? ["message"] : []),
    ];
    const events = await Promise.all(types.map(async (type) => event(eventOf(message, type, extra))));
    return { ...message, events };
  }
  return {
    event,
    redeliver,
    mention(text, who) {
      const named = text.includes(`<@${botUser}`) ? text : `<@${botUser}> ${text}`;
      return tell(somebody(who), named, {}, true);
    },
    say: (text, who, more = {}) => tell(somebody(who), text, more, false),
    direct: (text, who) =>
      tell(somebody({ ...who, channel: directChannel(somebody(who).user) }), text, {}, false),
    edit(message, text) {
      const { ts, channel } = message;
      const now = board.put({ ...message, text, edited: true });
      return event({
        type: "message",
        subtype: "message_changed",
        hidden: true,
        channel,
        channel_type: channelType(channel),
        ts: clock(),
        event_ts: ts,
        message: { ...messageOnWire(now, workspace), edited: { user: message.user, ts: clock() } },
        previous_message: messageOnWire(message, workspace),
      });
    },
    openHome(who, tab = "home") {
      const { user } = somebody(who);
      const view = board.views.get(homeOf(user));
      const shown = view === undefined ? {} : { view: viewOnWire(view, workspace) };
      return event({
        type: "app_home_opened",
        user,
        channel: directChannel(user),
        tab,
        event_ts: clock(),
        ...shown,
      });
    },
    echo(message) {
      if (hears(message.channel)) void event(eventOf(message, "message", {}));
    },
  };
}
