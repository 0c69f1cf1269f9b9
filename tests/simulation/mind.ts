import { createBot } from "../../src/bot.ts";
import type { Bot, Reply, Request } from "../../src/chat.ts";
import { openLibrary } from "../../src/knowledge/load.ts";
import { createMind } from "../../src/mind.ts";
import { silentLog } from "../chat.ts";
import { sleep } from "./clock.ts";
import { current } from "./happenings.ts";

const longerThanPatience = 4_000;

/** The same question always gets the same answer, so it is looked up once in all runs. */
function kept<A, V>(keyOf: (given: A) => string, make: (given: A) => V): (given: A) => V {
  const known = new Map<string, { readonly value: V }>();
  return (given) => {
    const key = keyOf(given);
    const found = known.get(key) ?? { value: make(given) };
    known.set(key, found);
    return found.value;
  };
}

const spell = () => current.getStore()?.happening.spell;

const mind = createMind(openLibrary(), () => "2026-11-22");

const keyOfRequest = ({ command, text, language, place }: Request) =>
  [command, language, place.adapter, place.shared, text].join("\n");

const commands = mind.commands.map((command) => {
  const run = kept(keyOfRequest, (request: Request): Reply | Promise<Reply> => command.run(request));
  return {
    ...command,
    run(request: Request): Reply | Promise<Reply> {
      if (spell() === "boom") throw new Error("boom");
      return spell() === "slow" ? sleep(longerThanPatience).then(() => run(request)) : run(request);
    },
  };
});

const find = kept(
  ({ text, overheard }: { readonly text: string; readonly overheard: boolean }) => `${overheard} ${text}`,
  ({ text, overheard }) => mind.find(text, { overheard }),
);
const languageOf = kept((text: string) => text, mind.languageOf);

const router = createBot(
  () => ({
    ...mind,
    commands,
    languageOf,
    find: (text, { overheard = false } = {}) => find({ text, overheard }),
  }),
  silentLog,
);

/** The bot that people know, but for the spells. */
export const bot: Bot = {
  ...router,
  commands,
  async answer(request) {
    if (spell() === "bang") throw new Error("bang");
    return router.answer(request);
  },
};
