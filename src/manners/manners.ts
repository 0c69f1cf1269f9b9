import { LRUCache } from "lru-cache";
import { usageCard } from "../cards/usage.ts";
import type { Ask, Bot, Button, Language, Reply } from "../chat.ts";
import type { Log } from "../log.ts";
import { phrases } from "../phrases.ts";
import { remember } from "../remember.ts";
import { apologyFor } from "./apology.ts";
import { type Control, controlsOf } from "./controls.ts";
import { createOnce } from "./once.ts";
import { createPaces } from "./pace.ts";
import { type Press, readPress } from "./press.ts";

/** What both chat platforms have in common in how the bot behaves: when it speaks, to whom, in which language. */
export interface Manners {
  /** What to answer to something said; nothing: silence. */
  hear(heard: Heard): Promise<Card | undefined>;
  /** What to do about a pressed button; nothing when it was delivered twice. */
  press(pressed: Pressed): Promise<Card | "delete" | undefined>;
}

/** What every event tells. Ids of persons and channels are the platform's own, and opaque here. */
interface Event {
  /** All ids under which the platform may deliver this again: it is answered once. */
  readonly ids: readonly string[];
  readonly person: string;
  readonly channel: string;
  /** Others read along there. */
  readonly shared: boolean;
  /** The reader's own language, where the platform tells it. Only private answers go by it. */
  readonly reader?: Language | undefined;
}

export interface Heard extends Event {
  /** A command, a mention, a direct message, or a message to nobody in particular. */
  readonly how: "command" | "mention" | "direct" | "overheard";
  /** A message's text comes as the command "ask". */
  readonly ask: Ask;
  /** All that was typed, where the name of a command was part of it: "hilfe" tells the language. */
  readonly typed?: string;
}

export interface Pressed extends Event {
  /** What the button carries. */
  readonly code: string;
  /** May delete messages of others in that channel. */
  readonly moderator: boolean;
}

/** What an adapter draws. `reply.audience` says whether others may see it. */
export interface Card {
  readonly reply: Reply;
  readonly controls: readonly Control[];
  /** Small print: why this is here, and who brought it about. */
  readonly footer?: { readonly text: string; readonly person?: string };
}

interface Settings {
  readonly adapter: string;
  /** Channels in which questions are answered unasked; "*" is all. */
  readonly overhear: readonly string[];
  /** When nothing else tells. */
  readonly language: Language;
  readonly log: Log;
}

/** An unasked answer is not given again for so long, in milliseconds. */
const cooldown = 600_000;
const mostRemembered = 10_000;

