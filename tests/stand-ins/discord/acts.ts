import type { Answer } from "./answer.ts";
import { text, type Body } from "./body.ts";
import type { BotMessage } from "./bot-message.ts";
import type { Commands } from "./commands.ts";
import { interactionTypes } from "./interaction-body.ts";
import type { Interactions } from "./interactions.ts";
import { filledIn } from "./modal.ts";
import { blank, type Messages, type Post } from "./messages.ts";
import type { SentMessage } from "./people.ts";
import type { Who, World } from "./world.ts";

/** The message that a button or menu is on: the answer to something, or the message itself. */
type Pressed = Answer | BotMessage;
type Given = Readonly<Record<string, string>>;

/** What a person does, and what the bot answers to it: after 3 s at the latest, unless it asked for more time. */
export interface Acts {
  slash(name: string, options?: Given, who?: Who): Promise<Answer>;
  autocomplete(
    name: string,
    focused: { readonly name: string; readonly value: string },
    others?: Given,
    who?: Who,
  ): Promise<Answer>;
  /** A message command, used on a message of someone or of the bot. */
  menu(
    name: string,
    message: { readonly content: string } | SentMessage | BotMessage,
    who?: Who,
  ): Promise<Answer>;
  /** Without `on`, the button is on a message from before the bot was started. */
  press(customId: string, on?: Pressed, who?: Who): Promise<Answer>;
  choose(customId: string, value: string, on?: Pressed, who?: Who): Promise<Answer>;
  /** Sends the window that was opened, with these choices and otherwise as it came. */
  submit(opened: Pick<Answer, "data">, chosen?: Given, who?: Who): Promise<Answer>;
}

export function createActs(
  world: World,
  messages: Messages,
  commands: Commands,
  interactions: Interactions,
  fresh: () => string,
): Acts {
  const { command, component, autocomplete } = interactionTypes;
  const commandData = (name: string, type: number, who: Who): Body => {
    const { guild = [...world.guilds.keys()][0] } = who;
    const found = commands.find(name, type, guild ?? undefined);
    const where = found?.guild_id === undefined ? {} : { guild_id: found.guild_id };
    return { id: found?.id ?? fresh(), name, type, ...where };
  };
  const typed = (given: Given) => Object.entries(given).map(([name, value]) => ({ type: 3, name, value }));
  const postOn = (customId: string, type: 2 | 3, on: Pressed | undefined): Post => {
    if (on === undefined) {
      const components = [{ type: 1, components: [{ type, custom_id: customId, label: "?", style: 2 }] }];
      return messages.write(world.place({}).channel, world.me, { components });
    }
    const message = "token" in on ? on.message : on;
    const isThere = message.everyComponent.some(
      ({ custom_id, disabled }) => custom_id === customId && disabled !== true,
    );
    const post = messages.all.get(message.id);
    if (!isThere || post === undefined || post.deleted)
      throw new Error(`there is no ${customId} to press on message ${message.id}`);
    return post;
  };
  return {
    slash: async (name, given = {}, who = {}) =>
      interactions.ask(command, { ...commandData(name, 1, who), options: typed(given) }, who),
    autocomplete: async (name, focused, others = {}, who = {}) => {
      const options = [...typed(others), { type: 3, ...focused, focused: true }];
      return interactions.ask(autocomplete, { ...commandData(name, 1, who), options }, who);
    },
    async menu(name, message, who = {}) {
      const old = "id" in message ? messages.all.get(message.id)?.json : undefined;
      const author = world.user({ user: { id: "204255221017214978", username: "grace" } });
      const { content } = message;
      const target = old ?? { ...blank(fresh(), world.place(who).channel.id), author, content };
      const id = text(target["id"]);
      const data = { ...commandData(name, 3, who), target_id: id, resolved: { messages: { [id]: target } } };
      return interactions.ask(command, data, who);
    },
    submit: async ({ data }, chosen = {}, who = {}) =>
      interactions.ask(interactionTypes.modal, filledIn(data, chosen), who),
    press: async (custom_id, on, who = {}) =>
      interactions.ask(component, { component_type: 2, custom_id, id: 1 }, who, postOn(custom_id, 2, on)),
    choose: async (custom_id, value, on, who = {}) => {
      const data = { component_type: 3, custom_id, id: 1, values: [value] };
      return interactions.ask(component, data, who, postOn(custom_id, 3, on));
    },
  };
}
