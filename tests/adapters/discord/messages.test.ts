import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { intents } from "../../stand-ins/discord/intents.ts";
import { type Connected, connect } from "./connect.ts";

const open = "1170000000000000010";
const closed = "1170000000000000011";
let discord: Connected;
beforeAll(async () => {
  discord = await connect(
    { overhear: [open] },
    {
      intentsAllowed: intents.unprivileged | intents.messageContent,
      guilds: [{ id: "1170000000000000001", channels: [{ id: closed }, { id: open }] }],
    },
  );
});
afterAll(() => discord.stop());

/** A person and a channel of their own each time, so that nobody is too fast. */
let persons = 0;
const someone = (where: object = {}) => {
  persons += 1;
  return {
    user: { id: `30000000000000000${persons}`, username: `p${persons}` },
    channel: `31000000000000000${persons}`,
    ...where,
  };
};
const textOf = async (said: string, where: object = {}) => {
  const message = discord.server.say(said.replace("@bot", `<@${discord.server.botId}>`), someone(where));
  return (await discord.server.nextReply(message)).text;
};
/** What was said before has been answered when this has. */
const settled = async () => void (await textOf("@bot fork"));

describe("a message that names the bot", () => {
  test("is answered for all, as a reply, and pings nobody", async () => {
    const asked = discord.server.say(`<@!${discord.server.botId}> is grok open source?`, someone());
    const reply = await discord.server.nextReply(asked);
    expect(reply.private).toBe(false);
    expect(reply.text).toContain("Grok (xAI)");
    expect(reply.allowedMentions).toEqual({ parse: [], replied_user: false });
  });

  test.each([
    ["@bot: ist grok eigentlich open source?", "Grok (xAI)"],
    ["is grok open source, @bot?", "it depends on the version"],
    ["@bot", "Openness: how open is an AI model really?"],
    ["@bot <:wave:123>", "Openness: how open is an AI model really?"],
    ["@bot /define fork", "## Fork"],
    ["@bot </define:123> fork", "## Fork"],
    ["@bot: /timeline musk", "Timeline"],
  ])("is understood without the name: %s", async (said, answer) => {
    expect(await textOf(said)).toContain(answer);
  });

  test("is answered where it was asked, also in a thread", async () => {
    const asked = discord.server.say(`<@${discord.server.botId}> fork`, someone({ thread: true }));
    const reply = await discord.server.nextReply(asked);
    expect(reply.channelId).toBe(asked.channelId);
    expect(reply.channelId).not.toBe(closed);
  });

  test("is told once to slow down, publicly, since nobody can be told privately", async () => {
    const hasty = someone();
    const said = Array.from({ length: 7 }, () =>
      discord.server.say(`<@${discord.server.botId}> fork`, hasty),
    );
    const sixth = await discord.server.nextReply(said[5] ?? { id: "" });
    expect(sixth.text).toContain("One moment, please.");
    expect(discord.server.calls.at(-1)?.body).toMatchObject({ flags: 1 << 15 });
    await settled();
    expect(discord.server.replies(said[6] ?? { id: "" })).toEqual([]);
  });
});

describe("a direct message", () => {
  test("is answered in its language", async () => {
    expect(await textOf("ist grok eigentlich open source?", { guild: null })).toContain("Version");
    expect(await textOf("/define fork", { guild: null })).toContain("## Fork");
  });
});

describe("a message to nobody in particular", () => {
  test("is answered only where that is switched on, only when it is a question, and says why", async () => {
    const ask = (content: string, channel: string) => discord.server.say(content, someone({ channel }));
    const elsewhere = ask("is grok really open source?", closed);
    const chat = ask("I like grok", open);
    const reply = await discord.server.nextReply(ask("is grok really open source?", open));
    expect(reply.text).toContain("questions are switched on");
    await settled();
    expect([elsewhere, chat].flatMap((said) => discord.server.replies(said))).toEqual([]);
  });
});

describe("nobody is answered", () => {
  test.each<[string, () => { readonly id: string }]>([
    ["another bot", () => discord.server.say(`<@${discord.server.botId}> fork`, someone({ bot: true }))],
    ["a webhook", () => discord.server.say(`<@${discord.server.botId}> fork`, someone({ webhook: true }))],
    ["a system message", () => discord.server.say(`<@${discord.server.botId}> fork`, someone(), { type: 7 })],
    [
      "an edit",
      () => {
        const said = discord.server.say("nothing of interest", someone());
        discord.server.edit(said, `<@${discord.server.botId}> fork`);
        return said;
      },
    ],
    ["a mention of everyone", () => discord.server.say("@everyone fork?", someone())],
    ["a mention of a role", () => discord.server.say(`<@&${discord.server.botId}> fork?`, someone())],
  ])("for %s", async (_, happen) => {
    const said = happen();
    await settled();
    expect(discord.server.replies(said)).toEqual([]);
  });

  test("for a reply to an answer that does not name the bot", async () => {
    const asked = discord.server.say(`<@${discord.server.botId}> fork`, someone());
    const answer = await discord.server.nextReply(asked);
    const thanks = discord.server.say("thanks!", someone(), { replyTo: answer });
    await settled();
    expect(discord.server.replies(thanks)).toEqual([]);
  });
});

test("without channels to overhear, message content is not asked for", async () => {
  const plain = await connect();
  expect(plain.server.gateway.identified).toMatchObject({ intents: 4609 });
  await plain.stop();
  expect(discord.server.gateway.identified).toMatchObject({ intents: 37_377 });
});
