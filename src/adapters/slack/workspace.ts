import type { Bot, Language } from "../../chat.ts";
import type { Manners } from "../../manners/manners.ts";
import type { Compose } from "./compose.ts";
import type { CommandNames } from "./hear/asks.ts";
import type { Post } from "./post.ts";

/** Where the bot is installed. */
export interface Workspaces {
  /** The first of these workspaces where it is; nothing where it is in none. Rejects when that cannot be told. */
  find(teams: readonly string[]): Promise<Workspace | undefined>;
  /** It was removed there, or its token taken back: Slack's word for it, and when, in seconds since 1970. */
  left(team: string, why: string, at: number): Promise<void>;
}

/** What everything that listens to Slack works with, in one workspace. */
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
}

/** The bot's own direct messages. In those of two people it is a guest, and what it says there to one is private. */
export interface Directs {
  note(channel: string): void;
  /** Whether others may read along there. */
  isShared(channel: string): boolean;
}
