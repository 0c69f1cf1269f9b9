import {
  Client,
  CompressionMethod,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
  SimpleShardingStrategy,
  type ClientOptions,
  type DiscordAPIError,
  type Interaction,
  type Message,
} from "discord.js";
import { constants, inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { startDiscord, type DiscordOptions, type DiscordStandIn } from "./discord/discord.ts";
import { intents } from "./discord/intents.ts";

let discord: DiscordStandIn;
let client: Client | undefined;

const atLeast = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

async function connect(
  options: DiscordOptions = {},
  more: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  await discord.stop();
  discord = await startDiscord(options);
  client = new Client({
    intents: atLeast,
    partials: [Partials.Channel],
    enforceNonce: true,
    ...more,
    rest: { ...more.rest, api: discord.apiUrl },
  });
  const ready = new Promise<Client<true>>((resolve) => client?.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

function onInteraction(run: (interaction: Interaction) => Promise<unknown>): void {
  client?.on(Events.InteractionCreate, (interaction) => void run(interaction));
}

function onMessage(run: (message: Message) => Promise<unknown>): void {
  client?.on(Events.MessageCreate, (message) => void run(message));
}

const hello = { type: 10, content: "Hello!" } as const;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await client?.destroy();
  await discord.stop();
});

describe("interactions", () => {
  test("a slash command is answered by one callback, privately", async () => {
    await connect();
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const words = `${interaction.options.getString("about")} ${interaction.locale} ${interaction.inCachedGuild()}`;
      await interaction.reply({ content: words, flags: MessageFlags.Ephemeral });
    });

    const answer = await discord.slash("openness", { about: "grok" }, { locale: "de" });

    expect(answer.message).toMatchObject({ content: "grok de true", private: true });
    expect(discord.calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("in a direct message and where only the person installed the app, the context says so", async () => {
    await connect();
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(
          `${interaction.context} ${JSON.stringify(interaction.authorizingIntegrationOwners)}`,
        );
    });

    const direct = await discord.slash("openness", {}, { guild: null });
    const installed = await discord.slash("openness", {}, { guild: "77", userInstalled: true });

    expect(direct.message.content).toBe('1 {"0":"0"}');
    expect(installed.message.content).toMatch(/^0 {"1":"\d+"}$/);
  });

  test("autocomplete gets its choices, and 26 of them are refused", async () => {
    await connect();
    let many = 1;
    onInteraction(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { value } = interaction.options.getFocused(true);
      const choices = Array.from({ length: many }, (_, index) => ({ name: `${value}${index}`, value }));
      await interaction.respond(choices).catch(async () => interaction.respond([]));
    });

    const one = await discord.autocomplete("openness", { name: "about", value: "gr" });
    many = 26;
    const none = await discord.autocomplete("openness", { name: "about", value: "gr" });

    expect(one.choices).toEqual([{ name: "gr0", value: "gr" }]);
    expect(none.choices).toEqual([]);
    expect(discord.calls.map(({ status }) => status)).toContain(400);
  });

  test("buttons, menus and message commands carry the message they belong to", async () => {
    await connect();
    const row = (type: 2 | 3) =>
      type === 2
        ? { type: 1, components: [{ type, custom_id: "more", label: "More", style: 1 } as const] }
        : {
            type: 1,
            components: [{ type, custom_id: "pick", options: [{ label: "A", value: "a" }] } as const],
          };
    onInteraction(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply({ content: interaction.targetMessage.content, components: [row(2)] });
      else if (interaction.isButton()) await interaction.update({ content: "changed", components: [row(3)] });
      else if (interaction.isStringSelectMenu()) {
        await interaction.deferReply();
        await interaction.editReply(interaction.values.join());
        await interaction.followUp("and more");
      }
    });

    const first = await discord.menu("Explain this", { content: "is it open?" });
    expect(first.message.content).toBe("is it open?");
    const pressed = await discord.press("more", first);
    expect(pressed.message.id).toBe(first.message.id);
    expect(first.message.content).toBe("changed");
    const chosen = await discord.choose("pick", "a", pressed);
    const more = await discord.until(() => chosen.followUps[0], "a follow-up");

    expect(chosen.message.content).toBe("a");
    expect(more.content).toBe("and more");
    await expect(discord.press("more", first)).rejects.toThrow("no more to press");
  });

  test("a second acknowledgement gets 40060, one for a stranger 10062", async () => {
    await connect();
    const codes: unknown[] = [];
    onInteraction(async ({ id, token }) => {
      const body = { auth: false, body: { type: 4, data: { content: "Hi" } } };
      for (const used of [token, "stranger"])
        await client?.rest
          .post(`/interactions/${id}/${used}/callback`, body)
          .catch(({ code }: DiscordAPIError) => codes.push(code));
    });

    const answer = await discord.slash("openness");
    await discord.until(() => codes[0], "the stranger's refusal");
    discord.redeliver(answer);
    await discord.until(() => codes[2], "three refusals");

    expect(codes).toEqual([10_062, 40_060, 10_062]);
  });

  test("what nobody acknowledges in time is unanswered", async () => {
    await connect({ answerWithinMs: 100 });

    const answer = await discord.slash("openness");

    expect(answer.answered).toBe(false);
    expect(() => answer.message).toThrow("no message answers");
  });

  test("a card of 41 components is refused with 50035, one of 40 is not", async () => {
    await connect();
    const card = (size: number) => ({
      flags: MessageFlags.IsComponentsV2 as const,
      components: [{ type: 17, components: Array.from({ length: size - 1 }, () => hello) } as const],
    });
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(card(41)).catch(async ({ code }: DiscordAPIError) => {
        await interaction.reply(card(40));
        await interaction.followUp(`code ${code}`);
      });
    });

    const answer = await discord.slash("openness");
    const { content } = await discord.until(() => answer.followUps[0], "the error");

    expect(answer.message.everyComponent).toHaveLength(40);
    expect(content).toBe("code 50035");
  });
});

