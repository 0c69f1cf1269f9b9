import { bodies, isBody, text, type Body } from "./body.ts";
import { flags } from "./limits.ts";
import type { Post } from "./messages.ts";

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly style?: number;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly accent_color?: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

/** A message of the bot as it is now, after edits. */
export interface BotMessage {
  readonly id: string;
  readonly channelId: string;
  readonly content: string;
  readonly components: readonly Component[];
  /** All components, nested ones too, in reading order. */
  readonly everyComponent: readonly Component[];
  /** The content and all text displays, a line each. */
  readonly text: string;
  readonly flags: number;
  readonly private: boolean;
  readonly deleted: boolean;
  /** As the bot's last request for it carried them. */
  readonly allowedMentions: Body | undefined;
  readonly json: Body;
}

function isComponent(value: Body): value is Body & Component {
  return typeof value["type"] === "number";
}

function flat(components: readonly Component[]): readonly Component[] {
  return components.flatMap((one) => [
    one,
    ...flat(one.components ?? []),
    ...(one.accessory === undefined ? [] : [one.accessory]),
  ]);
}

export function botMessage(post: Post): BotMessage {
  return {
    id: post.id,
    channelId: post.channel.id,
    get json() {
      return post.json;
    },
    get content() {
      return text(post.json["content"]);
    },
    get components() {
      return bodies(post.json["components"]).filter(isComponent);
    },
    get everyComponent() {
      return flat(this.components);
    },
    get text() {
      const texts = this.everyComponent.filter(({ type }) => type === 10).map(({ content = "" }) => content);
      return [this.content, ...texts].filter((line) => line !== "").join("\n");
    },
    get flags() {
      return Number(post.json["flags"]);
    },
    get private() {
      return (Number(post.json["flags"]) & flags.ephemeral) !== 0;
    },
    get deleted() {
      return post.deleted;
    },
    get allowedMentions() {
      const mentions = post.sent["allowed_mentions"];
      return isBody(mentions) ? mentions : undefined;
    },
  };
}
