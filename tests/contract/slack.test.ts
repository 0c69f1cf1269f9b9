import type { Bot } from "../../src/chat.ts";
import { openTownHall } from "../adapters/slack/town-hall.ts";
import { openWorkplace } from "../adapters/slack/workplace.ts";
import type { Sent } from "../stand-ins/slack/events.ts";
import type { Answer, Message, SlackStandIn } from "../stand-ins/slack/slack.ts";
import { adapterContract, type Driver, type Seen } from "./contract.ts";

let person = 0;
/** Another person and channel each time, so that nobody is too fast. */
function somebody(channel = "C") {
  person += 1;
  return { user: `U${100 + person}`, channel: `${channel}${100 + person}` };
}

/** Every string of a payload, as people read it. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string")
    return [value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function seenIn(message: Message): Seen {
  return {
    // Sources are links, "<address|[1] title>".
    text: stringsIn(message.body).join("\n"),
    isPrivate: message.only !== undefined,
    payload: JSON.stringify(message.body).replaceAll(/<https?:\/\/[^|>]*\|/g, ""),
  };
}

interface Office {
  readonly standIn: SlackStandIn;
  readonly close: () => Promise<void>;
}

async function openByToken(bot: Bot, over: "socket" | "http"): Promise<Office> {
  const place = await openWorkplace({ bot, over });
  return { standIn: place.slack, close: () => place.close() };
}

async function openByOAuth(bot: Bot): Promise<Office> {
  const hall = await openTownHall({ bot });
  const standIn = await hall.town.found("T0STANDIN");
  await hall.install(standIn);
  return { standIn, close: () => hall.close() };
}

function driveSlack({ standIn, close }: Office): Driver {
  const messages = new WeakMap<Seen, Message>();
  let last: (() => Promise<unknown>) | undefined;
  /** Messages of the bot that nobody asked for: its own noise, and cards on the way to another language. */
  let notAnswers = 0;

  function seen(message: Message): Seen {
    const one = seenIn(message);
    messages.set(one, message);
    return one;
  }
  const answered = ({ message }: Answer) => {
    if (message === undefined) throw new Error("no answer");
    return seen(message);
  };
  const say = async (said: Promise<Message & { readonly events: readonly Sent[] }>) => {
    const message = await said;
    last = () => Promise.all(message.events.map((event) => standIn.redeliver(event)));
    return seen(await standIn.nextReply(message));
  };
  /** As Slack puts typed text on the wire. */
  const wire = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  async function press(label: string, on: Seen): Promise<Seen> {
    const message = messages.get(on);
    if (message === undefined) throw new Error("not seen here");
    return answered(await standIn.press(message, { label }));
  }

  return {
    async command(line, language) {
      const [, name = "", text = ""] = /^\/(\S+) ?(.*)$/s.exec(line) ?? [];
      const own = name === "openness" || name === "define";
      const typed = wire(own ? text : `${name} ${text}`.trim());
      const who = somebody();
      const answer = await standIn.command(own ? `/${name}` : "/openness", typed, who);
      // Slack doesn't tell the reader's language, so a name alone is answered in the usual one.
      if (language === "de") {
        notAnswers += 1;
        return press("Auf Deutsch", answered(answer));
      }
      return answered(answer);
    },
    mention: (text) => say(standIn.mention(`<@${standIn.botUser}> ${wire(text)}`, somebody())),
    direct: (text) => say(standIn.direct(wire(text), somebody("D"))),
    press,
    async answers() {
      // Whatever is under way is over once another round trip is.
      await standIn.openHome(somebody());
      return standIn.messages.filter(({ user }) => user === standIn.botUser).length - notAnswers;
    },
    async redeliver() {
      await last?.();
    },
    async noise(text) {
      const asked = `<@${standIn.botUser}> ${text}`;
      await standIn.say(asked, somebody(), { bot_id: "B999", subtype: "bot_message" });
      notAnswers += 1;
      await standIn.say(asked, { ...somebody(), user: standIn.botUser }, { bot_id: standIn.botId });
      await standIn.say(asked, somebody(), { subtype: "channel_join" });
      await standIn.edit(await standIn.say(text, somebody()), asked);
    },
    stop: close,
  };
}

adapterContract("slack over sockets", async (bot) => driveSlack(await openByToken(bot, "socket")));
adapterContract("slack over http", async (bot) => driveSlack(await openByToken(bot, "http")));
adapterContract("slack by oauth", async (bot) => driveSlack(await openByOAuth(bot)));
