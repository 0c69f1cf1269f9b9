import type { Message, View } from "./board.ts";
import { isBody, readJson, type Body, type Workspace } from "./workspace.ts";

/** A Home tab belongs to a person, not to a call. */
export const homeOf = (user: string): string => `VHOME${user}`;

export function messageOnWire(message: Message, { botUser, botId, appId, team }: Workspace): Body {
  const { ts, user, text, blocks, thread, body } = message;
  return {
    type: "message",
    ts,
    user,
    text,
    team,
    blocks,
    ...("attachments" in body ? { attachments: body["attachments"] } : {}),
    ...(user === botUser ? { bot_id: botId, app_id: appId } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
}

export function viewOnWire(
  { id, hash, body }: View,
  { botId, appId, team }: Workspace,
  values: Body = {},
): Body {
  return {
    private_metadata: "",
    callback_id: "",
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    external_id: "",
    ...body,
    id,
    hash,
    team_id: team,
    app_id: appId,
    app_installed_team_id: team,
    bot_id: botId,
    root_view_id: id,
    previous_view_id: null,
    state: { values },
  };
}

/** Bodies come as JSON or as a form whose structured fields are JSON. */
export function readCall(text: string, contentType: string): Body {
  if (contentType.includes("json")) {
    const body = readJson(text);
    return isBody(body) ? body : {};
  }
  const structured = /^([[{].*|true|false)$/s;
  const read = ([name, value]: readonly [string, string]): [string, unknown] =>
    name === "text" || !structured.test(value) ? [name, value] : [name, readJson(value) ?? value];
  return Object.fromEntries([...new URLSearchParams(text)].map(read));
}
