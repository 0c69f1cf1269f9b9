import { z } from "zod";
import { options as optionList } from "./block-elements.ts";
import { readView } from "./blocks.ts";
import type { Board, Message, View } from "./board.ts";
import type { Delivery, Envelope } from "./delivery.ts";
import { pressIn, type Wanted } from "./press.ts";
import type { Given, Trace, Traces } from "./traces.ts";
import { messageOnWire, viewOnWire } from "./wire.ts";
import {
  channelName,
  directChannel,
  freshId,
  somebody,
  type Body,
  type Person,
  type Who,
  type Workspace,
} from "./workspace.ts";

/** What a person got who typed a command, pressed a button or sent a form. */
export interface Answer extends Omit<Given, "by" | "payload"> {
  readonly by: Given["by"] | "nothing";
  readonly payload: Body;
  readonly delivery: Delivery["outcome"];
  /** From sending to the answer. */
  readonly ms: number;
}

const offer = z.object({ options: z.union([z.tuple([]), optionList(100)]) });

/** What a select offers while somebody types; nothing when Slack would refuse it. */
interface Offer {
  readonly delivery: Delivery["outcome"];
  readonly options: z.infer<typeof offer>["options"] | undefined;
  readonly payload: Body;
  readonly ms: number;
}

export interface People {
  command(name: string, text: string, who?: Who): Promise<Answer>;
  press(on: Message | View, wanted: Wanted, who?: Who): Promise<Answer>;
  shortcut(callbackId: string, who?: Who): Promise<Answer>;
  messageShortcut(callbackId: string, on: Message, who?: Who): Promise<Answer>;
  suggest(on: Message | View, action: string, value: string, who?: Who): Promise<Offer>;
  /** `values` as Slack sends them: `{block: {action: {type, value}}}`. */
  submit(view: View, values: Body, who?: Who): Promise<Answer>;
}

const blocksOf = (on: Message | View) => ("id" in on ? on.body.blocks : on.blocks);

