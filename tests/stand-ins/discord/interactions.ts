import { randomBytes } from "node:crypto";
import { answerOf, callbackTypes, isLoading, type Answer, type Pending } from "./answer.ts";
import { isBody, type Body } from "./body.ts";
import type { Endpoint } from "./endpoint.ts";
import { refusal, type Outcome } from "./faults.ts";
import { invalidForm } from "./form.ts";
import type { Gateway } from "./gateway.ts";
import { interactionBody, interactionTypes } from "./interaction-body.ts";
import { checkChoices, flags } from "./limits.ts";
import { checkModal } from "./modal.ts";
import type { Messages, Post } from "./messages.ts";
import type { News } from "./news.ts";
import type { Place, Who, World } from "./world.ts";

/** Which callbacks an interaction takes. */
const taken: Readonly<Record<number, readonly number[]>> = {
  [interactionTypes.command]: [4, 5, 9, 12],
  [interactionTypes.component]: [4, 5, 6, 7, 9, 12],
  [interactionTypes.autocomplete]: [8],
  [interactionTypes.modal]: [4, 5, 6, 7, 12],
};
/** How long a test waits for the answer after a deferral; Discord gives 15 minutes. */
const deferredMs = 10_000;

const unknownWebhook = refusal(404, 10_015, "Unknown Webhook");

export interface Interactions {
  /** Sends an interaction and waits for what becomes of it. */
  ask(type: number, data: Body, who: Who, on?: Post): Promise<Answer>;
  /** Sends it once more. */
  repeat(answer: Answer): void;
  callback(id: string, token: string, body: Body, withResponse: boolean): Outcome;
  followUp(token: string, body: Body): Outcome;
  edit(token: string, id: string, body: Body): Outcome;
  /** `@original`, or a follow-up's id. */
  messageOf(token: string, id: string): Post | Outcome;
}

export interface InteractionOptions {
  readonly applicationId: string;
  readonly answerWithinMs: number;
}

