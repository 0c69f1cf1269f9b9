import type { SlashCommand } from "@slack/bolt";
import type { Card } from "../../../manners/card.ts";
import type { Heard } from "../../../manners/manners.ts";
import type { Turns } from "../../../manners/turns.ts";
import { drawForm } from "../draw/form.ts";
import { audienceOf } from "../post.ts";
import type { Workspace } from "../workspace.ts";
import { acknowledge } from "./acknowledge.ts";
import { askOfCommand } from "./asks.ts";
import { idOf } from "./ids.ts";
import { readText } from "./read.ts";

type Ack = (payload?: object) => Promise<void>;

/** Slash commands are answered in their acknowledgement: one round trip, and nothing else to lose. */
export function createCommands(
  { manners, post, names, bot, directs, compose, ...workspace }: Workspace,
  turns: Turns,
) {
  return async (command: SlashCommand, ack: Ack): Promise<void> => {
    const { user_id: person, channel_id: channel, response_url: url } = command;
    const text = readText(command.text);
    const heard: Heard = {
      how: "command",
      ids: idOf(command.trigger_id, url, channel, person, text),
      ask: askOfCommand({ command: command.command, text }, names, bot.commands),
      typed: text,
      person,
      channel,
      community: workspace.team,
      manages: () => workspace.manages(person),
      shared: directs.isShared(channel),
    };
    async function respond(card: Card | undefined): Promise<void> {
      // Delivered twice.
      if (card === undefined) return acknowledge(() => ack());
      if (card.form !== undefined) {
        await acknowledge(() => ack());
        return post.open(drawForm(card.form), command.trigger_id);
      }
      try {
        await ack({ ...compose.message(card), ...audienceOf(card) });
      } catch {
        // The socket went away meanwhile.
        await post.respond(card, url);
      }
    }
    const isTaken = await turns.take(async ({ isLate }) =>
      respond(isLate ? manners.putOff(heard) : await manners.hear(heard)),
    );
    // Over HTTP, silence would be taken for an acknowledgement.
    if (!isTaken) await respond(manners.putOff(heard));
  };
}