export function createPeople(parts: {
  readonly workspace: Workspace;
  readonly board: Board;
  readonly traces: Traces;
  readonly origin: () => string;
  readonly deliver: (envelope: Envelope) => Promise<Delivery>;
  readonly patienceMs: number;
}): People {
  const { workspace, board, traces, origin, deliver, patienceMs } = parts;

  async function ask(
    trace: Trace,
    envelope: Envelope,
    acked?: (payload: Body) => Given | undefined,
  ): Promise<Answer> {
    const { outcome, payload } = await deliver(envelope);
    const inAck = outcome === "acked" ? acked?.(payload) : undefined;
    if (inAck !== undefined) traces.give(trace, inAck);
    const wait = outcome === "undelivered" ? 0 : patienceMs;
    const given = await board.until(() => trace.given[0], wait);
    traces.end(trace);
    const { at = performance.now(), ...answer } = given ?? { by: "nothing", payload };
    return { ...answer, delivery: outcome, ms: at - trace.at };
  }
  const responseUrl = (trace: Trace) => `${origin()}/respond/${workspace.team}/${trace.id}`;
  const triggerId = (trace: Trace) => `${Math.round(trace.at)}.${workspace.team}.${trace.id}`;
  const about = ({ user, name }: Person): Body => ({
    team: { id: workspace.team, domain: "stand-in" },
    user: { id: user, username: name, name, team_id: workspace.team },
    token: workspace.verificationToken,
    api_app_id: workspace.appId,
    is_enterprise_install: false,
    enterprise: null,
  });
  const channelOf = (channel: string) => ({ id: channel, name: channelName(channel) });
  /** Where an element is: Slack doesn't send the content of ephemeral messages. */
  const containerOf = (on: Message | View): Body =>
    "id" in on
      ? { container: { type: "view", view_id: on.id }, view: viewOnWire(on, workspace) }
      : {
          container: {
            type: "message",
            message_ts: on.ts,
            channel_id: on.channel,
            is_ephemeral: on.only !== undefined,
            ...(on.thread === undefined ? {} : { thread_ts: on.thread }),
          },
          channel: channelOf(on.channel),
          ...(on.only === undefined ? { message: messageOnWire(on, workspace) } : {}),
        };
  const near = (on: Message | View, who: Who): Person =>
    somebody(
      "id" in on
        ? { user: on.user, channel: directChannel(on.user), ...who }
        : { channel: on.channel, ...(on.only === undefined ? {} : { user: on.only }), ...who },
    );
  const interactive = (payload: Body, accepts: boolean): Envelope => ({
    type: "interactive",
    payload,
    accepts,
  });

  return {
    command(name, text, who) {
      const person = somebody(who);
      const trace = traces.begin(person);
      const payload = {
        token: workspace.verificationToken,
        team_id: workspace.team,
        team_domain: "stand-in",
        channel_id: person.channel,
        channel_name: channelName(person.channel),
        user_id: person.user,
        user_name: person.name,
        command: name,
        text,
        api_app_id: workspace.appId,
        is_enterprise_install: "false",
        response_url: responseUrl(trace),
        trigger_id: triggerId(trace),
      };
      return ask(trace, { type: "slash_commands", payload, accepts: true }, (answer) =>
        Object.keys(answer).length === 0 ? undefined : traces.show(trace, "ack", answer),
      );
    },
    async press(on, wanted, who = {}) {
      const person = near(on, who);
      const action = pressIn(blocksOf(on), wanted, person.user);
      const trace = traces.begin(person, on);
      const payload = {
        type: "block_actions",
        ...about(person),
        ...containerOf(on),
        trigger_id: triggerId(trace),
        ...("id" in on ? {} : { response_url: responseUrl(trace) }),
        state: { values: {} },
        actions: [action],
      };
      return ask(trace, interactive(payload, false));
    },
    shortcut(callbackId, who) {
      const { user } = somebody(who);
      const person = somebody({ channel: directChannel(user), ...who });
      const trace = traces.begin(person);
      const named = { type: "shortcut", callback_id: callbackId, action_ts: String(Date.now() / 1000) };
      return ask(trace, interactive({ ...named, ...about(person), trigger_id: triggerId(trace) }, false));
    },
    messageShortcut(callbackId, on, who = {}) {
      const person = near(on, who);
      const trace = traces.begin(person, on);
      const payload = {
        type: "message_action",
        callback_id: callbackId,
        action_ts: String(Date.now() / 1000),
        ...about(person),
        channel: channelOf(on.channel),
        message_ts: on.ts,
        message: messageOnWire(on, workspace),
        response_url: responseUrl(trace),
        trigger_id: triggerId(trace),
      };
      return ask(trace, interactive(payload, false));
    },
    async suggest(on, action, value, who = {}) {
      const person = near(on, who);
      const { block_id } = pressIn(blocksOf(on), { action, value }, person.user);
      const start = performance.now();
      const asked = { type: "block_suggestion", action_id: action, block_id, value };
      const asking = { ...asked, ...about(person), ...containerOf(on) };
      const { outcome: delivery, payload } = await deliver(interactive(asking, true));
      const { data } = offer.safeParse(payload);
      return { delivery, payload, options: data?.options, ms: performance.now() - start };
    },
    submit(view, values, who = {}) {
      const person = near(view, who);
      const trace = traces.begin(person);
      const payload = {
        type: "view_submission",
        ...about(person),
        trigger_id: triggerId(trace),
        view: viewOnWire(view, workspace, values),
        response_urls: [],
      };
      return ask(trace, interactive(payload, true), (answer) => {
        const { response_action: what, view: next } = answer;
        if (what !== "update" && what !== "push")
          return what === undefined ? undefined : { by: "ack", payload: answer };
        const read = readView(next, "modal");
        if ("faults" in read) return { by: "ack", payload: answer, error: "invalid_arguments" };
        const id = what === "push" ? freshId("V") : view.id;
        return {
          by: "ack",
          payload: answer,
          view: board.show({ ...view, id, hash: freshId(""), body: read.value }),
        };
      });
    },
  };
}
