import { readAsk, terminalRequest } from "./adapters/terminal/conversation.ts";
import type { Band, Bot, Language, Reply } from "./chat.ts";

/** What became of a question, as `--json` prints it. */
export interface Outcome {
  readonly question: string;
  readonly band: Band;
  readonly entry: string | null;
  readonly others: readonly string[];
  readonly ms: number;
}

export interface Asked {
  /** Missing: silence. */
  readonly reply: Reply | undefined;
  readonly outcome: Outcome;
}

/** Puts one question to the bot; an overheard one goes to nobody in particular. */
export async function askBot(
  bot: Bot,
  question: string,
  language: Language,
  overheard: boolean,
): Promise<Asked> {
  const started = performance.now();
  const reply = await answer(bot, question, language, overheard);
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  return {
    reply,
    outcome: {
      question,
      band: reply?.band ?? "silent",
      entry: reply?.entry ?? null,
      others: reply?.others ?? [],
      ms,
    },
  };
}

async function answer(
  bot: Bot,
  question: string,
  language: Language,
  overheard: boolean,
): Promise<Reply | undefined> {
  const request = terminalRequest(readAsk(question), language);
  if (!overheard) return bot.answer(request);
  const heard = bot.overhear({ ...request, text: question, place: { ...request.place, shared: true } });
  return heard === undefined ? undefined : bot.answer(heard);
}
