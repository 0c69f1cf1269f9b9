import { bodies, text, type Body } from "./body.ts";
import { botMessage, type BotMessage } from "./bot-message.ts";
import { flags } from "./limits.ts";
import type { Post } from "./messages.ts";
import type { Place } from "./world.ts";

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object */
export const callbackTypes = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;
interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** What became of an interaction; it goes on changing with edits and follow-ups. */
export interface Answer {
  readonly id: string;
  readonly token: string;
  /** Acknowledged in time, with whatever. */
  readonly answered: boolean;
  /** The type of the callback: 4 message, 5 and 6 deferred, 7 update, 8 choices, 9 modal. */
  readonly type: number | undefined;
  /** From the interaction to its callback, in milliseconds. */
  readonly ms: number;
  /** Throws when no message answers. */
  readonly message: BotMessage;
  readonly choices: readonly Choice[];
  readonly followUps: readonly BotMessage[];
  /** The data of the callback as it came. */
  readonly data: Body;
}

/** The stand-in's side of it. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly place: Place;
  readonly at: number;
  readonly user: Body;
  readonly body: Body;
  callback: number | undefined;
  data: Body;
  ms: number;
  original: Post | undefined;
  /** Changed or followed up after the callback. */
  touched: boolean;
  followUps: readonly Post[];
}

export function isLoading(post: Post | undefined): boolean {
  return (Number(post?.json["flags"]) & flags.loading) !== 0;
}

export function answerOf(pending: Pending): Answer {
  return {
    id: pending.id,
    token: pending.token,
    get answered() {
      return pending.callback !== undefined;
    },
    get type() {
      return pending.callback;
    },
    get ms() {
      return pending.ms;
    },
    get message() {
      const { original, callback } = pending;
      if (original === undefined || callback === undefined || isLoading(original))
        throw new Error(`no message answers the interaction (callback ${callback ?? "missing"})`);
      return botMessage(original);
    },
    get choices() {
      return bodies(pending.data["choices"]).map(({ name, value }) => ({
        name: text(name),
        value: typeof value === "number" ? value : text(value),
      }));
    },
    get followUps() {
      return pending.followUps.map(botMessage);
    },
    get data() {
      return pending.data;
    },
  };
}
