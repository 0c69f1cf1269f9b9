import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connected, connect } from "../adapters/discord/connect.ts";
import { unescape } from "../adapters/discord/read.ts";
import type { Who } from "../stand-ins/discord/world.ts";
import {
  type Action,
  actions,
  chosen,
  everything,
  nothing,
  oneself,
  outcomeOf,
  settle,
} from "./permissions.ts";

/** https://docs.discord.com/developers/topics/permissions: the permissions of one role each, and of no other. */
const [administrator, manageServer, manageMessages, sendMessages] = ["8", "32", "8192", "2048"];
const person = { id: "301", username: "ada" };

const roles: readonly (readonly [role: string, who: Who, may: Readonly<Record<Action, string>>])[] = [
  ["a member", { permissions: sendMessages }, oneself],
  ["a moderator, who may manage messages", { permissions: manageMessages }, oneself],
  ["a manager, who may manage the server", { permissions: manageServer }, everything],
  ["an administrator", { permissions: administrator }, everything],
  [
    "a person outside with the app on their own account, whatever they may do there",
    { permissions: administrator, userInstalled: true },
    nothing,
  ],
  ["a person in a direct message with the bot", { guild: null, permissions: administrator }, nothing],
  [
    "a person in a group with the app on their own account",
    { guild: null, userInstalled: true, permissions: administrator },
    nothing,
  ],
];

let discord: Connected;
beforeEach(async () => {
  discord = await connect({ overhear: ["none"] }, { intentsAllowed: 0xffff_ffff });
});
afterEach(() => discord.stop());

const shown = ({ data }: { readonly data: object }) => unescape(JSON.stringify(data));

const manager = { permissions: manageServer };
const where = () => ({
  store: discord.store,
  community: { adapter: "discord", id: discord.server.guildId },
  person: person.id,
});

test.each(roles)("%s may do exactly this by command or form", async (_, role, may) => {
  const who = { ...role, user: person };
  const outcomes: Record<string, string> = {};
  const { server } = discord;
  for (const action of actions) {
    await settle(action, where());
    // Whoever cannot open a form may still send one that another has opened.
    const answer =
      action === "save"
        ? await server.submit(await server.slash("settings", {}, manager), chosen, who)
        : await server.slash("settings", action === "open" ? {} : { action }, who);
    outcomes[action] = await outcomeOf(action, shown(answer), where());
  }
  expect(outcomes).toEqual(may);
});

// In the server where it stands.
test.each(roles.filter(([, { guild }]) => guild !== null))(
  "%s may do exactly this by a button",
  async (_, role, may) => {
    const outcomes: Record<string, string> = {};
    const pressable = actions.filter((action) => action !== "save");
    for (const action of pressable) {
      await settle(action, where());
      const code = `1:ask:en:settings:${action}`;
      const answer = await discord.server.press(code, undefined, { ...role, user: person });
      outcomes[action] = await outcomeOf(action, shown(answer), where());
    }
    expect(outcomes).toEqual(Object.fromEntries(pressable.map((action) => [action, may[action]])));
  },
);
