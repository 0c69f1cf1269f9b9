import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import type { Command } from "../../chat.ts";
import { askIn } from "../../manners/asks.ts";
import type { Heard } from "../../manners/manners.ts";

/** All others are Discord's own: somebody joined, a message was pinned. */
const spoken = new Set<MessageType | undefined>([MessageType.Default, MessageType.Reply, undefined]);

/**
 * What a message says to the bot; nothing for messages of bots, of webhooks and of Discord itself, and for those that do
 * not concern it. Only its name in the text is a mention: to reply to one of its answers is to talk about it.
 */
export function readMessage(
  message: GatewayMessageCreateDispatchData,
  self: string,
  commands: readonly Command[],
  overhears: boolean,
): Heard | undefined {
  const { id, author, type, webhook_id: webhook, channel_id: channel } = message;
  // Nothing of a message is sure before it was looked at, not even that it has words.
  const content = typeof message.content === "string" ? message.content : "";
  if (author.bot === true || webhook !== undefined || author.id === self) return undefined;
  if (!spoken.has(type)) return undefined;
  const shared = message.guild_id !== undefined;
  const named = content.includes(`<@${self}>`) || content.includes(`<@!${self}>`);
  if (shared && !named && !overhears) return undefined;
  const how = shared ? (named ? "mention" : "overheard") : "direct";
  const text = plainText(content);
  return {
    how,
    ask: how === "overheard" ? { command: "ask", text } : askIn(text, commands),
    typed: text,
    ids: [id],
    person: author.id,
    channel,
    community: message.guild_id,
    shared,
  };
}

/** Without what is no words: mentions, emoji, times. A command that was clicked together is its name. */
function plainText(content: string): string {
  return content
    .replace(/<\/([^:<>]+):\d+>/g, "/$1")
    .replace(/<(?:@[!&]?|#|a?:\w+:|t:)[^<>]*>/g, " ")
    .replace(/^[\s,:]+/u, "")
    .trim();
}
