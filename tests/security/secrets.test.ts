import { randomBytes } from "node:crypto";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { createVisitor } from "../adapters/slack/visitor.ts";
import { freePort } from "../free-port.ts";
import { startBot } from "../programs/bot-process.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { intents } from "../stand-ins/discord/intents.ts";
import { startTown } from "../stand-ins/slack/town.ts";
import { createDatabase, onServer, postgres } from "../store/engines.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const fresh = () => randomBytes(16).toString("hex");
const site = "https://bot.example.org";

/** A database with a password, and all that stands in it; nothing of the kind where there is no server. */
async function database() {
  if (!postgres.isThere) return { env: {}, password: fresh(), break: async () => {}, dump: async () => "" };
  const { url, drop } = await createDatabase();
  ends.push(drop);
  const address = new URL(url);
  if (address.password === "") address.password = fresh();
  const key = randomBytes(32).toString("base64");
  return {
    env: { DATABASE_URL: address.href, STORE_KEYS: `2026:${key}` },
    password: address.password,
    key,
    /** Of what is asked next, each goes wrong in another way. */
    async break() {
      await onServer("drop table votes", url);
      await onServer("alter table questions add constraint short check (length(text) < 1)", url);
      await onServer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        url,
      );
    },
    async dump() {
      const { rows } = await onServer("select tablename from pg_tables where schemaname = 'public'", url);
      const all = await Promise.all(
        rows.map(async ({ tablename }) => (await onServer(`select * from "${tablename}"`, url)).rows),
      );
      return JSON.stringify(all);
    },
  };
}

async function start() {
  const [port, health, kept, discord] = await Promise.all([
    freePort(),
    freePort(),
    database(),
    startDiscord({
      intentsAllowed: intents.unprivileged | intents.messageContent,
      answerWithinMs: 1_500,
    }),
  ]);
  const own = `http://127.0.0.1:${port}`;
  const town = await startTown({
    eventsUrl: `${own}/slack/events`,
    redirectUrl: `${site}/slack/oauth_redirect`,
  });
  ends.push(
    () => discord.stop(),
    () => town.stop(),
  );
  const stateSecret = fresh();
  const planted = {
    typed: `my password is ${fresh()} and "${fresh()}"`,
    token: `xoxb-1-2-${fresh()}`,
    url: `https://discord.com/api/v10/interactions/117/${fresh()}/callback`,
  };
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_OVERHEAR: "*",
    SLACK_CLIENT_ID: town.app.clientId,
    SLACK_CLIENT_SECRET: town.app.clientSecret,
    SLACK_SIGNING_SECRET: town.app.signingSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_API_URL: town.apiUrl,
    SLACK_OVERHEAR: "*",
    PUBLIC_BASE_URL: site,
    PORT: String(port),
    HEALTH_PORT: String(health),
    LOG_LEVEL: "trace",
    PLANTED: JSON.stringify(planted),
    ...kept.env,
  };
  const preload = path.resolve("tests/security/plant.cjs");
  const bot = startBot(env, ["--require", preload, path.resolve("dist/bundle/main.js")]);
  ends.push(() => bot.end("SIGKILL"));
  await bot.says("Slack: workspaces install the bot");
  await bot.says("discord: connected");
  return { own, health, kept, discord, town, stateSecret, planted, bot };
}

