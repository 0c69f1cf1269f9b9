import type { AllMessageEvents, AppMentionEvent } from "@slack/types";
import type { Heard } from "../../../manners/manners.ts";
import type { Workspace } from "../workspace.ts";
import { askOfMessage } from "./asks.ts";
import { idOf } from "./ids.ts";
import { mentions, readText } from "./read.ts";

/** What mentions and messages have in common. */
interface Said {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly client_msg_id?: string;
  readonly user?: string;
  readonly text?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
}

/** Mentions, direct messages, and where `listens` is set, what is said to nobody in particular. */
export function createMessages(
  { manners, post, names, bot, self, directs, team }: Workspace,
  listens: boolean,
) {
  async function answer(said: Said, how: Heard["how"], eventId: string): Promise<void> {
    const { channel, ts, thread_ts: thread, client_msg_id: messageId, user: person } = said;
    if (person === undefined || person === self) return;
    if (said.bot_id !== undefined || said.edited !== undefined) return;
    const isDirect = how === "direct";
    const typed = readText(said.text);
    const card = await manners.hear({
      how,
      // A mention comes as a message as well, and one gesture can make two events.
      ids: [...idOf(channel, ts), ...idOf(messageId), ...idOf(eventId)],
      ask: askOfMessage(typed, names, bot.commands),
      typed,
      person,
      channel,
      community: team,
      shared: !isDirect,
    });
    if (card !== undefined) await post.message(card, { channel, thread: isDirect ? thread : (thread ?? ts) });
  }

  return {
    mention: (event: AppMentionEvent, eventId: string): Promise<void> =>
      answer(event, isDirectChannel(event.channel) ? "direct" : "mention", eventId),

    async message(event: AllMessageEvents, eventId: string): Promise<void> {
      // All others are edits, deletions, comings and goings, and what bots say.
      if (
        event.subtype !== undefined &&
        event.subtype !== "file_share" &&
        event.subtype !== "thread_broadcast"
      )
        return;
      if (isDirectChannel(event.channel)) {
        directs.note(event.channel);
        await answer(event, "direct", eventId);
      } else if (listens && !mentions(event.text, self)) {
        await answer(event, "overheard", eventId);
      }
    },
  };
}

function isDirectChannel(channel: string): boolean {
  return channel.startsWith("D");
}
