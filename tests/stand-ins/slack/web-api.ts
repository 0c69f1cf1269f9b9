import { chatMethods } from "./chat-methods.ts";
import { refuse, type Methods, type Stage } from "./methods.ts";
import { viewMethods } from "./view-methods.ts";
import { channelName, channelType, type Body, type Workspace } from "./workspace.ts";

export interface Call {
  readonly method: string;
  readonly body: Body;
  readonly token: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** Missing when a planned fault came in between. */
  answer?: Body;
}

/** What can change while it runs. */
export interface Rights {
  scopes: readonly string[];
  /** The word with which every token is refused. */
  revoked: string | undefined;
}

export interface WebApi {
  readonly calls: readonly Readonly<Call>[];
  /** Notes a call; it takes effect when what this gives is called. */
  receive(method: string, token: string, body: Body): () => Body;
}

export function createWebApi(stage: Stage, rights: Rights, newSocketUrl: () => string): WebApi {
  const { workspace, board } = stage;
  const calls: Call[] = [];
  const methods: Methods = {
    ...aboutMethods(workspace),
    ...chatMethods(stage),
    ...viewMethods(stage),
    "apps.connections.open": {
      token: "app",
      scope: "connections:write",
      run: () => ({ ok: true, url: newSocketUrl() }),
    },
  };

  function decide(name: string, token: string, body: Body): Body {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) return refuse("unknown_method", { req_method: name });
    if (token === "") return refuse("not_authed");
    if (rights.revoked !== undefined) return refuse(rights.revoked);
    if (token !== workspace.botToken && token !== workspace.appToken) return refuse("invalid_auth");
    if ((token === workspace.appToken) !== (method.token === "app")) return refuse("not_allowed_token_type");
    const provided = method.token === "app" ? ["connections:write"] : rights.scopes;
    if (method.scope !== undefined && !provided.includes(method.scope))
      return refuse("missing_scope", { needed: method.scope, provided: provided.join(",") });
    return method.run(body);
  }
  return {
    calls,
    receive(method, token, body) {
      const call: Call = { method, body, token, at: performance.now() };
      calls.push(call);
      board.tell();
      return () => {
        call.answer = decide(method, token, body);
        board.tell();
        return call.answer;
      };
    },
  };
}

function aboutMethods({ team, botUser, botId, admins, people }: Workspace): Methods {
  return {
    "auth.test": {
      token: "bot",
      run: () => ({
        ok: true,
        url: "https://stand-in.slack.com/",
        team: "Stand-in",
        user: "openness",
        team_id: team,
        user_id: botUser,
        bot_id: botId,
        is_enterprise_install: false,
      }),
    },
    "users.info": {
      token: "bot",
      scope: "users:read",
      run({ user }) {
        if (typeof user !== "string" || !user.startsWith("U")) return refuse("user_not_found");
        const person = {
          id: user,
          team_id: team,
          is_bot: user === botUser,
          is_admin: admins.includes(user),
          locale: "en-US",
          ...people[user],
        };
        return { ok: true, user: person };
      },
    },
    "conversations.info": {
      token: "bot",
      scope: "channels:read",
      run({ channel: id }) {
        if (typeof id !== "string" || !/^[CDG]\w+$/.test(id)) return refuse("channel_not_found");
        const type = channelType(id);
        const kind = { is_channel: type === "channel", is_im: type === "im", is_private: type !== "channel" };
        return { ok: true, channel: { id, name: channelName(id), ...kind, is_member: true } };
      },
    },
  };
}
