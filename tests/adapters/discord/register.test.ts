import { REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { definitionsOf } from "../../../src/adapters/discord/definitions.ts";
import { registerCommands, registerOnce } from "../../../src/adapters/discord/register.ts";
import type { Command } from "../../../src/chat.ts";
import { bot } from "../../chat.ts";
import { type DiscordStandIn, startDiscord } from "../../stand-ins/discord/discord.ts";
import { connect } from "./connect.ts";

const guild = "1170000000000000001";
const { commands } = bot;
const names = [...commands.map(({ name }) => name), "Explain this"];
let server: DiscordStandIn;
let rest: REST;

beforeEach(async () => {
  server = await startDiscord();
  rest = new REST({ api: server.apiUrl, retries: 0 }).setToken(server.token);
});
afterEach(() => server.stop());

const register = (where: { readonly guild?: string } = {}, wanted: readonly Command[] = commands) =>
  registerCommands(rest, { application: server.botId, guilds: [guild], ...where }, wanted);
const nothing = { created: [], changed: [], deleted: [] };
const writes = () => server.calls.filter(({ method }) => method !== "GET").map(({ method }) => method);

describe("the registration", () => {
  test("creates what is missing, once", async () => {
    expect(await register()).toEqual({ ...nothing, created: names });
    const before = writes().length;
    expect(await register()).toEqual(nothing);
    expect(writes()).toHaveLength(before);
    expect(server.commands.global.map(({ name }) => name)).toEqual(names);
  });

  test("changes what differs and nothing else", async () => {
    await register();
    const [first, ...others] = commands;
    if (first === undefined) throw new Error("no commands");
    const before = writes().length;
    const german = { ...first, describe: { ...first.describe, de: "Etwas anderes" } };
    expect(await register({}, [german, ...others])).toEqual({ ...nothing, changed: ["openness"] });
    expect(writes().slice(before)).toEqual(["PATCH"]);
    const withoutOptions = { ...first, options: [] };
    expect(await register({}, [withoutOptions, ...others])).toEqual({ ...nothing, changed: ["openness"] });
    expect(server.commands.global.find(({ name }) => name === "openness")).not.toHaveProperty("options");
  });

  test("takes away what is not wanted any more", async () => {
    await register();
    expect(await register({}, commands.slice(1))).toEqual({ ...nothing, deleted: ["openness"] });
    expect(await register()).toEqual({ ...nothing, created: ["openness"] });
  });

  test("for one server clears what is registered everywhere, and the other way round", async () => {
    await register();
    expect(await register({ guild })).toEqual({ created: names, changed: [], deleted: names });
    expect(await register({ guild })).toEqual(nothing);
    // Only what is registered everywhere can say where it is offered.
    const inGuild = server.calls.filter(({ method, path }) => method === "POST" && path.includes("/guilds/"));
    expect(JSON.stringify(inGuild)).not.toMatch(/contexts|integration_types/);
    expect(server.commands.global).toEqual([]);
    expect(server.commands.guilds.get(guild)).toHaveLength(names.length);
    expect(await register()).toEqual({ created: names, changed: [], deleted: names });
    expect(server.commands.guilds.get(guild)).toBeUndefined();
  });

  test("is done at the start, unless it is switched off", async () => {
    const discord = await connect({ register: "auto" });
    await discord.server.until(
      () => discord.lines.find(({ message }) => message === "commands are registered"),
      "it",
    );
    expect(discord.server.commands.global).toHaveLength(names.length);
    await discord.stop();
    const off = await connect({ register: "off" });
    await off.stop();
    expect(off.server.calls.map(({ path }) => path)).toEqual(["/gateway/bot"]);
  });

  test("that fails is logged, and the bot answers all the same", async () => {
    const discord = await connect({ register: "auto", guild: "1199999999999999999" });
    const line = await discord.server.until(
      () => discord.lines.find(({ level }) => level === "error"),
      "the log",
    );
    expect(line.message).toMatch(/^DISCORD_GUILD_ID: .*oauth2\/authorize/);
    expect((await discord.server.slash("define", { term: "fork" })).answered).toBe(true);
    await discord.stop();
  });
});

describe("as a program of its own", () => {
  test("it needs no gateway", async () => {
    const account = { token: server.token, apiUrl: `${server.apiUrl}/` };
    expect(await registerOnce(account, commands)).toEqual({ ...nothing, created: names });
    expect(server.gateway.identifies).toBe(0);
  });

  test("it says what to do about a wrong token or address", async () => {
    const { apiUrl, token } = server;
    await expect(registerOnce({ token: "wrong", apiUrl }, commands)).rejects.toThrow(/^DISCORD_TOKEN: /);
    const elsewhere = apiUrl.replace("/api", "/elsewhere");
    await expect(registerOnce({ token, apiUrl: elsewhere }, commands)).rejects.toThrow(/^DISCORD_API_URL: /);
  });
});

test("the definitions say everything in both languages, and suit servers, direct messages and groups", () => {
  const definitions = definitionsOf(commands);
  expect(definitions).toHaveLength(commands.length + 1);
  expect(definitions.find(({ name }) => name === "help")).toMatchObject({
    description_localizations: { de: expect.stringContaining("Bot") },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      { choices: [{ name: "Privacy", name_localizations: { de: "Datenschutz" }, value: "privacy" }, {}] },
    ],
  });
  expect(definitions.find(({ name }) => name === "openness")).toMatchObject({
    options: [{ name: "model", required: true, autocomplete: true }],
  });
  expect(definitions.at(-1)).toMatchObject({
    type: 3,
    name: "Explain this",
    name_localizations: { de: "Begriffe erklären" },
  });
});
