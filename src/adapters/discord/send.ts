import { setTimeout as pause } from "node:timers/promises";
import { DiscordAPIError, type InteractionResponseType, RateLimitError, type REST, Routes } from "discord.js";
import type { Log } from "../../log.ts";
import type { CardMessage } from "./components.ts";
import { bodyOf, type File } from "./form.ts";
import type { Modal } from "./modal.ts";
import { causeOf, statusOf } from "./sentences.ts";

/** What names an interaction that waits for its answer. */
export interface Open {
  readonly id: string;
  readonly token: string;
  /** By `performance.now()`: later, Discord does not take an answer any more. */
  readonly until: number;
}

/** How a request ended. "refused": Discord does not take such a message. "lost": it has been logged. */
export type Sent = "sent" | "refused" | "lost";

/** What an interaction can be answered with. */
export type Response =
  | { readonly type: InteractionResponseType.ChannelMessageWithSource; readonly data: CardMessage }
  | { readonly type: InteractionResponseType.DeferredMessageUpdate }
  | { readonly type: InteractionResponseType.Modal; readonly data: Modal }
  | {
      readonly type: InteractionResponseType.ApplicationCommandAutocompleteResult;
      readonly data: {
        readonly choices: readonly { readonly name: string; readonly value: string }[];
      };
    };

export interface Sender {
  /** The answer to an interaction, of https://docs.discord.com/developers/interactions/receiving-and-responding. */
  respond(open: Open, body: Response, file?: File): Promise<Sent>;
  /** A reply to a message. */
  reply(
    message: { readonly channel: string; readonly id: string },
    body: CardMessage,
    file?: File,
  ): Promise<Sent>;
  /** Deletes the message that the pressed button is on. */
  remove(application: string, open: Open): Promise<void>;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const codes = {
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAnswered: 40_060,
  missingPermissions: 50_013,
} as const;

/** Milliseconds before another try to delete, when Discord has not read yet that the interaction was answered. */
const untilRead: readonly number[] = [250, 1_000];

/** Milliseconds that an answer and a message wait for a limit of Discord's; those of a channel are usually over in 5 s. */
const [longestForAnswer, longestForMessage] = [1_500, 6_000] as const;

/** Options of the REST client that sends, in milliseconds. */
export const sending = {
  // Discord gives an interaction up after 3 s: two tries fit into that.
  timeout: 1_250,
  // The library repeats requests as well, but not all that may be, and some that may not.
  retries: 0,
  // It also waits as long as Discord wants it to; an answer that comes later is none.
  rejectOnRateLimit: ({ route, retryAfter }: { readonly route: string; readonly retryAfter: number }) =>
    retryAfter > (route.startsWith("/interactions/") ? longestForAnswer : longestForMessage),
} as const;

/** Requests a second that Discord grants to a bot, however many processes it has; answers to interactions are not counted. */
const perSecond = 50;

export interface Sending {
  /** Without it only interactions can be answered, which carry their own. */
  readonly token?: string | undefined;
  readonly log: Log;
  /** How many processes of the bot send. */
  readonly processes?: () => number;
  /** Hears of each request "lost". */
  readonly onLost?: () => void;
}

export function createSender(
  rest: REST,
  { token, log, processes = () => 1, onLost = () => {} }: Sending,
): Sender {
  /** Runs a request, once more if it failed on the way and there is time, and logs what cannot be mended. */
  async function send(
    what: string,
    request: () => Promise<unknown>,
    { hasFile = false, until = Infinity } = {},
  ): Promise<Sent> {
    const attempt = () => {
      // The library forgets the token when one request is refused with 401, which may be another one.
      if (token !== undefined) rest.setToken(token);
      return request();
    };
    rest.options.globalRequestsPerSecond = Math.max(1, Math.floor(perSecond / processes()));
    try {
      await attempt().catch((error: unknown) => {
        if (isTaken(error) || !failedOnTheWay(error) || performance.now() > until) throw error;
        return attempt();
      });
      return "sent";
    } catch (error) {
      if (isTaken(error)) return "sent";
      const code = error instanceof DiscordAPIError ? error.code : undefined;
      // The try before was taken although its confirmation was lost, the event came twice, or the message is gone anyway.
      if (code === codes.alreadyAnswered || code === codes.unknownMessage) return "sent";
      const facts = { cause: causeOf(error) };
      if (statusOf(error) === 400) {
        log.error(facts, `discord refused ${what}`);
        return "refused";
      }
      // Servers that invited the bot before it drew pictures do not allow it files.
      if (hasFile && code === codes.missingPermissions) {
        log.info(facts, `discord does not allow the file with ${what}`);
        return "refused";
      }
      // Too late, or answered by another process of this bot: common, and nothing that anyone can mend.
      if (code === codes.unknownInteraction) log.info(facts, `discord had given up waiting for ${what}`);
      else log.warn(facts, `${what} did not reach discord`);
      onLost();
      return "lost";
    }
  }

  return {
    respond({ id, token: own, until }, body, file) {
      const route = Routes.interactionCallback(id, own);
      const sent = bodyOf(body, file);
      return send("an answer", () => rest.post(route, { ...sent, auth: false }), { until });
    },
    reply({ channel, id }, body, file) {
      // By the nonce Discord recognizes the second try of a message that it had taken at the first.
      const once = { nonce: id, enforce_nonce: true };
      const reference = { message_reference: { message_id: id, fail_if_not_exists: false } };
      const sent = bodyOf({ ...body, ...reference, ...once }, file);
      return send("a reply", () => rest.post(Routes.channelMessages(channel), sent), {
        hasFile: file !== undefined,
      });
    },
    async remove(application, { token: own }) {
      const remove = () => rest.delete(Routes.webhookMessage(application, own), { auth: false });
      await send("a deletion", async () => {
        for (const wait of untilRead) {
          try {
            return await remove();
          } catch (error) {
            if (!isUnread(error)) throw error;
            await pause(wait);
          }
        }
        return remove();
      });
    },
  };
}

/** "204 No Content" that calls itself JSON: taken, although the library cannot parse it. */
export function isTaken(error: unknown): boolean {
  return error instanceof SyntaxError;
}

/** An answer in an HTTP response may arrive behind a request that was sent after it. */
function isUnread(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.unknownWebhook;
}

/** Without a verdict of Discord: it may have been taken or not. */
function failedOnTheWay(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined ? !(error instanceof RateLimitError) : status >= 500;
}
