import { readBlocks, type Block, type ViewBody } from "./blocks.ts";
import type { Body } from "./workspace.ts";

/** A message as people see it now. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly thread?: string;
  /** Who wrote it; the bot's own user for its messages. */
  readonly user: string;
  readonly text: string;
  /** With the ids that Slack gives to blocks and elements that have none. */
  readonly blocks: readonly Block[];
  /** The only person who sees it. */
  readonly only?: string;
  /** Everything as it was sent. */
  readonly body: Body;
  readonly edited?: true;
}

/** A modal or a Home tab as it is shown now. */
export interface View {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly body: ViewBody;
}

export interface Board {
  readonly messages: ReadonlyMap<string, Message>;
  readonly views: ReadonlyMap<string, View>;
  /** What was written in a thread, or outside of threads; in order. */
  written(channel: string, thread: string | undefined): readonly Message[];
  put(message: Message): Message;
  remove(ts: string): void;
  show(view: View): View;
  /** What `find` gives as soon as it gives something; nothing once the time is over. */
  until<T>(find: () => T | undefined, ms: number): Promise<T | undefined>;
  /** Something changed that others may wait for. */
  readonly tell: () => void;
}

export function createBoard(): Board {
  const messages = new Map<string, Message>();
  const views = new Map<string, View>();
  const places = new Map<string, Set<string>>();
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watch of watchers) watch();
  };
  return {
    messages,
    views,
    written(channel, thread) {
      return [...(places.get(`${channel}:${thread}`) ?? [])].flatMap((ts) => messages.get(ts) ?? []);
    },
    put(message) {
      const place = `${message.channel}:${message.thread}`;
      places.set(place, (places.get(place) ?? new Set()).add(message.ts));
      messages.set(message.ts, message);
      tell();
      return message;
    },
    remove(ts) {
      messages.delete(ts);
      tell();
    },
    show(view) {
      views.set(view.id, view);
      tell();
      return view;
    },
    tell,
    until<T>(find: () => T | undefined, ms: number) {
      return new Promise<T | undefined>((resolve) => {
        const settle = (found: T | undefined) => {
          clearTimeout(over);
          watchers.delete(watch);
          resolve(found);
        };
        const watch = () => {
          const found = find();
          if (found !== undefined) settle(found);
        };
        const over = setTimeout(() => settle(undefined), ms);
        watchers.add(watch);
        watch();
      });
    },
  };
}

export interface Refused {
  readonly error: string;
  readonly details: readonly string[];
}

/** Reads what an app wants to say; 40,000 characters: https://docs.slack.dev/reference/methods/chat.postMessage */
export function readMessage(body: Body): Refused | Pick<Message, "text" | "blocks" | "body"> {
  const { text = "", blocks = [] } = body;
  const read = readBlocks(blocks);
  if ("faults" in read) return { error: "invalid_blocks", details: read.faults };
  if (typeof text !== "string" || (text === "" && read.value.length === 0))
    return { error: "no_text", details: [] };
  if (text.length > 40_000) return { error: "msg_too_long", details: [] };
  return { text, blocks: read.value, body };
}
