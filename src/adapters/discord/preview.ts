import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  type GatewayMessageCreateDispatchData,
  InteractionContextType,
  InteractionType,
  MessageType,
} from "discord.js";
import type { Bot, Command, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createManners } from "../../manners/manners.ts";
import type { Pictures } from "../../picture/picture.ts";
import type { Completion, CompletingPreview, Scene } from "../../preview.ts";
import { createMemoryStore } from "../../store/memory.ts";
import { type Answering, createAnswering } from "./answer.ts";
import { messageFlags } from "./card.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import { readTyped } from "./typed.ts";

/** Ids are digits. */
const self = "1000000000000000001";
const server = "1000000000000000002";
const locales: Readonly<Record<Language, string>> = { en: "en-GB", de: "de" };

/** As it comes out of a frame: whatever reads it gets nothing but JSON, and believes in its form as it does then. */
const onWire = (event: object) => JSON.parse(JSON.stringify(event));

/** Discord without its network. */
export function createDiscordPreview(parts: {
  readonly bot: Bot;
  readonly pictures: Pictures;
  readonly log: Log;
}): CompletingPreview {
  const { bot, log } = parts;
  const store = createMemoryStore();
  const mannersIn = (language: Language) =>
    createManners(bot, { adapter: "discord", overhear: ["*"], language, store, log });
  const manners = { en: mannersIn("en"), de: mannersIn("de") };
  let count = 0;
  const fresh = () => String((count += 1));

  async function record(
    { language }: Scene,
    happen: (answering: Answering) => Promise<void>,
  ): Promise<Recorder> {
    const recorder = createRecorder();
    await happen(createAnswering({ ...parts, manners: manners[language], sender: recorder }, true));
    return recorder;
  }

  function interact(about: object, scene: Scene): Promise<Recorder> {
    const { language, channel, person } = scene;
    const user = { id: person, username: "you" };
    const interaction: APIInteraction = onWire({
      id: fresh(),
      token: "none",
      application_id: self,
      locale: locales[language],
      channel_id: channel,
      ...(scene.place === "channel"
        ? { context: InteractionContextType.Guild, guild_id: server, member: { user, permissions: "0" } }
        : { context: InteractionContextType.BotDM, user }),
      ...about,
    });
    return record(scene, (answering) => answering.interaction(interaction));
  }

  const options = (given: readonly { readonly name: string; readonly value: string }[], focused = false) =>
    given.map((one) => ({ ...one, type: ApplicationCommandOptionType.String, ...(focused && { focused }) }));

  return {
    async type(line, scene) {
      const typed = readTyped(line, bot.commands);
      if (typed !== undefined) {
        const { name } = typed.command;
        const data = { type: ApplicationCommandType.ChatInput, name, options: options(typed.options) };
        const { sent } = await interact({ type: InteractionType.ApplicationCommand, data }, scene);
        const said = typed.options.map((option) => ` ${option.name}: ${option.value}`).join("");
        return { said: `/${name}${said}`, sent };
      }
      const isMention = scene.place === "channel" && !scene.overheard;
      const message: GatewayMessageCreateDispatchData = onWire({
        id: fresh(),
        type: MessageType.Default,
        content: isMention ? `<@${self}> ${line}` : line,
        author: { id: scene.person, username: "you" },
        channel_id: scene.channel,
        ...(scene.place === "channel" ? { guild_id: server } : {}),
      });
      const { sent } = await record(scene, (answering) => answering.message(message, self));
      return { said: isMention ? `@Openness ${line}` : line, sent };
    },

    async press({ type, id, value, isPrivate }, scene) {
      const isMenu = type === String(ComponentType.StringSelect);
      const data = {
        component_type: isMenu ? ComponentType.StringSelect : ComponentType.Button,
        custom_id: id,
        ...(isMenu ? { values: [value] } : {}),
      };
      const message = { id: fresh(), flags: isPrivate ? messageFlags.ephemeral : 0 };
      return (await interact({ type: InteractionType.MessageComponent, data, message }, scene)).sent;
    },

    async complete(line, scene) {
      const { command, focus } = readTyped(line, bot.commands) ?? {};
      if (command === undefined || focus === undefined) return namesLike(line, bot.commands, scene.language);
      const { option, value, before } = focus;
      const offer = (label: string, chosen: string): Completion => ({ label, value: `${before}${chosen}` });
      // The client itself offers what is the same for everyone.
      if (option.choices !== undefined)
        return option.choices
          .filter((choice) => choice.label[scene.language].toLowerCase().includes(value.toLowerCase()))
          .map((choice) => offer(choice.label[scene.language], choice.value));
      const data = {
        type: ApplicationCommandType.ChatInput,
        name: command.name,
        options: options([{ name: option.name, value }], true),
      };
      const about = { type: InteractionType.ApplicationCommandAutocomplete, data };
      const { choices } = await interact(about, scene);
      return choices.map((choice) => offer(choice.name, choice.value));
    },
  };
}

function namesLike(line: string, commands: readonly Command[], language: Language): readonly Completion[] {
  if (!/^\/\S*$/u.test(line)) return [];
  return commands
    .filter(({ name }) => name.startsWith(line.slice(1).toLowerCase()))
    .map(({ name, describe }) => ({ label: `/${name}`, detail: describe[language], value: `/${name} ` }));
}
