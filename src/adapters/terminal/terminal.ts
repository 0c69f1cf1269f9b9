import type { Readable } from "node:stream";
import type { Adapter, Language } from "../../chat.ts";
import { createConversation } from "./conversation.ts";
import { answerLines } from "./pipe.ts";
import { type Environment, type Output, screenStyle } from "./screen.ts";

export interface TerminalOptions {
  /** `process.stdin`; a terminal gets a chat, anything else is answered line by line. */
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Output;
  /** Of the greeting, and of answers to questions in no clear language, until /lang chooses another. */
  readonly language: Language;
  /** NO_COLOR, FORCE_COLOR and TERM are read. */
  readonly env: Environment;
}

export interface Terminal extends Adapter {
  /** Resolves when the input has ended or the person has left; rejects when input or output fail. */
  readonly done: Promise<void>;
}

/** A chat in the terminal, or answers to piped lines. */
export function createTerminal({ input, output, language, env }: TerminalOptions): Terminal {
  const atKeyboard = input.isTTY === true && output.isTTY === true;
  const ending = new AbortController();
  let open = false;
  let failure: Error | undefined;
  let finish: (ended?: Promise<void>) => void;
  const done = new Promise<void>((resolve) => (finish = resolve));

  async function closed(session: Promise<void>): Promise<void> {
    await session;
    open = false;
    if (failure !== undefined) throw failure;
  }

  return {
    name: "terminal",
    done,
    health: () => ({ ready: open, detail: open ? "reads questions" : "has no open session" }),
    async start(bot) {
      output.on("error", (error) => {
        if (!isGone(error)) failure = error;
        ending.abort();
      });
      // node:readline is loaded only for those who type.
      const run = atKeyboard ? (await import("./keyboard.ts")).holdChat : answerLines;
      const session = run({
        input,
        output,
        bot,
        conversation: createConversation(bot, language),
        signal: ending.signal,
        stop: () => ending.abort(),
        style: () => ({ ...screenStyle(output, env), buttons: "numbered" }),
      });
      open = true;
      finish(closed(session));
    },
    async stop() {
      ending.abort();
      if (!open) finish();
      await done;
    },
  };
}

/** Whoever read the answers has gone, as `head` does: that is no fault. */
function isGone(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ECONNRESET" || error.code === "ERR_STREAM_DESTROYED";
}
