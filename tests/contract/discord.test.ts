import { createMemoryStore } from "../../src/store/memory.ts";
import { createDiscord } from "../../src/adapters/discord/discord.ts";
import type { Bot, Language } from "../../src/chat.ts";
import { createPictures } from "../../src/picture/picture.ts";
import { createFront } from "../../src/serve.ts";
import { silentLog } from "../chat.ts";
import { freePort } from "../free-port.ts";
import type { Answer } from "../stand-ins/discord/answer.ts";
import type { BotMessage } from "../stand-ins/discord/bot-message.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import type { SentMessage } from "../stand-ins/discord/people.ts";
import { adapterContract, type Driver, type Seen } from "./contract.ts";

let person = 0;
/** Another person and channel each time, so that nobody is too fast. */
function somebody(language: Language = "en") {
  person += 1;
  const locale = language === "de" ? "de" : "en-US";
  return { user: { id: `${200_000_000_000_000_000n + BigInt(person)}`, username: `p${person}` }, locale };
}

function seenIn(message: BotMessage): Seen {
  const labels = message.everyComponent.flatMap(({ label, options = [] }) => [
    ...(label === undefined ? [] : [label]),
    ...options.map((option) => option.label),
  ]);
  const shown = message.text.replaceAll(/\\([^0-9A-Za-z\s])/g, "$1");
  const { components, allowedMentions } = message;
  return {
    text: [shown, ...labels].join("\n"),
    isPrivate: message.private,
    payload: JSON.stringify({ components, allowedMentions }),
  };
}

/** Commands and buttons come over HTTP or over the gateway, messages over the gateway alone. */
async function openDiscord(bot: Bot, over: "gateway" | "http"): Promise<Driver> {
  const standIn = await startDiscord();
  const port = await freePort();
  const front = createFront({ host: "127.0.0.1", port });
  if (over === "http") standIn.deliverTo(`http://127.0.0.1:${port}/discord/interactions`);
  const { publicKey } = standIn.endpoint;
  const adapter = createDiscord({
    gateway: "on",
    http:
      over === "gateway"
        ? undefined
        : { publicKey, serve: (route, listener) => front.serve(route, listener) },
    pictures: createPictures(silentLog),
    token: standIn.token,
    apiUrl: standIn.apiUrl,
    register: "off",
    overhear: [],
    language: "en",
    store: createMemoryStore(),
    log: silentLog,
    tell() {},
  });
  await adapter.start(bot);
  const messages = new WeakMap<Seen, { readonly message: BotMessage; readonly answer?: Answer }>();
  let last: Answer | SentMessage | undefined;

  function seen(message: BotMessage, answer?: Answer): Seen {
    const one = seenIn(message);
    messages.set(one, answer === undefined ? { message } : { message, answer });
    return one;
  }
  const answered = (answer: Answer) => {
    last = answer;
    return seen(answer.message, answer);
  };
  const say = async (text: string, guild?: null) => {
    const message = standIn.say(text, { ...somebody(), ...(guild === null ? { guild } : {}) });
    last = message;
    return seen(await standIn.nextReply(message));
  };

  return {
    async command(line, language) {
      const [, name = "", text = ""] = /^\/(\S+) ?(.*)$/s.exec(line) ?? [];
      const option = bot.commands.find((command) => command.name === name)?.options[0]?.name;
      const options = option === undefined || text === "" ? {} : { [option]: text };
      return answered(await standIn.slash(name, options, somebody(language)));
    },
    mention: (text) => say(`<@${standIn.botId}> ${text}`),
    direct: (text) => say(text, null),
    async press(label, on) {
      const { message, answer } = messages.get(on) ?? {};
      if (message === undefined) throw new Error("not seen here");
      const target = answer ?? message;
      for (const { custom_id: id = "", label: own, options = [] } of message.everyComponent) {
        if (own === label) return answered(await standIn.press(id, target, somebody()));
        const option = options.find((one) => one.label === label);
        if (option !== undefined) return answered(await standIn.choose(id, option.value, target, somebody()));
      }
      throw new Error(`no button ${label}`);
    },
    async answers() {
      // Whatever is under way is over once another round trip is.
      await standIn.autocomplete("define", { name: "term", value: "w" });
      const called = standIn.calls.filter(
        ({ method, path, body }) =>
          method === "POST" &&
          (path.endsWith("/messages") ||
            (/\/callback/.test(path) && JSON.stringify(body).includes('"type":4'))),
      );
      const responded = standIn.endpoint.received.filter(({ body }) => body?.["type"] === 4);
      return called.length + responded.length;
    },
    async redeliver() {
      if (last !== undefined) standIn.redeliver(last);
    },
    async noise(text) {
      const asked = `<@${standIn.botId}> ${text}`;
      standIn.say(asked, { ...somebody(), bot: true });
      standIn.say(asked, { ...somebody(), webhook: true });
      standIn.say(asked, { user: { id: standIn.botId, username: "Openness" }, bot: true });
      standIn.say(asked, somebody(), { type: 7 });
      standIn.say("@everyone is grok open source?", somebody());
      standIn.edit(standIn.say(text, somebody()), asked);
    },
    async suggest(name, typed, language) {
      const option = bot.commands.find((command) => command.name === name)?.options[0]?.name ?? "";
      const { choices } = await standIn.autocomplete(
        name,
        { name: option, value: typed },
        {},
        somebody(language),
      );
      return choices.map(({ name: label, value }) => ({ label, value: String(value) }));
    },
    async stop() {
      await adapter.stop();
      await front.stop();
      await standIn.stop();
    },
  };
}

adapterContract("discord over the gateway", (bot) => openDiscord(bot, "gateway"));
adapterContract("discord over http", (bot) => openDiscord(bot, "http"));
