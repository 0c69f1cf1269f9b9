import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import { usageCard } from "../cards/usage.ts";
import type { Ask, Bot, Language, Reply } from "../chat.ts";
import type { Log } from "../log.ts";
import { phrases } from "../phrases.ts";
import type { Community, Settings, Store, Vote } from "../store/store.ts";
import { apologyFor } from "./apology.ts";
import { commandNamed } from "./asks.ts";
import { brief, type Card, card, notice, seenBy } from "./card.ts";
import { reasonsFor } from "./controls.ts";
import type { Filled } from "./form.ts";
import { leave } from "./leave.ts";
import { createOnce } from "./once.ts";
import { createPaces } from "./pace.ts";
import { openQuestion } from "./open-question.ts";
import { type Press, readPress } from "./press.ts";
import { createDeciders, type Deciding, notSaved } from "./settings.ts";

/** What both chat platforms have in common in how the bot behaves: when it speaks, to whom, in which language. */
export interface Manners {
  /** What to answer to something said; nothing: silence. */
  hear(heard: Heard): Promise<Card | undefined>;
  /** What to do about a pressed button; nothing when it was delivered twice. */
  press(pressed: Pressed): Promise<Card | "delete" | undefined>;
  /** What to say to a form that was filled in; nothing when it was delivered twice. */
  submit(submitted: Submitted): Promise<Card | undefined>;
  /** What to say when there is no time left for an answer; nothing when it was delivered twice. */
  putOff(event: Heard | Pressed): Card | undefined;
  /** The bot was removed from a community: nothing of it is kept. Resolves once that is so. */
  leave(community: string): Promise<void>;
}

