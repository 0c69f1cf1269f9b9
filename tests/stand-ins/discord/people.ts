import { text, type Body } from "./body.ts";
import { replyTo, type Messages, type Post } from "./messages.ts";
import { now, type Who, type World } from "./world.ts";

/** A message that a person wrote, as it is now. */
export interface SentMessage {
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  readonly content: string;
  readonly json: Body;
}

export interface SayOptions {
  /** A message that this one replies to, with its author pinged. */
  readonly replyTo?: { readonly id: string };
  /** A system message, for example 7 for one that joined. */
  readonly type?: number;
}

export interface People {
  say(content: string, who: Who, options: SayOptions): SentMessage;
  readonly edit: (message: { readonly id: string }, content: string) => void;
  readonly erase: (message: { readonly id: string }) => void;
}

export function createPeople(world: World, messages: Messages, fresh: () => string): People {
  const mentionsOf = (content: string): readonly Body[] => {
    const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => id));
    return [...ids].map((id) => (id === world.me["id"] ? world.me : world.user({ user: { id } })));
  };
  const written = (content: string): Body => ({
    content,
    mentions: mentionsOf(content),
    mention_roles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    mention_everyone: /@everyone|@here/.test(content),
  });
  const postOf = ({ id }: { readonly id: string }): Post => {
    const post = messages.all.get(id);
    if (post === undefined) throw new Error(`there is no message ${id}`);
    return post;
  };
  const reply = (content: string, target: Post): Body => {
    // A reply to a command's answer pings nobody, so without the intent its content stays hidden.
    const pings = target.json["author"] === world.me && target.json["interaction_metadata"] === undefined;
    const others = mentionsOf(content).filter((user) => user !== world.me);
    return { ...replyTo(target), mentions: pings ? [world.me, ...others] : mentionsOf(content) };
  };
  return {
    say(content, who, { replyTo: target, type }) {
      const { channel, guild } = world.place(who);
      const author = world.user(who);
      const { user: _, permissions: __, ...member } = world.member(who, guild?.id ?? "");
      const post = messages.write(channel, author, {
        ...written(content),
        nonce: fresh(),
        ...(who.webhook === true ? { webhook_id: author["id"] } : guild === undefined ? {} : { member }),
        ...(type === undefined ? {} : { type }),
        ...(target === undefined ? {} : reply(content, postOf(target))),
      });
      return {
        id: post.id,
        channelId: channel.id,
        userId: text(author["id"]),
        get content() {
          return text(post.json["content"]);
        },
        get json() {
          return post.json;
        },
      };
    },
    edit: (message, content) =>
      messages.change(postOf(message), { ...written(content), edited_timestamp: now() }),
    erase: (message) => messages.remove(postOf(message)),
  };
}
