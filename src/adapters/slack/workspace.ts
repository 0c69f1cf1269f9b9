import type { Bot, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import type { Manners } from "../../manners/manners.ts";
import type { Compose } from "./compose.ts";
import type { CommandNames } from "./hear/asks.ts";
import type { Post } from "./post.ts";

/** What everything that listens to Slack works with. */
export interface Workspace {
  readonly bot: Bot;
  readonly manners: Manners;
  readonly compose: Compose;
  readonly post: Post;
  readonly names: CommandNames;
  /** Slack's id of it. */
  readonly team: string;
  /** The bot's own user id. */
  readonly self: string;
  /** Whether a person is an admin or an owner of it; not, when Slack does not tell in time. */
  readonly manages: (person: string) => Promise<boolean>;
  /** When nothing else tells. */
  readonly language: Language;
  readonly directs: Directs;
  readonly log: Log;
  /** Makes a stop wait for what a listener does. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
}

/** The bot's own direct messages. In those of two people it is a guest, and what it says there to one is private. */
export interface Directs {
  note(channel: string): void;
  /** Whether others may read along there. */
  isShared(channel: string): boolean;
}
