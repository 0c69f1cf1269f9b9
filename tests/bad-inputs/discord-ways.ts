import { InteractionResponseType } from "discord.js";
import { type Answering, createAnswering } from "../../src/adapters/discord/answer.ts";
import type { Response, Sender } from "../../src/adapters/discord/send.ts";
import { createManners } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { type Line, listeningLog } from "../adapters/discord/connect.ts";
import { bot } from "../chat.ts";
import { codes } from "./codes.ts";
import { faultsOfMessage, faultsOfResponse } from "./discord-faults.ts";
import { troubles } from "./troubles.ts";
import type { Way } from "./ways.ts";

const self = "1000000000000000001";
const server = "1000000000000000002";
/** What ids a person and a channel have, new ones for each input, so that nobody is too fast. */
let count = 1_000;

/** As it comes out of a frame: JSON, whatever its type promises. */
const onWire = (event: object) => JSON.parse(JSON.stringify(event));

export interface Outcome {
  readonly responses: readonly Response[];
  readonly isDeleted: boolean;
  readonly faults: readonly string[];
}

const lines: Line[] = [];
const log = listeningLog(lines);
/** One for all: it keeps so much of what has happened that making it takes longer than an answer. */
const manners = createManners(bot, {
  adapter: "discord",
  overhear: ["*"],
  language: "en",
  store: createMemoryStore(),
  log,
});
const pictures = { draw: async () => undefined };

/** What the real code would send, and what is wrong with it. */
async function happen(act: (answering: Answering) => Promise<void>, person: string): Promise<Outcome> {
  const responses: Response[] = [];
  const removed: string[] = [];
  const sender: Sender = {
    async respond(_, body) {
      responses.push(body);
      return "sent";
    },
    async reply(_, data) {
      responses.push({ type: InteractionResponseType.ChannelMessageWithSource, data });
      return "sent";
    },
    async remove(_, { id }) {
      removed.push(id);
    },
  };
  lines.length = 0;
  await act(createAnswering({ bot, manners, pictures, sender, log }, true));
  const faults = responses.flatMap((one) =>
    one.type === InteractionResponseType.ChannelMessageWithSource
      ? faultsOfMessage(one.data, person)
      : faultsOfResponse(one),
  );
  return { responses, isDeleted: removed.length > 0, faults: [...faults, ...troubles(lines)] };
}

/** An interaction with this in it, by somebody who manages the server. */
export async function interact(about: object, locale = "de"): Promise<Outcome> {
  count += 1;
  const person = String(count);
  const interaction = onWire({
    id: String(count),
    application_id: self,
    token: "none",
    version: 1,
    locale,
    guild_id: server,
    guild_locale: "en-US",
    channel_id: String(count),
    channel: { id: String(count), type: 0 },
    context: 0,
    authorizing_integration_owners: { 0: server },
    member: { user: { id: person, username: "ada" }, permissions: "32", roles: [] },
    entitlements: [],
    ...about,
  });
  return happen((answering) => answering.interaction(interaction), person);
}

async function say(content: unknown, where: object): Promise<Outcome> {
  count += 1;
  const message = onWire({
    id: String(count),
    type: 0,
    channel_id: String(count),
    author: { id: String(count), username: "ada", discriminator: "0" },
    content,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    tts: false,
    ...where,
  });
  return happen((answering) => answering.message(message, self), String(count));
}

const within = (before: string, given: unknown) => (typeof given === "string" ? `${before}${given}` : given);
const answered = ({ responses, isDeleted, faults }: Outcome) =>
  responses.length > 0 || isDeleted ? faults : [...faults, "no answer"];
/** Nobody said anything, or silence is an answer. */
const perhaps = ({ faults }: Outcome) => faults;

const typedIn = ({ name, options }: (typeof bot.commands)[number], given: unknown, focused = false) => ({
  type: 1,
  id: "7",
  name,
  options: options.slice(0, focused ? 1 : options.length).map((option) => ({
    type: 3,
    name: option.name,
    value: given,
    ...(focused && { focused }),
  })),
});

const commands: readonly Way[] = bot.commands.map((command) => ({
  name: `Discord, /${command.name}`,
  try: async (given) => answered(await interact({ type: 2, data: typedIn(command, given) })),
}));

const typing: readonly Way[] = bot.commands
  .filter((command) => "suggest" in command)
  .map((command) => ({
    name: `Discord, typing behind /${command.name}`,
    try: async (given) => answered(await interact({ type: 4, data: typedIn(command, given, true) })),
  }));

const messages: readonly Way[] = [
  {
    name: "Discord, a mention",
    try: async (given) => {
      const outcome = await say(within(`<@${self}> `, given), { guild_id: server });
      return typeof given === "string" ? answered(outcome) : perhaps(outcome);
    },
  },
  {
    name: "Discord, a direct message",
    try: async (given) => answered(await say(given, {})),
  },
  {
    name: "Discord, a message to nobody in particular",
    try: async (given) => perhaps(await say(given, { guild_id: server })),
  },
  {
    name: "Discord, the menu of a message",
    try: async (given) => {
      const resolved = { messages: { 9: { id: "9", content: given } } };
      return answered(
        await interact({ type: 2, data: { type: 3, name: "Explain this", target_id: "9", resolved } }),
      );
    },
  },
];

const button = async (code: unknown) =>
  answered(
    await interact({
      type: 3,
      data: { component_type: 2, custom_id: code },
      message: { id: "9", flags: 0, channel_id: "3" },
    }),
  );

const presses: readonly Way[] = [
  ...codes.map((code) => ({
    name: `Discord, a button with ${code || "nothing"} in front`,
    try: (given: unknown) => button(within(code, given)),
  })),
  {
    name: "Discord, a menu",
    try: async (given) => {
      const data = { component_type: 3, custom_id: "menu:0", values: [given] };
      return answered(await interact({ type: 3, data, message: { id: "9", flags: 64 } }));
    },
  },
];

const submit = async (code: unknown, given: unknown) => {
  const components = ["where", "mode", "language", "collect"].map((id) => ({
    type: 18,
    id: 1,
    component: { type: 21, id: 2, custom_id: id, value: given },
  }));
  return answered(await interact({ type: 5, data: { custom_id: code, components } }));
};

const forms: readonly Way[] = [
  { name: "Discord, a window's fields", try: (given) => submit("1:settings:de:77", given) },
  { name: "Discord, a window's code", try: (given) => submit(within("1:settings:de:", given), "usual") },
];

export const discordWays: readonly Way[] = [...commands, ...typing, ...messages, ...presses, ...forms];
