import { randomBytes } from "node:crypto";
import {
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
  InteractionResponseType,
  InteractionType,
} from "discord.js";
import { usageCard } from "../../cards/usage.ts";
import type { Bot, Choice, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import type { Card, Manners } from "../../manners/manners.ts";
import { phrases } from "../../phrases.ts";
import { remember } from "../../remember.ts";
import { drawCard, drawPlain } from "./card.ts";
import type { CardMessage } from "./components.ts";
import { type Incoming, languageOfReader, readInteraction } from "./interaction.ts";
import { readMessage } from "./message.ts";
import type { Open, Sender } from "./send.ts";

/** Answers what comes in. Resolves when the answer is out; rejects for what is no event of Discord's. */
export interface Answering {
  interaction(interaction: APIInteraction): Promise<void>;
  message(message: GatewayMessageCreateDispatchData, self: string): Promise<void>;
}

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const mostChoices = 25;
const longestChoice = 100;

/** Many ask the same, and get the same card. */
const drawOnce = remember(drawCard);

export function createAnswering(
  { bot, manners, sender, log }: { bot: Bot; manners: Manners; sender: Sender; log: Log },
  overhears: boolean,
): Answering {
  async function show(open: Open, card: Card): Promise<void> {
    const respond = (data: CardMessage) =>
      sender.respond(open, { type: InteractionResponseType.ChannelMessageWithSource, data });
    if ((await respond(drawOnce(card))) === "refused") await respond(drawPlain(card.reply));
  }

  async function act(incoming: Incoming, open: Open, application: string): Promise<void> {
    switch (incoming.kind) {
      case "suggest": {
        const choices = choicesOf(bot.suggest(incoming.request));
        const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
        await sender.respond(open, { type, data: { choices } });
        return;
      }
      case "show":
        return show(open, incoming.card);
      case "hear": {
        const card = await manners.hear(incoming.heard);
        if (card !== undefined) await show(open, card);
        return;
      }
      case "press": {
        const result = await manners.press(incoming.pressed);
        if (result === "delete") {
          await sender.respond(open, { type: InteractionResponseType.DeferredMessageUpdate });
          await sender.remove(application, open);
        } else if (result !== undefined) await show(open, result);
      }
    }
  }

  /** A bug: with a code, so that what a person reports leads to the line in the log. */
  function failed(error: unknown, language: Language): Card {
    const code = randomBytes(2).toString("hex");
    log.error({ code, err: error }, "answering failed");
    const words = phrases[language].failure;
    return { reply: usageCard(language, words.bug, words.code(code), []), controls: [] };
  }

  return {
    async interaction(interaction) {
      const open = { id: interaction.id, token: interaction.token };
      try {
        const incoming = readInteraction(interaction, bot.commands);
        if (incoming !== undefined) await act(incoming, open, interaction.application_id);
      } catch (error) {
        const card = failed(error, languageOfReader("locale" in interaction ? interaction : {}));
        // What is offered while typing is no message.
        if (interaction.type !== InteractionType.ApplicationCommandAutocomplete) await show(open, card);
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
        if ((await sender.reply(to, drawCard(shown))) === "refused")
          await sender.reply(to, drawPlain(shown.reply));
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
