import { text, type Body } from "./body.ts";
import type { Commands } from "./commands.ts";
import { refusal, type Outcome } from "./faults.ts";
import type { Interactions } from "./interactions.ts";
import { flags } from "./limits.ts";
import type { Messages, Post } from "./messages.ts";
import type { World } from "./world.ts";

interface RestRequest {
  readonly body: unknown;
  readonly json: Body;
  readonly query: URLSearchParams;
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** Interactions carry their own token. */
  readonly open: boolean;
  readonly run: (args: readonly string[], request: RestRequest) => Outcome;
}

export interface Parts {
  readonly world: World;
  readonly commands: Commands;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly application: Body;
  readonly gateway: () => Body;
}

function route(method: string, path: string, run: Route["run"], open = false): Route {
  return { method, pattern: new RegExp(`^${path.replaceAll("*", "([^/]+)")}$`), open, run };
}

const ok = (body: object): Outcome => ({ status: 200, body });

export function createRoutes(parts: Parts): readonly Route[] {
  const { world, commands, messages, interactions, application } = parts;
  const inChannel = (id: string, run: (post: Post) => Outcome): Outcome => {
    const post = messages.all.get(id);
    return post === undefined || post.deleted ? refusal(404, 10_008, "Unknown Message") : run(post);
  };
  const remove = (post: Post): Outcome => {
    messages.remove(post);
    return { status: 204 };
  };
  /** The same paths for all servers and for one; the last is refused where the bot is no member. */
  const commandRoutes = (prefix: string, isGuild: boolean): readonly Route[] => {
    type Run = (guild: string | undefined, id: string, request: RestRequest) => Outcome;
    const of = (method: string, path: string, run: Run): Route =>
      route(method, `${prefix}/commands${path}`, (args, request) => {
        const [owner = "", first = "", second = ""] = args;
        if (owner !== application["id"]) return refusal(404, 10_002, "Unknown Application");
        if (isGuild && !world.guilds.has(first)) return refusal(403, 50_001, "Missing Access");
        return isGuild ? run(first, second, request) : run(undefined, first, request);
      });
    return [
      of("GET", "", (guild, _, { query }) =>
        commands.list(guild, query.get("with_localizations") === "true"),
      ),
      of("POST", "", (guild, _, { json }) => commands.upsert(guild, json)),
      of("PUT", "", (guild, _, { body }) => commands.replace(guild, body)),
      of("GET", "/*", (guild, id) => commands.one(guild, id)),
      of("PATCH", "/*", (guild, id, { json }) => commands.change(guild, id, json)),
      of("DELETE", "/*", (guild, id) => commands.remove(guild, id)),
    ];
  };
  return [
    route("GET", "/gateway", () => ok({ url: parts.gateway()["url"] }), true),
    route("GET", "/gateway/bot", () => ok(parts.gateway())),
    route("GET", "/users/@me", () => ok(world.me)),
    route("GET", "/applications/@me", () => ok(application)),
    route("GET", "/oauth2/applications/@me", () => ok(application)),
    ...commandRoutes("/applications/*", false),
    ...commandRoutes("/applications/*/guilds/*", true),
    route(
      "POST",
      "/interactions/*/*/callback",
      ([id = "", token = ""], { json, query }) =>
        interactions.callback(id, token, json, query.get("with_response") === "true"),
      true,
    ),
    route("POST", "/webhooks/*/*", ([, token = ""], { json }) => interactions.followUp(token, json), true),
    route(
      "GET",
      "/webhooks/*/*/messages/*",
      ([, token = "", id = ""]) => {
        const post = interactions.messageOf(token, id);
        return "status" in post ? post : ok(post.json);
      },
      true,
    ),
    route(
      "PATCH",
      "/webhooks/*/*/messages/*",
      ([, token = "", id = ""], { json }) => interactions.edit(token, id, json),
      true,
    ),
    route(
      "DELETE",
      "/webhooks/*/*/messages/*",
      ([, token = "", id = ""]) => {
        const post = interactions.messageOf(token, id);
        return "status" in post ? post : remove(post);
      },
      true,
    ),
    route("POST", "/channels/*/messages", ([id = ""], { json }) => {
      const channel = world.channels.get(id);
      if (channel === undefined) return refusal(404, 10_003, "Unknown Channel");
      // Only answers to interactions can be private.
      const made = messages.post(channel, { ...json, flags: Number(json["flags"] ?? 0) & ~flags.ephemeral });
      return "refused" in made ? made.refused : ok(made.post.json);
    }),
    route("GET", "/channels/*/messages/*", ([, id = ""]) => inChannel(id, ({ json }) => ok(json))),
    route("DELETE", "/channels/*/messages/*", ([, id = ""]) => inChannel(id, remove)),
    route("PATCH", "/channels/*/messages/*", ([, id = ""], { json }) =>
      inChannel(id, (post) => {
        if (post.json["author"] !== world.me)
          return refusal(403, 50_005, "Cannot edit a message authored by another user");
        return messages.edit(post, json) ?? ok(post.json);
      }),
    ),
    route("POST", "/channels/*/typing", () => ({ status: 204 })),
    route("GET", "/channels/*", ([id = ""]) => {
      const channel = world.channels.get(id);
      return channel === undefined ? refusal(404, 10_003, "Unknown Channel") : ok(channel.json);
    }),
    route("GET", "/guilds/*", ([id = ""]) => {
      const guild = world.guilds.get(id);
      return guild === undefined ? refusal(404, 10_004, "Unknown Guild") : ok(world.guildBody(guild));
    }),
    route("POST", "/users/@me/channels", (_, { json }) => {
      const id = text(json["recipient_id"]);
      return ok(world.directWith(world.user({ user: { id, username: `u${id}` } })).json);
    }),
  ];
}