describe("messages", () => {
  test("the content is hidden without its intent but for direct messages, mentions and pings", async () => {
    await connect();
    const seen: string[] = [];
    onMessage(async (message) => {
      if (message.author.id === message.client.user.id) return;
      seen.push(`${message.content}|${message.channel.isThread()}`);
      if (message.content.includes("reply")) await message.reply("here");
    });

    discord.say("plain question");
    discord.say("direct", { guild: null });
    const asked = discord.say(`<@${discord.botId}> reply please`, { thread: true });
    const reply = await discord.nextReply(asked);
    discord.say("ping", {}, { replyTo: reply });
    await discord.until(() => seen[3], "four messages");

    expect(seen).toEqual(["|false", "direct|false", `<@${discord.botId}> reply please|true`, "ping|false"]);
    expect(reply).toMatchObject({ content: "here", channelId: asked.channelId });
  });

  test("with the intent it is visible; edits and deletions are told too", async () => {
    await connect(
      { intentsAllowed: intents.unprivileged | intents.messageContent },
      { intents: [...atLeast, GatewayIntentBits.MessageContent] },
    );
    const seen: string[] = [];
    client?.on(Events.MessageCreate, ({ content, author }) => seen.push(`${content} ${author.bot}`));
    client?.on(Events.MessageUpdate, (_, { content }) => seen.push(content));
    client?.on(Events.MessageDelete, ({ id }) => seen.push(id));

    const message = discord.say("is grok open?", { bot: true });
    discord.edit(message, "is it?");
    discord.erase(message);
    await discord.until(() => seen[2], "three events");

    expect(seen).toEqual(["is grok open? true", "is it?", message.id]);
  });

  test("a message whose connection breaks after it was posted is posted once thanks to its nonce", async () => {
    const { channels } = await connect();
    const channel = await channels.fetch(discord.channelId);
    discord.failNext(/POST .channels.\d+.messages/, "reset-after-apply");

    const target = discord.say("question");
    if (channel?.isSendable() === true)
      await channel.send({ content: "once", reply: { messageReference: target.id } });

    expect(discord.calls.filter(({ method }) => method === "POST")).toHaveLength(2);
    expect(discord.replies(target)).toHaveLength(1);
  });

  test("what is empty or answers a deleted message is refused", async () => {
    const { rest } = await connect();
    const target = discord.say("question");
    discord.erase(target);
    const post = async (body: object) =>
      rest
        .post(`/channels/${discord.channelId}/messages`, { body })
        .catch(({ code }: DiscordAPIError) => code);

    expect(await post({ content: "" })).toBe(50_006);
    expect(await post({ content: "late", message_reference: { message_id: target.id } })).toBe(50_035);
  });
});