export function createManners(bot: Bot, { adapter, overhear, language: usual, log }: Settings): Manners {
  const once = createOnce();
  const paces = createPaces();
  // By the clock as it is now, so that a test can turn it forward.
  const recent = new LRUCache<string, true>({ max: mostRemembered, ttl: cooldown, perf: performance });

  const answer = (ask: Ask, language: Language, { person, shared }: Event): Promise<Reply> =>
    bot.answer({ ...ask, language, place: { adapter, shared }, person });

  async function answerAsked(heard: Heard): Promise<Card | undefined> {
    const isPublic = heard.shared && heard.how !== "command";
    const spoken = bot.languageOf(heard.typed ?? heard.ask.text) ?? usual;
    const language = isPublic ? spoken : (heard.reader ?? spoken);
    if (heard.how !== "command") {
      const speed = paces.take(heard.person, heard.channel);
      if (speed === "drop") return undefined;
      if (speed === "tell") return card(seenBy(notice(language, "busy"), "everyone"), heard);
    }
    const isBare = heard.ask.command === "ask" && heard.ask.text.trim() === "" && heard.how !== "command";
    const ask = isBare ? { command: "help", text: "" } : heard.ask;
    const reply = await answer(ask, language, heard);
    if (isPublic) recent.set(topicOf(heard.channel, reply), true);
    return card(seenBy(reply, heard.how === "command" && heard.shared ? "person" : "everyone"), heard);
  }

  async function answerOverheard(heard: Heard): Promise<Card | undefined> {
    if (!overhear.includes("*") && !overhear.includes(heard.channel)) return undefined;
    const { person, shared } = heard;
    const language = bot.languageOf(heard.ask.text) ?? usual;
    const request = bot.overhear({ text: heard.ask.text, language, place: { adapter, shared }, person });
    if (request === undefined) return undefined;
    const reply = await bot.answer(request);
    const topic = topicOf(heard.channel, reply);
    if (reply.band !== "answer" || recent.has(topic)) return undefined;
    if (!paces.takeUnasked(person, heard.channel)) return undefined;
    recent.set(topic, true);
    const footer = { text: phrases[language].card.overheard };
    return { ...card(seenBy(brief(reply), "everyone"), heard), footer };
  }

  async function share(ask: Ask, language: Language, pressed: Pressed): Promise<Card> {
    const reply = await answer(ask, language, pressed);
    const topic = sharedIn(topicOf(pressed.channel, reply));
    if (recent.has(topic)) return { reply: notice(language, "alreadyShared"), controls: [] };
    if (!paces.takeUnasked(pressed.person, pressed.channel))
      return { reply: notice(language, "busy"), controls: [] };
    recent.set(topic, true);
    recent.set(topicOf(pressed.channel, reply), true);
    const footer = { text: phrases[language].card.shared, person: pressed.person };
    return { ...card(seenBy(reply, "everyone"), pressed), footer };
  }

  async function act(press: Press, pressed: Pressed): Promise<Card | "delete"> {
    const { reader, person, moderator, shared } = pressed;
    const language = press.kind === "ask" && press.chosen ? press.language : (reader ?? press.language);
    switch (press.kind) {
      case "ask":
        return card(
          seenBy(await answer(press.ask, language, pressed), shared ? "person" : "everyone"),
          pressed,
        );
      case "share":
        return share(press.ask, press.language, pressed);
      case "delete":
        if (!moderator && press.asker !== person)
          return { reply: notice(language, "notYours"), controls: [] };
        // What was deleted may be shared again; which card it was, the button does not tell.
        for (const key of recent.keys())
          if (key.startsWith(sharedIn(`${pressed.channel}:`))) recent.delete(key);
        return "delete";
      case "vote":
        log.info({ adapter, entry: press.entry, helpful: press.helpful }, "vote");
        return { reply: notice(language, "thanks"), controls: [] };
    }
  }

  const apology = (error: unknown, reader: Language | undefined): Card => ({
    reply: apologyFor(error, reader ?? usual, log),
    controls: [],
  });

  return {
    async hear(heard) {
      if (!once(heard.ids)) return undefined;
      try {
        return await (heard.how === "overheard" ? answerOverheard(heard) : answerAsked(heard));
      } catch (error) {
        const sorry = apology(error, heard.reader);
        return heard.how === "overheard" ? undefined : sorry;
      }
    },
    async press(pressed) {
      if (!once(pressed.ids)) return undefined;
      const press = readPress(pressed.code);
      try {
        return press === undefined
          ? { reply: notice(pressed.reader ?? usual, "stale"), controls: [] }
          : await act(press, pressed);
      } catch (error) {
        return apology(error, pressed.reader);
      }
    },
  };
}

/** What nobody asked for is kept short; the rest is behind a button. */
function brief(reply: Reply): Reply {
  const {
    band,
    entry,
    language,
    title,
    text,
    tone = "neutral",
    sources = [],
    asOf,
    next = [],
    audience,
  } = reply;
  // The button for the other language asks for this very card.
  const self = next.find((button) => button.language !== undefined);
  const more: readonly Button[] =
    self === undefined
      ? next
      : [{ label: phrases[language].card.more, command: self.command, text: self.text }, self];
  const rest = { ...(entry === undefined ? {} : { entry }), ...(asOf === undefined ? {} : { asOf }) };
  return { band, ...rest, language, title, text, tone, sources, next: more, audience };
}

function card(reply: Reply, { person, shared }: Event): Card {
  return reply.audience === "person" && shared
    ? privateCard(reply)
    : { reply, controls: controlsOf(reply, person, shared) };
}

/** The same object for everyone who asks the same, so that adapters need to draw it only once. */
const privateCard = remember((reply: Reply): Card => ({ reply, controls: controlsOf(reply, "", true) }));

const audiences = remember((reply: Reply) => ({
  person: { ...reply, audience: "person" as const },
  everyone: { ...reply, audience: "everyone" as const },
}));

function seenBy(reply: Reply, audience: Reply["audience"]): Reply {
  return audiences(reply)[audience];
}

/** In another language it is another answer: those who read it are others. */
function topicOf(channel: string, { entry, language, title }: Reply): string {
  return `${channel}:${language}:${entry ?? title}`;
}

/** Apart from answers: who has seen one may still want to share it. */
function sharedIn(topic: string): string {
  return `shared ${topic}`;
}

function notice(
  language: Language,
  which: "alreadyShared" | "busy" | "notYours" | "stale" | "thanks",
): Reply {
  const { title, text } = phrases[language].card[which];
  return usageCard(language, title, text, []);
}
