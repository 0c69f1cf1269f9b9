import type { Readable } from "node:stream";
import type { Bot } from "../../chat.ts";
import type { Conversation, Turn } from "./conversation.ts";
import { renderNotice, renderReply } from "./render.ts";
import type { Output } from "./screen.ts";
import type { Style } from "./style.ts";

/** From `start` to the end of the input: what a chat at the keyboard and a pipe have in common. */
export interface Session {
  readonly input: Readable;
  readonly output: Output;
  readonly bot: Bot;
  readonly conversation: Conversation;
  /** Aborted by `stop`, and when nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** Ends the session at once, also while an answer is awaited. */
  readonly stop: () => void;
  /** As wide as the output is now. */
  readonly style: () => Style;
}

/** Resolves once the text is handed over, so that nothing is lost when the process ends. */
export async function say({ output, signal }: Session, text: string): Promise<void> {
  if (signal.aborted) return;
  await unlessAborted(signal, new Promise<void>((resolve) => output.write(text, () => resolve())));
}

/** What a line leads to; nothing when the session ends before the answer is there. */
export function hear({ conversation, signal }: Session, line: string): Promise<Turn | undefined> {
  return unlessAborted(signal, conversation.hear(line));
}

export function draw({ style }: Session, turn: Exclude<Turn, { kind: "leave" }>): string {
  return turn.kind === "reply" ? renderReply(turn.reply, style()) : renderNotice(turn.text, style());
}

/** `Promise.race` would leave a listener on the signal for every line. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(undefined);
    signal.addEventListener("abort", stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