/** The pieces of a text that would give it away. */
const piecesOf = (text: string) => text.split(/[\s"/]+/).filter((piece) => piece.length >= 20);

// Windows has no signals to start the failures with.
test.skipIf(process.platform === "win32")(
  "what is secret gets into no log, reply, error, measurement or row of the database, at the lowest level",
  async () => {
    const { own, health, kept, discord, town, stateSecret, planted, bot } = await start();
    const north = await town.found("T0NORTH");
    const seen: string[] = [];

    // Installing, until the database is there; then with what was used before, and with a state that somebody made up.
    const visitor = createVisitor(site, own);
    const install = async () => {
      const { link } = await visitor.open(`${site}/slack/install`);
      return town.allow(link, north);
    };
    let back = "";
    const attempt = async () => {
      back = await install();
      const { status, page } = await visitor.open(back);
      seen.push(page);
      return status;
    };
    await expect.poll(attempt, { timeout: 20_000, interval: 500 }).toBe(200);
    const { code = "", state = "" } = Object.fromEntries(new URL(back).searchParams);
    for (const again of [back, `${site}/slack/oauth_redirect?code=${code}&state=${planted.token}`])
      seen.push((await visitor.open(again)).page);

    // People type secrets, and the platforms fail in every way while they are answered.
    const typed = `is ${fresh()} open? ${planted.typed} ${fresh()}@example.org`;
    const admin = { user: "U0ADMIN", channel: "C0NORTH" };
    const answers = [
      await discord.slash("define", { term: typed.slice(0, 200) }),
      await discord.slash("ask", { question: typed }),
      await discord.menu("Explain this", { content: typed }),
      await discord.slash(typed.slice(0, 30)),
    ];
    discord.say(typed);
    discord.say(`<@${discord.botId}> ${typed}`);
    for (const fault of [403, 500, 404] as const) {
      discord.failNext("/callback", fault, 2);
      answers.push(await discord.slash("ask", { question: typed }));
    }
    discord.failNext("/messages", 403, 2);
    discord.say(`<@${discord.botId}> grok`);
    seen.push(JSON.stringify((await north.command("/openness", typed, admin)).payload));
    seen.push(JSON.stringify((await north.command("/openness", "settings", admin)).view?.body));
    north.failNext("users.info", { status: 500 });
    await north.command("/openness", "settings", admin);
    const mention = await north.mention(`grok ${typed}`, admin);
    const message = await north.nextReply(mention);
    const responseUrls = [fresh(), fresh()].map(
      (one) => new URL(`/actions/T0NORTH/117/${one}`, town.apiUrl).href,
    );
    for (const [index, response_url] of responseUrls.entries())
      await north.deliver({
        type: "interactive",
        accepts: false,
        payload: {
          type: "block_actions",
          team: { id: "T0NORTH" },
          user: { id: "U0ADA" },
          channel: { id: message.channel },
          container: { type: "message", channel_id: message.channel, message_ts: message.ts },
          trigger_id: `1.2.${index}`,
          response_url,
          actions: [
            {
              type: "button",
              action_id: "ask-0",
              block_id: "b",
              action_ts: "1.1",
              value: "1:ask:en:ask:grok",
            },
          ],
        },
      });
    north.failNext("chat.postMessage", { error: "invalid_blocks" }, 2);
    await north.mention(`llama ${typed}`, admin);

    // Collected where that is wanted, and a database that breaks.
    await north.command("/openness", "settings quiet", admin);
    await kept.break();
    await discord.press("1:vote:en:up:family:grok");
    await north.command("/openness", typed, admin);

    const look = async (page: string) => (await fetch(`http://127.0.0.1:${health}${page}`)).text();
    const open = [await look("/metrics"), await look("/healthz"), await look("/readyz"), await kept.dump()];
    seen.push(JSON.stringify(north.messages.map(({ blocks }) => blocks)));

    // Libraries that fail in the background, and at last one that ends the bot.
    process.kill(bot.pid, "SIGUSR2");
    await bot.says(/(?:failed in the background[^]*){11}/);
    process.kill(bot.pid, "SIGUSR2");
    await bot.says("a bug that nobody caught has ended the bot");
    expect(await bot.end()).toBe(1);

    const installed = town.calls.find(({ token }) => token.startsWith("xoxb-"));
    const places = new Map<string, string | undefined>([
      ["the bot token of Discord", discord.token],
      ["the client secret", town.app.clientSecret],
      ["the signing secret", town.app.signingSecret],
      ["the state secret", stateSecret],
      ["the token of an installation", installed?.token],
      ["the code of an installation", code],
      ["the state of an installation", state],
      ["the password of the database", kept.password],
      ["the key of the store", kept.key],
      ...answers.map((answer, index) => [`the token of interaction ${index}`, answer.token] as const),
      ...responseUrls.map((url, index) => [`response_url ${index}`, url.split("/").at(-1)] as const),
      ["the token in an error", planted.token],
      ...piecesOf(planted.url).map((piece) => ["the token in the address of an error", piece] as const),
    ]);
    // Whoever typed it may read it in their own answer, but nowhere else.
    const words = new Map(piecesOf(typed).map((piece) => [`typed: ${piece}`, piece]));
    expect(places.size + words.size).toBeGreaterThan(20);

    const { printed } = bot;
    const leaksOf = (secrets: ReadonlyMap<string, string | undefined>, texts: readonly string[]) =>
      [...secrets].flatMap(([place, secret = ""]) =>
        secret !== "" && texts.some((text) => text.includes(secret)) ? [place] : [],
      );
    expect(leaksOf(places, [printed])).toEqual([]);
    expect(leaksOf(places, [...seen, ...open])).toEqual([]);
    expect(leaksOf(words, [printed, ...open])).toEqual([]);
    // It would not be worth much if the bot had had nothing to say.
    expect(printed.split("\n").length).toBeGreaterThan(30);
  },
);
