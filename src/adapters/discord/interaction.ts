import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { usageCard } from "../../cards/usage.ts";
import type { Command, Language, Request } from "../../chat.ts";
import type { Card } from "../../manners/card.ts";
import type { Heard, Pressed, Submitted } from "../../manners/manners.ts";
import { readPress } from "../../manners/press.ts";
import { phrases } from "../../phrases.ts";

/** What a person wants by something they did in Discord's own elements. */
export type Incoming =
  | { readonly kind: "hear"; readonly heard: Heard }
  | { readonly kind: "press"; readonly pressed: Pressed }
  | { readonly kind: "submit"; readonly submitted: Submitted }
  | { readonly kind: "suggest"; readonly request: Request }
  /** Nothing to ask the bot about. */
  | { readonly kind: "show"; readonly card: Card };

/** Nothing for kinds of interactions that the bot does not offer. */
export function readInteraction(
  interaction: APIInteraction,
  commands: readonly Command[],
): Incoming | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return readCommand(interaction, commands);
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: "suggest", request: readTyping(interaction) };
    case InteractionType.MessageComponent:
      return { kind: "press", pressed: readPressed(interaction) };
    case InteractionType.ModalSubmit:
      return { kind: "submit", submitted: readSubmitted(interaction) };
    case InteractionType.Ping:
      return undefined;
  }
}

export function languageOfReader({ locale = "" }: { readonly locale?: string }): Language {
  return locale.startsWith("de") ? "de" : "en";
}

type Asking = Exclude<APIInteraction, { readonly type: InteractionType.Ping }>;

/** Who did it, and where; only from the interaction itself, because the bot need not be in that server. */
function eventOf(interaction: Asking) {
  const { id, channel, channel_id: channelId, member, user, context, guild_id: guild } = interaction;
  const owners = interaction.authorizing_integration_owners;
  // Added to a person's account only, the bot is nobody's to manage there.
  const isMember = owners === undefined || ApplicationIntegrationType.GuildInstall in owners;
  return {
    ids: [id],
    community: isMember ? guild : undefined,
    manages: () => mayDo(member?.permissions, PermissionFlagsBits.ManageGuild),
    person: (member?.user ?? user)?.id ?? "",
    channel: channel?.id ?? channelId ?? "",
    shared:
      context === undefined
        ? guild !== undefined || channel?.type === ChannelType.GroupDM
        : context !== InteractionContextType.BotDM,
  };
}

function readCommand(
  interaction: APIApplicationCommandInteraction,
  commands: readonly Command[],
): Incoming | undefined {
  const reader = languageOfReader(interaction);
  const { data } = interaction;
  const hear = (command: string, text: string): Incoming => ({
    kind: "hear",
    heard: { ...eventOf(interaction), how: "command", ask: { command, text }, reader },
  });
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const given = new Map(
        (data.options ?? []).map((option) => [option.name, "value" in option ? String(option.value) : ""]),
      );
      const options = commands.find(({ name }) => name === data.name)?.options ?? [];
      const words = options.map(({ name }) => given.get(name)?.trim() ?? "");
      return hear(data.name, words.filter((word) => word !== "").join(", "));
    }
    case ApplicationCommandType.Message: {
      const text = textOf(data.resolved.messages[data.target_id]);
      return text === "" ? { kind: "show", card: nothingToExplain(reader) } : hear("explain", text);
    }
    case ApplicationCommandType.User:
    case ApplicationCommandType.PrimaryEntryPoint:
      return undefined;
  }
}

/** A forwarded message carries its text in a snapshot. */
function textOf(message: APIMessage | undefined): string {
  const snapshots = (message?.message_snapshots ?? []).map((snapshot) => snapshot.message.content);
  return [message?.content ?? "", ...snapshots].join("\n").trim();
}

function nothingToExplain(language: Language): Card {
  const { explain, nothing } = phrases[language].menu;
  return { reply: usageCard(language, explain.name, nothing, []), controls: [] };
}

function readTyping(interaction: APIApplicationCommandAutocompleteInteraction): Request {
  const { data } = interaction;
  const focused = data.options?.find(
    (option) => option.type === ApplicationCommandOptionType.String && option.focused === true,
  );
  const { shared, person } = eventOf(interaction);
  return {
    command: data.name,
    text: focused !== undefined && "value" in focused ? String(focused.value) : "",
    language: languageOfReader(interaction),
    place: { adapter: "discord", shared },
    person,
  };
}

function readPressed(interaction: APIMessageComponentInteraction): Pressed {
  const { data, message, member } = interaction;
  const event = eventOf(interaction);
  const code = data.component_type === ComponentType.Button ? data.custom_id : (data.values[0] ?? "");
  // Whoever is alone with a card goes on in its language; among others, each goes on in their own.
  const isAlone = !event.shared || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const goesOn = isAlone && readPress(code)?.kind === "ask";
  return {
    ...event,
    code,
    reader: goesOn ? undefined : languageOfReader(interaction),
    moderator: mayDo(member?.permissions, PermissionFlagsBits.ManageMessages),
  };
}

/** Administrators may do everything. */
function mayDo(permissions: string | undefined, permission: bigint): boolean {
  return (BigInt(permissions ?? 0) & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}

function readSubmitted(interaction: APIModalSubmitInteraction): Submitted {
  const { data } = interaction;
  const chosen = data.components.flatMap((one) => ("component" in one ? [one.component] : []));
  return {
    ...eventOf(interaction),
    code: data.custom_id,
    reader: languageOfReader(interaction),
    filled: Object.fromEntries(
      chosen.map((one) => [one.custom_id, "value" in one ? String(one.value) : undefined]),
    ),
  };
}
