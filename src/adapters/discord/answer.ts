import {
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
  InteractionResponseType,
  InteractionType,
} from "discord.js";
import type { Bot, Choice } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { apologyFor } from "../../manners/apology.ts";
import type { Card } from "../../manners/card.ts";
import type { Manners } from "../../manners/manners.ts";
import { alone, type Turn } from "../../manners/turns.ts";
import type { Pictures } from "../../picture/picture.ts";
import { remember } from "../../remember.ts";
import type { CardMessage } from "./components.ts";
import { deliver } from "./deliver.ts";
import { type Incoming, languageOfReader, readInteraction } from "./interaction.ts";
import { readMessage } from "./message.ts";
import { drawForm } from "./modal.ts";
import type { Open, Sender } from "./send.ts";

/** Answers what comes in. Resolves when the answer is out; rejects for what is no event of Discord's. */
export interface Answering {
  interaction(interaction: APIInteraction, turn?: Turn): Promise<void>;
  message(message: GatewayMessageCreateDispatchData, self: string): Promise<void>;
}

/** Milliseconds. Discord waits 3 s, the way there and back included; what comes later is no answer any more. */
export const patience = 2_900;
/** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const mostChoices = 25;
const longestChoice = 100;

/** An interaction whose turn has come. */
type Waiting = Open & Turn;

const responseOf = remember((data: CardMessage) => {
  const type = InteractionResponseType.ChannelMessageWithSource as const;
  return { type, data };
});
const noPictures: Pictures = { draw: async () => undefined };

export interface AnsweringParts {
  readonly bot: Bot;
  readonly manners: Manners;
  readonly pictures: Pictures;
  readonly sender: Sender;
  readonly log: Log;
}

export function createAnswering(
  { bot, manners, pictures, sender, log }: AnsweringParts,
  overhears: boolean,
): Answering {
  async function show(open: Waiting, card: Card): Promise<void> {
    if (card.form !== undefined) {
      await sender.respond(open, { type: InteractionResponseType.Modal, data: drawForm(card.form) });
      return;
    }
    // The words say all that the picture says, and need not be drawn.
    const drawing = open.isCrowded ? noPictures : pictures;
    await deliver(card, drawing, (message, file) => sender.respond(open, responseOf(message), file));
  }

  async function act(incoming: Incoming, open: Waiting, application: string): Promise<void> {
    switch (incoming.kind) {
      case "suggest": {
        // More has been typed since.
        if (open.isLate) return;
        const choices = choicesOf(bot.suggest(incoming.request));
        const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
        await sender.respond(open, { type, data: { choices } });
        return;
      }
      case "show":
        return show(open, incoming.card);
      case "hear": {
        const { heard } = incoming;
        const card = open.isLate ? manners.putOff(heard) : await manners.hear(heard);
        if (card !== undefined) await show(open, card);
        return;
      }
      case "submit": {
        // However late: what was filled in is saved.
        const card = await manners.submit(incoming.submitted);
        if (card !== undefined) await show(open, card);
        return;
      }
      case "press": {
        const { pressed } = incoming;
        const result = open.isLate ? manners.putOff(pressed) : await manners.press(pressed);
        if (result === "delete") {
          await sender.respond(open, { type: InteractionResponseType.DeferredMessageUpdate });
          await sender.remove(application, open);
        } else if (result !== undefined) await show(open, result);
      }
    }
  }

  return {
    async interaction(interaction, turn = alone) {
      const open = {
        id: interaction.id,
        token: interaction.token,
        until: performance.now() - turn.waited + patience,
        ...turn,
      };
      try {
        const incoming = readInteraction(interaction, bot.commands);
        if (incoming !== undefined) await act(incoming, open, interaction.application_id);
      } catch (error) {
        const reply = apologyFor(error, languageOfReader("locale" in interaction ? interaction : {}), log);
        // What is offered while typing is no message.
        if (interaction.type !== InteractionType.ApplicationCommandAutocomplete)
          await show(open, { reply, controls: [] });
      }
    },
    async message(message, self) {
      try {
        const heard = readMessage(message, self, bot.commands, overhears);
        const card = heard === undefined ? undefined : await manners.hear(heard);
        if (card === undefined) return;
        // Nothing but the answer to an interaction can be seen by one person only.
        const shown: Card = { ...card, reply: { ...card.reply, audience: "everyone" } };
        const to = { channel: message.channel_id, id: message.id };
        await deliver(shown, pictures, (body, file) => sender.reply(to, body, file));
      } catch (error) {
        log.error({ err: error }, "answering a message failed");
      }
    },
  };
}

/** What is too long would not be what was offered any more, so it is left out. */
function choicesOf(choices: readonly Choice[]): readonly { readonly name: string; readonly value: string }[] {
  return choices
    .filter(({ label, value }) => fits(label) && fits(value))
    .slice(0, mostChoices)
    .map(({ label, value }) => ({ name: label, value }));
}

function fits(text: string): boolean {
  return text.length >= 1 && text.length <= longestChoice;
}