/** What every event tells. Ids of persons and channels are the platform's own, and opaque here. */
interface Event {
  /** The server or workspace; nothing where there is none. */
  readonly community?: string | undefined;
  /** Whether this person may decide for the whole community. */
  readonly manages?: () => boolean | Promise<boolean>;
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

export interface Submitted extends Event {
  /** The form's own. */
  readonly code: string;
  readonly filled: Filled;
}

interface Circumstances {
  readonly adapter: string;
  /**
   * Channels in which questions are answered unasked, as long as nobody there decides otherwise; "*" is all. Where there are
   * none, questions cannot be heard.
   */
  readonly overhear: readonly string[];
  /** When nothing else tells. */
  readonly language: Language;
  readonly store: Store;
  /** How many processes share the events. */
  readonly processes?: () => number;
  readonly log: Log;
}

/** Commands whose honest no is worth a curator's look. */
const questions = new Set(["ask", "openness", "define"]);

/** An unasked answer is not given again for so long, in milliseconds. */
const cooldown = 600_000;
const mostRemembered = 10_000;

export function createManners(
  bot: Bot,
  { adapter, overhear, language: usual, store, processes = () => 1, log }: Circumstances,
): Manners {
  const once = createOnce(store, adapter);
  const paces = createPaces(processes);
  const deciders = createDeciders(store, overhear.length > 0);
  // By the clock as it is now, so that a test can turn it forward.
  const recent = new LRUCache<string, true>({ ...atMost(mostRemembered), ttl: cooldown, perf: performance });

  const answer = (ask: Ask, language: Language, { person, shared }: Event): Promise<Reply> =>
    bot.answer({ ...ask, language, place: { adapter, shared }, person });

  const communityOf = ({ community }: Event): Community | undefined =>
    community === undefined ? undefined : { adapter, id: community };

  const inForce = async (event: Event): Promise<Settings> => {
    const community = communityOf(event);
    return community === undefined ? {} : deciders.inForce(community, event.channel);
  };

  /** What is decided by a person instead of known by the bot; nothing for everything else. */
  async function decide(ask: Ask, language: Language, event: Event): Promise<Card | undefined> {
    const community = communityOf(event);
    if (community === undefined || commandNamed(ask.command, bot.commands)?.name !== "settings")
      return undefined;
    const result = await deciders.decide(ask.text.trim(), language, decidingIn(community, event));
    if (!("fields" in result)) return { reply: result, controls: [] };
    const { title, text } = phrases[language].settings.open;
    return { reply: usageCard(language, title, text, []), controls: [], form: result };
  }

  async function answerAsked(heard: Heard): Promise<Card | undefined> {
    const isPublic = heard.shared && heard.how !== "command";
    const spoken = bot.languageOf(heard.typed ?? heard.ask.text);
    const isDecided = isPublic || (heard.reader ?? spoken) === undefined;
    const [isOurs, settings]: readonly [boolean, Settings] = await Promise.all([
      once.claim(heard.ids),
      isDecided ? inForce(heard) : {},
    ]);
    if (!isOurs || (isPublic && settings.mode === "off")) return undefined;
    const written = spoken ?? settings.language ?? usual;
    const language = isPublic ? written : (heard.reader ?? written);
    if (heard.how !== "command") {
      const speed = paces.take(heard.person, heard.channel);
      if (speed === "drop") return undefined;
      if (speed === "tell") return card(seenBy(notice(language, "busy"), "everyone"), heard);
    }
    const isBare = heard.ask.command === "ask" && heard.ask.text.trim() === "" && heard.how !== "command";
    const ask = isBare ? { command: "help", text: "" } : heard.ask;
    const decided = heard.how === "command" ? await decide(ask, language, heard) : undefined;
    if (decided !== undefined) return decided;
    const reply = await answer(ask, language, heard);
    if (reply.band === "none" && questions.has(ask.command)) void collect(heard, language);
    if (isPublic) recent.set(topicOf(heard.channel, reply), true);
    return card(seenBy(reply, heard.how === "command" && heard.shared ? "person" : "everyone"), heard);
  }

  /** Never in the way of the answer. */
  async function collect(heard: Heard, language: Language): Promise<void> {
    const community = communityOf(heard);
    const text = openQuestion(heard.ask.text);
    if (community === undefined || text === undefined) return;
    const { collect: isWanted } = await deciders.inForce(community, heard.channel);
    if (isWanted === true) await store.collect(community, text, language).catch(() => {});
  }

  async function answerOverheard(heard: Heard): Promise<Card | undefined> {
    const { person, shared, channel } = heard;
    const spoken = bot.languageOf(heard.ask.text);
    const said = { text: heard.ask.text, language: spoken ?? usual, place: { adapter, shared }, person };
    const request = bot.overhear(said);
    if (request === undefined) return undefined;
    const community = communityOf(heard);
    const [settings, isQuiet] = await Promise.all([
      inForce(heard),
      community !== undefined && deciders.isQuiet(community, person),
    ]);
    const isUsual = overhear.includes("*") || overhear.includes(channel);
    if ((settings.mode ?? (isUsual ? "questions" : "mentions")) !== "questions" || isQuiet) return undefined;
    const reply = await bot.answer({ ...request, language: spoken ?? settings.language ?? usual });
    if (reply.band !== "answer" || !(await once.claim(heard.ids))) return undefined;
    const topic = topicOf(channel, reply);
    if (recent.has(topic) || !paces.takeUnasked(person, channel)) return undefined;
    recent.set(topic, true);
    const footer = { text: phrases[reply.language].card.overheard };
    return { ...card(seenBy(brief(reply, community !== undefined), "everyone"), heard), footer };
  }

  async function share(ask: Ask, language: Language, pressed: Pressed): Promise<Card> {
    const reply = await answer(ask, language, pressed);
    // What went wrong is nothing to show to others, who did not ask.
    if (reply.band !== "answer") return { reply: seenBy(reply, "person"), controls: [] };
    const topic = sharedIn(topicOf(pressed.channel, reply));
    if (recent.has(topic)) return { reply: notice(language, "alreadyShared"), controls: [] };
    if (!paces.takeUnasked(pressed.person, pressed.channel))
      return { reply: notice(language, "busy"), controls: [] };
    recent.set(topic, true);
    recent.set(topicOf(pressed.channel, reply), true);
    const footer = { text: phrases[language].card.shared, person: pressed.person };
    return { ...card(seenBy(reply, "everyone"), pressed), footer };
  }

  async function vote({ entry, verdict }: Vote, language: Language, { person }: Pressed): Promise<Card> {
    try {
      // Pressed again within the hour, it is counted once.
      const key = ["vote", person, entry, verdict].join(" ");
      if (await once.claim([key])) await store.vote({ entry, verdict });
    } catch {
      return { reply: notSaved(language), controls: [] };
    }
    return verdict === "unhelpful"
      ? { reply: notice(language, "whyNot"), controls: reasonsFor(entry, language) }
      : { reply: notice(language, "thanks"), controls: [] };
  }

  async function act(press: Press, pressed: Pressed): Promise<Card | "delete"> {
    const { reader, person, moderator, shared } = pressed;
    const language = languageOfPress(press, reader);
    switch (press.kind) {
      case "ask":
        return (
          (await decide(press.ask, language, pressed)) ??
          card(seenBy(await answer(press.ask, language, pressed), shared ? "person" : "everyone"), pressed)
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
        return vote(press, language, pressed);
      case "settings":
        return { reply: notice(language, "stale"), controls: [] };
    }
  }

  const apology = (error: unknown, reader: Language | undefined): Card => ({
    reply: apologyFor(error, reader ?? usual, log),
    controls: [],
  });
  const takes = async ({ ids }: Event) => once.isNew(ids) && (await once.claim(ids));

  return {
    async hear(heard) {
      if (!once.isNew(heard.ids)) return undefined;
      try {
        return await (heard.how === "overheard" ? answerOverheard(heard) : answerAsked(heard));
      } catch (error) {
        const sorry = apology(error, heard.reader);
        return heard.how === "overheard" ? undefined : sorry;
      }
    },
    async press(pressed) {
      if (!(await takes(pressed))) return undefined;
      const press = readPress(pressed.code);
      try {
        return press === undefined
          ? { reply: notice(pressed.reader ?? usual, "stale"), controls: [] }
          : await act(press, pressed);
      } catch (error) {
        return apology(error, pressed.reader);
      }
    },
    async submit(submitted) {
      if (!(await takes(submitted))) return undefined;
      const form = readPress(submitted.code);
      const community = communityOf(submitted);
      const language = submitted.reader ?? form?.language ?? usual;
      try {
        // A form is sent where it was opened, where the platform tells; a code that says otherwise was changed on the way.
        const strayed = form?.kind === "settings" && ![form.channel, ""].includes(submitted.channel);
        if (form?.kind !== "settings" || community === undefined || strayed)
          return { reply: notice(language, "stale"), controls: [] };
        const { channel } = form;
        const deciding = decidingIn(community, { ...submitted, channel });
        return { reply: await deciders.save(submitted.filled, language, deciding), controls: [] };
      } catch (error) {
        return apology(error, language);
      }
    },
    putOff(event) {
      if (!once.isNew(event.ids)) return undefined;
      void once.claim(event.ids);
      const press = "code" in event ? readPress(event.code) : undefined;
      const typed = "ask" in event ? (event.typed ?? event.ask.text) : "";
      const language =
        press === undefined
          ? (event.reader ?? bot.languageOf(typed) ?? usual)
          : languageOfPress(press, event.reader);
      return { reply: notice(language, "busy"), controls: [] };
    },
    leave: (id) => leave({ adapter, id }, store, log),
  };
}

function decidingIn(community: Community, { channel, person, manages = () => false }: Event): Deciding {
  return { community, channel: channel === "" ? undefined : channel, person, manages };
}

/** As the press has chosen it, the reader's, or the card's. */
function languageOfPress(press: Press, reader: Language | undefined): Language {
  return press.kind === "ask" && press.chosen ? press.language : (reader ?? press.language);
}

/** In another language it is another answer: those who read it are others. */
function topicOf(channel: string, { entry, language, title }: Reply): string {
  return `${channel}:${language}:${entry ?? title}`;
}

/** Apart from answers: who has seen one may still want to share it. */
function sharedIn(topic: string): string {
  return `shared ${topic}`;
}
