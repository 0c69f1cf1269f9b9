import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import type { Log } from "../../log.ts";
import type { Card } from "../../manners/card.ts";
import { type Message, writeCard } from "./card.ts";
import { type Compose, writeView } from "./compose.ts";
import { describeFault, type Fault } from "./connect/fault.ts";
import { type Attempt, attempting, persist } from "./connect/persist.ts";
import { refusesToken } from "./connect/tokens.ts";
import { faultsOf } from "./limits.ts";

/** Everything that is sent other than in an acknowledgement. Never rejects: what could not be sent is in the log. */
export interface Post {
  message(
    card: Card,
    place: { readonly channel: string; readonly thread?: string | undefined },
  ): Promise<void>;
  /** An answer to a press or a command; `thread` where it was pressed. */
  respond(card: Card, url: string, thread?: string): Promise<void>;
  remove(url: string): Promise<void>;
  home(card: Card, person: string, view: (blocks: KnownBlock[]) => HomeView): Promise<void>;
  open(view: ModalView, trigger: string): Promise<void>;
  update(card: Card, id: string, view: (blocks: KnownBlock[]) => ModalView): Promise<void>;
}

interface PostOptions {
  /** Slack's Web API, one method at a time. */
  readonly web: {
    apiCall(method: string, given: Readonly<Record<string, unknown>>): Promise<unknown>;
  };
  /** One attempt to answer through a `response_url`. */
  readonly respond: (url: string, payload: object) => Promise<Fault | undefined>;
  readonly compose: Compose;
  readonly log: Log;
  readonly stopping: AbortSignal;
  readonly onTokenRefused: (code: string) => void;
  readonly onUndelivered?: () => void;
}

/** What Slack says to blocks that it does not take. */
const blocksRefused = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_arguments",
  "msg_blocks_too_long",
]);

export function createPost({
  web,
  respond,
  compose,
  log,
  stopping,
  onTokenRefused,
  onUndelivered = () => {},
}: PostOptions): Post {
  const calling = (method: string, given: Readonly<Record<string, unknown>>): Attempt =>
    attempting(() => web.apiCall(method, given));

  async function send(what: string, attempt: Attempt): Promise<Fault | undefined> {
    const fault = await persist(attempt, stopping);
    if (fault === undefined) return undefined;
    log.warn({ adapter: "slack", what, fault: describeFault(fault) }, "something could not be sent");
    if (fault.kind === "refused" && refusesToken(fault.code)) onTokenRefused(fault.code);
    return fault;
  }

  async function sendOnce(what: string, attempt: Attempt): Promise<void> {
    if ((await send(what, attempt)) !== undefined) onUndelivered();
  }

  /** Once more in plain text, so that a block that Slack does not know costs the looks, not the answer. */
  async function sendTwice<T>(what: string, drawn: T, plain: () => T, attempt: (one: T) => Attempt) {
    const fault = await send(what, attempt(drawn));
    if (fault === undefined) return;
    if (fault.kind === "refused" && blocksRefused.has(fault.code)) await sendOnce(what, attempt(plain()));
    else onUndelivered();
  }
  const refusedFor = (faults: readonly string[]) =>
    log.error({ adapter: "slack", faults }, "Slack refused the blocks, sent as plain text");

  const sendMessage = (what: string, card: Card, attempt: (message: Message) => Attempt) => {
    const message = compose.message(card);
    const plain = () => {
      refusedFor(faultsOf(message, "message"));
      return writeCard(card);
    };
    return sendTwice(what, message, plain, attempt);
  };
  const sendView = (what: string, card: Card, attempt: (blocks: KnownBlock[]) => Attempt) => {
    const blocks = compose.view(card);
    const plain = () => {
      refusedFor(faultsOf({ blocks }, "view"));
      return writeView(card);
    };
    return sendTwice(what, blocks, plain, attempt);
  };

  return {
    message: (card, { channel, thread }) =>
      sendMessage("chat.postMessage", card, (message) => {
        const said = { channel, ...message, ...(thread === undefined ? {} : { thread_ts: thread }) };
        return calling("chat.postMessage", said);
      }),
    respond: (card, url, thread) =>
      sendMessage("response_url", card, (message) => () => {
        const payload = { ...message, ...audienceOf(card), replace_original: false };
        return respond(url, thread === undefined ? payload : { ...payload, thread_ts: thread });
      }),
    async remove(url) {
      await sendOnce("response_url", () => respond(url, { delete_original: true }));
    },
    home: (card, person, view) =>
      sendView("views.publish", card, (blocks) =>
        calling("views.publish", { user_id: person, view: view(blocks) }),
      ),
    async open(view, trigger) {
      await sendOnce("views.open", calling("views.open", { trigger_id: trigger, view }));
    },
    update: (card, id, view) =>
      sendView("views.update", card, (blocks) =>
        calling("views.update", { view_id: id, view: view(blocks) }),
      ),
  };
}

/** Who sees an answer to a command or a press. */
export function audienceOf({ reply }: Card) {
  return {
    response_type: reply.audience === "person" ? ("ephemeral" as const) : ("in_channel" as const),
  };
}
