import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type APIApplicationCommandStringOption,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, Localized, Option } from "../../chat.ts";
import { phrases } from "../../phrases.ts";

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** A name or a short question; the client stops people there, the search copes with more. */
const longestCompleted = 200;
/** As long as a message can be. */
const longestText = 4_000;

/** What Discord is to offer: each command, and "explain" in the menu of a message. */
export function definitionsOf(commands: readonly Command[]): readonly Definition[] {
  const { en, de } = phrases;
  return [
    ...commands.map(definitionOf),
    {
      type: ApplicationCommandType.Message,
      ...named({ en: en.menu.explain.name, de: de.menu.explain.name }),
      ...anywhere,
    },
  ];
}

/** In servers, in direct messages and in groups; added to a server or to one's own account. */
const anywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Names stay English: what is written about `/openness` is then right for everybody. */
function definitionOf(command: Command): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...described(command.describe),
    options: command.options.map((option) => optionOf(option, command.suggest !== undefined)),
    ...(command.restricted === true ? forManagers : anywhere),
  };
}

/** Those who manage a server see it first; its settings can offer it to others. What it does is checked once more. */
const forManagers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
};

function optionOf(
  { name, describe, required, choices }: Option,
  suggests: boolean,
): APIApplicationCommandStringOption {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name,
    ...described(describe),
    required,
  };
  // Discord takes either choices or completion.
  if (choices !== undefined)
    return { ...base, choices: choices.map(({ value, label }) => ({ ...named(label), value })) };
  return suggests
    ? { ...base, autocomplete: true, max_length: longestCompleted }
    : { ...base, max_length: longestText };
}

function named({ en, de }: Localized) {
  return { name: en, name_localizations: { de } };
}

function described({ en, de }: Localized) {
  return { description: en, description_localizations: { de } };
}