export function createInteractions(
  world: World,
  { gateway, endpoint }: { readonly gateway: Gateway; readonly endpoint: Endpoint },
  messages: Messages,
  news: News,
  fresh: () => string,
  { applicationId, answerWithinMs }: InteractionOptions,
): Interactions {
  const open = new Map<string, Pending>();

  const settled = ({ callback, original, touched }: Pending) =>
    touched ||
    original?.deleted === true ||
    (callback !== callbackTypes.deferredUpdate && !isLoading(original));

  const placeOf = ({ channel }: Post): Place => {
    const { guild } = channel;
    return { channel, guild: guild === undefined ? undefined : (world.guilds.get(guild) ?? { id: guild }) };
  };
  const metadata = ({ id, type, user }: Pending): Body => ({
    interaction_metadata: { id, type, user, authorizing_integration_owners: {} },
    webhook_id: applicationId,
  });

  /** Over the gateway, or to the endpoint if there is one, whose response is the callback. */
  async function deliver({ id, token, body }: Pending): Promise<void> {
    if (endpoint.url === undefined) return gateway.dispatch("INTERACTION_CREATE", () => body);
    const response = await endpoint.deliver(body);
    if (response !== undefined) interactions.callback(id, token, response, false);
    news.tell();
  }

  /** Does what a callback asks for; gives the refusal if Discord would not. */
  function apply(pending: Pending, type: number, data: Body): Outcome | undefined {
    const { channel } = pending.place;
    switch (type) {
      case callbackTypes.message: {
        const made = messages.post(channel, data, metadata(pending));
        if ("refused" in made) return made.refused;
        pending.original = made.post;
        return undefined;
      }
      case callbackTypes.deferredMessage: {
        const kept = Number(data["flags"] ?? 0) & flags.ephemeral;
        const fields = { ...metadata(pending), flags: kept | flags.loading };
        pending.original = messages.write(channel, world.me, fields, data);
        return undefined;
      }
      case callbackTypes.update:
        return pending.original === undefined ? undefined : messages.edit(pending.original, data);
      case callbackTypes.choices: {
        const flaws = checkChoices(data["choices"]);
        return flaws.length > 0 ? invalidForm(flaws) : undefined;
      }
      case callbackTypes.modal: {
        const flaws = checkModal(data);
        return flaws.length > 0 ? invalidForm(flaws) : undefined;
      }
      default:
        return undefined;
    }
  }

  function respond(pending: Pending): Outcome {
    const { id, type, original, callback } = pending;
    const shown = original === undefined ? {} : { message: original.json };
    const about = {
      id,
      type,
      response_message_id: original?.id,
      response_message_loading: isLoading(original),
      response_message_ephemeral: (Number(original?.json["flags"]) & flags.ephemeral) !== 0,
    };
    return { status: 200, body: { interaction: about, resource: { type: callback, ...shown } } };
  }

  const interactions: Interactions = {
    async ask(type, data, who, on) {
      const place = on === undefined ? world.place(who) : placeOf(on);
      const id = fresh();
      const token = randomBytes(64).toString("base64url");
      const about = { id, token, application_id: applicationId, type, data };
      const body = interactionBody(world, about, who, place, on?.json);
      const pending: Pending = {
        id,
        token,
        type,
        place,
        at: performance.now(),
        user: world.user(who),
        body,
        callback: undefined,
        data: {},
        ms: Number.NaN,
        original: on,
        touched: false,
        followUps: [],
      };
      open.set(token, pending);
      void deliver(pending);
      const inTime = async (done: () => boolean, patience: number) =>
        news.until(() => done() || undefined, "an answer", patience).catch(() => false);
      if (await inTime(() => pending.callback !== undefined, answerWithinMs))
        await inTime(() => settled(pending), deferredMs);
      return answerOf(pending);
    },
    repeat({ token }) {
      const pending = open.get(token);
      if (pending !== undefined) void deliver(pending);
    },
    callback(id, token, body, withResponse) {
      const pending = open.get(token);
      const age = performance.now() - (pending?.at ?? 0);
      if (pending?.id !== id) return refusal(404, 10_062, "Unknown interaction");
      if (pending.callback !== undefined)
        return refusal(400, 40_060, "Interaction has already been acknowledged.");
      if (age > answerWithinMs) return refusal(404, 10_062, "Unknown interaction");
      const type = Number(body["type"]);
      // Files come beside the data that refer to them.
      const { files } = body;
      const data = {
        ...(isBody(body["data"]) ? body["data"] : {}),
        ...(files === undefined ? {} : { files }),
      };
      if (taken[pending.type]?.includes(type) !== true)
        return invalidForm([{ at: "type", code: "BASE_TYPE_CHOICES", message: "Not for this interaction" }]);
      const refused = apply(pending, type, data);
      if (refused !== undefined) return refused;
      pending.callback = type;
      pending.data = data;
      pending.ms = age;
      news.tell();
      return withResponse ? respond(pending) : { status: 204 };
    },
    followUp(token, body) {
      const pending = open.get(token);
      if (pending?.callback === undefined) return unknownWebhook;
      if (isLoading(pending.original)) return interactions.edit(token, "@original", body);
      const made = messages.post(pending.place.channel, body, metadata(pending));
      if ("refused" in made) return made.refused;
      pending.followUps = [...pending.followUps, made.post];
      pending.touched = true;
      news.tell();
      return { status: 200, body: made.post.json };
    },
    edit(token, id, body) {
      const post = interactions.messageOf(token, id);
      const pending = open.get(token);
      if ("status" in post || pending === undefined) return "status" in post ? post : unknownWebhook;
      const refused = messages.edit(post, body);
      if (refused !== undefined) return refused;
      pending.touched = true;
      news.tell();
      return { status: 200, body: post.json };
    },
    messageOf(token, id) {
      const pending = open.get(token);
      if (pending?.callback === undefined) return unknownWebhook;
      const followUp = pending.followUps.find((post) => post.id === id);
      const post = id === "@original" ? pending.original : followUp;
      return post === undefined || post.deleted ? refusal(404, 10_008, "Unknown Message") : post;
    },
  };
  return interactions;
}
