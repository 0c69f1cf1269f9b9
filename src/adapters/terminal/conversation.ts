import {
  type Ask,
  type Bot,
  type Button,
  type Language,
  languages,
  type Reply,
  type Request,
} from "../../chat.ts";
import { phrases } from "../../phrases.ts";

/** What a typed line leads to. */
export type Turn =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "notice"; readonly text: string }
  | { readonly kind: "leave" };

/** Remembers what the next line may refer to: the buttons that can be picked, and the language once it is chosen. */
export interface Conversation {
  /** The language of everything that is not an answer to a question in a clear language. */
  language(): Language;
  /** Three things to try, as buttons. */
  greet(): Reply;
  hear(line: string): Promise<Turn>;
}

/** The terminal's own commands; all others belong to the bot. */
export const ownCommands = ["lang", "quit"] as const;

export function createConversation(bot: Bot, language: Language): Conversation {
  let chosen = language;
  let holds = false;
  let last: Reply | undefined;

  async function answer(ask: Ask, spoken: Language): Promise<Turn> {
    last = await bot.answer(terminalRequest(ask, spoken));
    return { kind: "reply", reply: last };
  }

  function choose(word: string): Turn {
    const found = languages.find((one) => one === word.toLowerCase());
    if (found === undefined) return { kind: "notice", text: phrases[chosen].terminal.languageUsage };
    chosen = found;
    holds = true;
    return { kind: "notice", text: phrases[chosen].terminal.language };
  }

  return {
    language: () => chosen,
    greet() {
      last = greeting(chosen);
      return last;
    },
    async hear(line) {
      const picked = /^\d{1,2}$/.exec(line.trim())?.[0];
      if (picked !== undefined && last?.next !== undefined && last.next.length > 0) {
        const button = last.next[Number(picked) - 1];
        if (button !== undefined) return answer(button, button.language ?? last.language);
        return { kind: "notice", text: phrases[chosen].terminal.noSuchNumber(last.next.length) };
      }
      const ask = readAsk(line);
      if (ask.command === "quit") return { kind: "leave" };
      if (ask.command === "lang") return choose(ask.text);
      return answer(ask, holds ? chosen : (bot.languageOf(ask.text) ?? chosen));
    },
  };
}

/** One person sits at a terminal, and nobody reads along. */
export function terminalRequest({ command, text }: Ask, language: Language): Request {
  return { command, text, language, place: { adapter: "terminal", shared: false }, person: "terminal" };
}

/** "/define weights" as command and text; what has no slash is a question. */
export function readAsk(line: string): Ask {
  const [, command, text] = /^\s*\/(\S*)\s*(.*)$/su.exec(line) ?? [];
  return command === undefined
    ? { command: "ask", text: line.trim() }
    : { command: command.toLowerCase(), text: (text ?? "").trim() };
}

function greeting(language: Language): Reply {
  const words = phrases[language].terminal;
  return {
    band: "answer",
    language,
    title: words.title,
    text: `${words.text}\n${words.keys}`,
    next: words.tries.map((line): Button => ({ label: line, ...readAsk(line) })),
    audience: "person",
  };
}
