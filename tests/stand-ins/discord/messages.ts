import { bodies, isBody, text, type Body } from "./body.ts";
import { refusal, type Outcome } from "./faults.ts";
import { invalidForm } from "./form.ts";
import type { Gateway } from "./gateway.ts";
import { intents } from "./intents.ts";
import { checkFiles, checkMessage, flags, isEmpty } from "./limits.ts";
import type { News } from "./news.ts";
import { channelTypes, now, type Channel, type World } from "./world.ts";

/** A message, by whomever. `json` is what it is now. */
export interface Post {
  readonly id: string;
  readonly channel: Channel;
  json: Body;
  /** What the bot's last request for it carried. */
  sent: Body;
  deleted: boolean;
}

export interface Messages {
  readonly all: ReadonlyMap<string, Post>;
  /** In the order of arrival, with those that were deleted. */
  repliesTo(id: string): readonly Post[];
  /** Writes a message and tells the gateway of it, unless it is private. */
  write(channel: Channel, author: Body, fields: Body, sent?: Body): Post;
  /** What the bot asks to post; `refused` when Discord would not take it. */
  post(channel: Channel, body: Body, fields?: Body): { readonly post: Post } | { readonly refused: Outcome };
  /** What the bot asks to change; gives the refusal if Discord would not. */
  edit(post: Post, patch: Body): Outcome | undefined;
  /** Sets fields of anyone's message, unchecked. */
  change(post: Post, fields: Body): void;
  remove(post: Post): void;
  /** Tells the gateway of a message once more. */
  repeat(id: string): void;
}

export function createMessages(world: World, gateway: Gateway, news: News, fresh: () => string): Messages {
  const all = new Map<string, Post>();
  const replies = new Map<string, Post[]>();
  const nonces = new Map<string, Post>();

  /** Its own messages, and those that mention it, an app may always read. */
  const concernsBot = (json: Body): boolean =>
    [json["author"], ...bodies(json["mentions"])].some(
      (user) => isBody(user) && user["id"] === world.me["id"],
    );
  const tell = (event: string, post: Post, about: Body) => {
    const { channel, json } = post;
    const direct = channel.type === channelTypes.direct;
    const needed = direct ? intents.directMessages : intents.guildMessages;
    const reachable = direct || world.guilds.has(channel.guild ?? "");
    if (reachable && (Number(json["flags"]) & flags.ephemeral) === 0)
      gateway.dispatch(event, (held) => {
        if ((held & needed) === 0) return undefined;
        const open = direct || (held & intents.messageContent) !== 0 || concernsBot(about);
        const where = channel.guild === undefined ? {} : { guild_id: channel.guild };
        return { ...(open ? about : { ...about, ...nothingToRead }), channel_type: channel.type, ...where };
      });
    news.tell();
  };
  /** The message that a new one replies to. */
  const targetOf = (body: Body): Post | undefined => {
    const reference = body["message_reference"];
    const target = isBody(reference) ? all.get(text(reference["message_id"])) : undefined;
    return target?.deleted === true ? undefined : target;
  };
  const missesTarget = (body: Body): boolean => {
    const reference = body["message_reference"];
    return isBody(reference) && reference["fail_if_not_exists"] !== false && targetOf(body) === undefined;
  };

  const messages: Messages = {
    all,
    repliesTo: (id) => replies.get(id) ?? [],
    write(channel, author, fields, sent = {}) {
      const id = fresh();
      const post = {
        id,
        channel,
        json: { ...blank(id, channel.id), author, ...fields },
        sent,
        deleted: false,
      };
      all.set(id, post);
      const target = targetOf(post.json);
      if (target !== undefined && author === world.me)
        replies.set(target.id, [...messages.repliesTo(target.id), post]);
      tell("MESSAGE_CREATE", post, post.json);
      return post;
    },
    post(channel, body, fields = {}) {
      const nonce = body["enforce_nonce"] === true ? `${channel.id}:${String(body["nonce"])}` : undefined;
      const first = nonce === undefined ? undefined : nonces.get(nonce);
      if (first !== undefined) return { post: first };
      const strays = checkFiles(body);
      const refused =
        (strays.length > 0 ? invalidForm(strays) : refuse(body)) ??
        (missesTarget(body) ? unknownReference : undefined);
      if (refused !== undefined) return { refused };
      const reply = targetOf(body);
      const post = messages.write(
        channel,
        world.me,
        { ...drawn(body), ...(reply === undefined ? {} : replyTo(reply)), ...fields },
        body,
      );
      if (nonce !== undefined) nonces.set(nonce, post);
      return { post };
    },
    edit(post, patch) {
      const kept = Number(post.json["flags"]) & (flags.componentsV2 | flags.ephemeral);
      const next = { ...post.json, ...drawn(patch), flags: Number(patch["flags"] ?? 0) | kept };
      const refused = refuse({ ...next, allowed_mentions: patch["allowed_mentions"] });
      if (refused !== undefined) return refused;
      post.sent = patch;
      messages.change(post, { ...next, edited_timestamp: now() });
      return undefined;
    },
    change(post, fields) {
      post.json = { ...post.json, ...fields };
      tell("MESSAGE_UPDATE", post, post.json);
    },
    remove(post) {
      post.deleted = true;
      tell("MESSAGE_DELETE", post, { id: post.id, channel_id: post.channel.id });
    },
    repeat(id) {
      const post = all.get(id);
      if (post !== undefined) tell("MESSAGE_CREATE", post, post.json);
    },
  };
  return messages;
}

const nothingToRead = { content: "", embeds: [], attachments: [], components: [] };
const unknownReference = invalidForm([
  { at: "message_reference", code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" },
]);

export function replyTo({ id, channel, json }: Post): Body {
  const message_reference = { type: 0, channel_id: channel.id, message_id: id };
  return { type: 19, message_reference, referenced_message: json };
}

/** What every message has. */
export function blank(id: string, channel: string): Body {
  return {
    id,
    channel_id: channel,
    type: 0,
    ...nothingToRead,
    timestamp: now(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    pinned: false,
    flags: 0,
  };
}

function refuse(body: Body): Outcome | undefined {
  const flaws = checkMessage(body);
  if (flaws.length > 0) return invalidForm(flaws);
  return isEmpty(body) ? refusal(400, 50_006, "Cannot send an empty message") : undefined;
}

/** The fields of a request that become fields of the message; `null` empties one. */
function drawn(body: Body): Body {
  const empty = { content: "", embeds: [], components: [], attachments: [], flags: 0, nonce: undefined };
  const given = Object.entries(empty).filter(([field]) => body[field] !== undefined);
  return Object.fromEntries(given.map(([field, nothing]) => [field, body[field] ?? nothing]));
}
