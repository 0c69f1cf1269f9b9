import { readMessage } from "./board.ts";
import { refuse, refused, type Method, type Methods, type Stage } from "./methods.ts";
import { messageOnWire } from "./wire.ts";
import { directChannel, type Body } from "./workspace.ts";

/** https://docs.slack.dev/reference/methods?family=chat */
export function chatMethods({ workspace, board, traces, clock, heard }: Stage): Methods {
  const { botUser } = workspace;
  const writing = (run: Method["run"]): Method => ({ token: "bot", scope: "chat:write", run });

  const post = (body: Body, only?: string): Body => {
    const { channel, thread_ts: thread } = body;
    if (typeof channel !== "string" || !/^[CDGU]\w+$/.test(channel)) return refuse("channel_not_found");
    if (thread !== undefined && !isTimestamp(thread)) return refuse("invalid_thread_ts");
    const read = readMessage(body);
    if ("error" in read) return refused(read);
    const message = board.put({
      ...read,
      ts: clock(),
      // A post to a person opens the direct conversation with them.
      channel: channel.startsWith("U") ? directChannel(channel) : channel,
      user: botUser,
      ...(thread === undefined ? {} : { thread }),
      ...(only === undefined ? {} : { only }),
    });
    traces.posted(message);
    if (only !== undefined) return { ok: true, message_ts: message.ts };
    heard(message);
    return { ok: true, channel: message.channel, ts: message.ts, message: messageOnWire(message, workspace) };
  };
  /** The message that a call names; an ephemeral one can't be named. */
  const named = ({ channel, ts }: Body) => {
    const message = board.messages.get(String(ts));
    return message?.channel === channel && message?.only === undefined ? message : undefined;
  };
  return {
    "chat.postMessage": writing((body) => post(body)),
    "chat.postEphemeral": writing((body) =>
      typeof body["user"] === "string" ? post(body, body["user"]) : refuse("user_not_in_channel"),
    ),
    "chat.update": writing((body) => {
      const message = named(body);
      if (message === undefined) return refuse("message_not_found");
      if (message.user !== botUser) return refuse("cant_update_message");
      const read = readMessage(body);
      if ("error" in read) return refused(read);
      const updated = board.put({ ...message, ...read, edited: true });
      traces.changed(updated.ts, { by: "post", payload: body, message: updated });
      return { ok: true, ts: updated.ts, channel: updated.channel, text: updated.text };
    }),
    "chat.delete": writing((body) => {
      const message = named(body);
      if (message === undefined) return refuse("message_not_found");
      if (message.user !== botUser) return refuse("cant_delete_message");
      board.remove(message.ts);
      traces.changed(message.ts, { by: "post", payload: body });
      return { ok: true, ts: message.ts, channel: message.channel };
    }),
  };
}

function isTimestamp(value: unknown): value is string {
  return typeof value === "string" && /^\d+\.\d{6}$/.test(value);
}