describe("the gateway", () => {
  const echo = () => {
    onMessage(async (message) => {
      if (!message.author.bot) await message.reply("here");
    });
    client?.on(Events.Error, () => {});
  };
  const mention = () => discord.say(`<@${discord.botId}> hello`);

  test.each([
    ["a reset", () => discord.dropSockets()],
    ["op 7", () => discord.reconnect()],
    ["close code 4000", () => discord.closeGateway(4000)],
    ["a resumable op 9", () => discord.invalidate(true)],
  ])("after %s the session is resumed and missed events are replayed", async (_, fault) => {
    await connect();
    echo();

    fault();
    const missed = mention();
    await discord.nextReply(missed);
    await discord.until(() => (discord.gateway.resumes > 0 ? true : undefined), "a resume");

    expect(discord.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(discord.replies(missed)).toHaveLength(1);
  });

  test("a connection without acknowledged heartbeats is replaced", async () => {
    await connect({ heartbeatInterval: 100 });
    echo();
    await discord.until(() => (discord.gateway.heartbeats > 1 ? true : undefined), "heartbeats");

    discord.zombie();
    await discord.nextReply(mention());

    expect(discord.gateway.resumes).toBe(1);
  });

  test("a session that Discord forgot is begun anew", { timeout: 20_000 }, async () => {
    await connect();
    echo();

    discord.forgetSessions();
    discord.closeGateway(4000);
    await discord.until(() => (discord.gateway.identifies > 1 ? true : undefined), "an identify", 15_000);
    await discord.nextReply(mention());

    expect(discord.gateway).toMatchObject({ identifies: 2, resumes: 0 });
  });

  test("an intent that the portal does not allow closes with 4014", async () => {
    const connecting = connect({}, { intents: [...atLeast, GatewayIntentBits.MessageContent] });

    await expect(connecting).rejects.toThrow("Used disallowed intents");
  });

  test("another token is refused", async () => {
    const other = new Client({ intents: atLeast, rest: { api: discord.apiUrl } });

    await expect(other.login("wrong")).rejects.toThrow("An invalid token was provided");
  });

  test("payloads are compressed one by one for discord.js", async () => {
    const compressed = (manager: ConstructorParameters<typeof SimpleShardingStrategy>[0]) => {
      manager.options.compression = CompressionMethod.ZlibStream;
      return new SimpleShardingStrategy(manager);
    };
    // zlib-sync is not installed, so discord.js asks for compressed payloads instead of a stream, and says so.
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await connect({}, { ws: { buildStrategy: compressed } });
    warn.mockRestore();
    echo();

    await discord.nextReply(mention());

    expect(discord.gateway.identified).toMatchObject({ compress: true });
  });

  /** What a bare client gets: the frames' bytes until the server's guild has come. */
  const framesFor = async (
    query: string,
    wishes: object,
    read: (data: Buffer) => string,
  ): Promise<string> => {
    const address = discord.apiUrl.replace("http", "ws");
    const socket = new WebSocket(`${address}?v=10&encoding=json${query}`);
    const d = { token: discord.token, intents: 1, properties: {}, ...wishes };
    socket.once("message", () => socket.send(JSON.stringify({ op: 2, d })));
    const frames = await new Promise<string>((resolve) => {
      let all = "";
      socket.on("message", (data: Buffer) => {
        all += read(data);
        if (all.includes("GUILD_CREATE")) resolve(all);
      });
    });
    socket.close();
    return frames;
  };

  test("payloads travel in one zlib stream for those who ask, each ending with a flush", async () => {
    const bytes: Buffer[] = [];
    const inflated = (data: Buffer) => {
      expect(data.subarray(-4).toString("hex")).toBe("0000ffff");
      bytes.push(data);
      return inflateSync(Buffer.concat(bytes), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    };

    expect(await framesFor("&compress=zlib-stream", {}, inflated)).toContain('"op":10');
  });

  test("or one by one, after an IDENTIFY that asks for it", async () => {
    const inflated = (data: Buffer) =>
      (data[0] === 0x78 ? inflateSync(data) : data.subarray(0, 8)).toString();

    expect(await framesFor("", { compress: true }, inflated)).toMatch(/^\{"op":10.*READY/);
  });
});

describe("requests", () => {
  test("commands keep their ids, are changed only by differences, and hide translations unless asked", async () => {
    const { application } = await connect();
    const define = { name: "define", description: "A term", descriptionLocalizations: { de: "Ein Begriff" } };
    await application.commands.set([define, { name: "help", description: "Help" }]);
    const [before] = discord.commands.global;

    await application.commands.set([define]);
    const plain = await client?.rest.get(`/applications/${discord.botId}/commands`);
    const full = await application.commands.fetch({ withLocalizations: true });

    expect(discord.commands.global).toEqual([before]);
    expect(plain).not.toHaveProperty("0.description_localizations");
    expect(full.first()?.descriptionLocalizations).toEqual({ de: "Ein Begriff" });
    await expect(application.commands.create({ name: "Big", description: "" })).rejects.toThrow(
      "Invalid Form Body",
    );
  });

  test.each([
    ["a 500", 500, 2],
    ["a proxy's page", "502html", 2],
    ["a rate limit", { status: 429, retryAfter: 0.1 }, 2],
    ["a reset", "reset", 2],
  ] as const)("%s is a fault that discord.js survives", async (_, fault, tries) => {
    const { rest } = await connect();
    discord.failNext("GET /users/@me", fault);

    expect(await rest.get("/users/@me")).toMatchObject({ id: discord.botId });
    expect(discord.calls.filter(({ path }) => path === "/users/@me")).toHaveLength(tries);
  });

  test.each([
    ["an orderly close", "otherside", "other side closed"],
    ["a revoked token", 401, "401: Unauthorized"],
    ["a missing permission", 403, "Missing Permissions"],
  ] as const)("%s reaches the caller", async (_, fault, message) => {
    const { rest } = await connect();
    discord.failNext("GET /users/@me", fault);

    await expect(rest.get("/users/@me")).rejects.toThrow(message);
  });

  test("the sixth message to a channel in five seconds is over the limit", async () => {
    await connect({ rateLimits: true });
    const headers = { authorization: `Bot ${discord.token}`, "content-type": "application/json" };
    const url = `${discord.apiUrl}/v10/channels/${discord.channelId}/messages`;
    const send = async () => fetch(url, { method: "POST", headers, body: '{"content":"hi"}' });

    const responses = await Promise.all(Array.from({ length: 6 }, send));

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await responses[5]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  test("an unreachable Discord refuses connections until it is back", async () => {
    const back = discord.refuse(100);
    const cause = await fetch(discord.apiUrl).catch((error: Error) => error.cause);
    await back;

    expect(cause).toMatchObject({ code: "ECONNREFUSED" });
    expect((await fetch(`${discord.apiUrl}/v10/gateway`)).status).toBe(200);
  });
});
