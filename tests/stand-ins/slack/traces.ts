import { readMessage, type Board, type Message, type View } from "./board.ts";
import type { HttpAnswer } from "./faults.ts";
import { freshId, type Body, type Person } from "./workspace.ts";

/** How an answer came to the person who asked. */
export interface Given {
  readonly by: "ack" | "response_url" | "post" | "view";
  /** As the app sent it. */
  readonly payload: Body;
  /** Missing when it took a message away. */
  readonly message?: Message;
  readonly view?: View;
  /** Why Slack refused to show it. */
  readonly error?: string;
}

interface Dated extends Given {
  readonly at: number;
}

/** One interaction: what its `response_url` and its `trigger_id` belong to. */
export interface Trace {
  readonly id: string;
  readonly person: Person;
  /** The message or view that was acted upon. */
  readonly on?: Message | View;
  /** The first is the answer. */
  readonly given: Dated[];
  triggered: boolean;
  readonly at: number;
  uses: number;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const mostUses = 5;
const responseLivesMs = 30 * 60_000;
const triggerLivesMs = 3000;

export interface Response {
  readonly body: Body;
  /** Missing when a planned fault came in between. */
  status?: number;
}

export interface Traces {
  readonly responses: readonly Readonly<Response>[];
  begin(person: Person, on?: Message | View): Trace;
  /** Nobody waits any more. */
  end(trace: Trace): void;
  give(trace: Trace, given: Given): void;
  /** A post of the bot's: the answer of whoever still waits for one there. */
  posted(message: Message): void;
  /** The bot changed a message or a view: the answer of whoever acted upon it. */
  changed(id: string, given: Given): void;
  /** The interaction of a trigger that is still good, or Slack's word for why not. */
  trigger(id: string): Trace | string;
  /** Notes what arrives at a `response_url`; it takes effect when what this gives is called. */
  receive(id: string, body: Body): () => HttpAnswer;
  /** Shows what an app answers to an interaction, beside or instead of the message that was pressed. */
  show(trace: Trace, by: "ack" | "response_url", body: Body): Given;
}

export function createTraces(board: Board, clock: () => string, botUser: string): Traces {
  const traces = new Map<string, Trace>();
  const open = new Set<Trace>();
  const responses: Response[] = [];

  const give = (trace: Trace, given: Given) => {
    trace.given.push({ ...given, at: performance.now() });
    open.delete(trace);
    board.tell();
  };
  const show = (trace: Trace, by: "ack" | "response_url", body: Body): Given => {
    const { person } = trace;
    const on = trace.on !== undefined && "ts" in trace.on ? trace.on : undefined;
    if (body["delete_original"] === true && on !== undefined) {
      board.remove(on.ts);
      return { by, payload: body };
    }
    const read = readMessage(body);
    if ("error" in read) return { by, payload: body, error: read.error };
    if (body["replace_original"] === true && on !== undefined)
      return { by, payload: body, message: board.put({ ...on, ...read, edited: true }) };
    const thread = typeof body["thread_ts"] === "string" ? body["thread_ts"] : undefined;
    const message = {
      ...read,
      ts: clock(),
      channel: person.channel,
      user: botUser,
      ...(thread === undefined ? {} : { thread }),
      ...(body["response_type"] === "in_channel" ? {} : { only: person.user }),
    };
    return { by, payload: body, message: board.put(message) };
  };
  const respond = (id: string, body: Body): HttpAnswer => {
    const trace = traces.get(id);
    if (trace === undefined || performance.now() - trace.at > responseLivesMs)
      return { status: 404, body: { ok: false, error: "expired_url" } };
    trace.uses += 1;
    if (trace.uses > mostUses) return { status: 404, body: { ok: false, error: "used_url" } };
    const given = show(trace, "response_url", body);
    if (given.error !== undefined) return { status: 400, body: given.error };
    give(trace, given);
    return { status: 200, body: "ok" };
  };
  return {
    responses,
    begin(person, on) {
      const trace: Trace = {
        id: freshId(""),
        person,
        ...(on === undefined ? {} : { on }),
        given: [],
        triggered: false,
        at: performance.now(),
        uses: 0,
      };
      traces.set(trace.id, trace);
      open.add(trace);
      return trace;
    },
    give,
    end: (trace) => void open.delete(trace),
    posted(message) {
      const { thread, only } = message;
      const trace = [...open].find(({ person, on }) => {
        const threads = on !== undefined && "ts" in on ? [undefined, on.thread, on.ts] : [person.thread];
        return (
          person.channel === message.channel &&
          threads.includes(thread) &&
          [undefined, person.user].includes(only)
        );
      });
      if (trace !== undefined) give(trace, { by: "post", payload: message.body, message });
    },
    changed(id, given) {
      const trace = [...open].find(({ on }) => on !== undefined && ("ts" in on ? on.ts : on.id) === id);
      if (trace !== undefined) give(trace, given);
    },
    trigger(id) {
      const trace = traces.get(id);
      if (trace === undefined) return "invalid_trigger_id";
      if (trace.triggered) return "exchanged_trigger_id";
      if (performance.now() - trace.at > triggerLivesMs) return "expired_trigger_id";
      trace.triggered = true;
      return trace;
    },
    receive(id, body) {
      const response: Response = { body };
      responses.push(response);
      board.tell();
      return () => {
        const answer = respond(id, body);
        response.status = answer.status;
        return answer;
      };
    },
    show,
  };
}
