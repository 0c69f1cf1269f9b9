import { randomBytes } from "node:crypto";
import Fuse from "fuse.js";
import type { Catalogue } from "./catalogue.ts";
import { usageCard, usageOf } from "./cards/usage.ts";
import {
  type Bot,
  type Button,
  type Command,
  type Language,
  longestButtonText,
  type Message,
  type Reply,
  type Request,
} from "./chat.ts";
import type { Log } from "./log.ts";
import { type Metrics, noMetrics } from "./metrics.ts";
import { phrases } from "./phrases.ts";
import type { Find } from "./search/find.ts";
import type { LanguageOf } from "./search/language.ts";

/** Both platforms give up on an answer after 3 s. */
const patienceInMilliseconds = 2_500;
/** More than any platform lets a person send at once. */
const longestText = 40_000;
const mostNamesOffered = 3;

/** What the bot thinks with; an edit of the knowledge replaces all of it. */
export interface Mind {
  readonly commands: readonly Command[];
  readonly find: Find;
  readonly languageOf: LanguageOf;
  /** Everything there is to ask for. */
  readonly catalogue: (language: Language) => Catalogue;
  /** Whether the thresholds of the search were measured on this knowledge. */
  readonly isCalibrated: () => boolean;
}

export interface BotOptions {
  readonly metrics?: Metrics;
  /** Milliseconds until a command is too slow. */
  readonly patience?: number;
}

/** The router: finds the command, and turns whatever happens into a reply. */
export function createBot(
  mind: () => Mind,
  log: Log,
  { metrics = noMetrics, patience = patienceInMilliseconds }: BotOptions = {},
): Bot {
  const commandOf = (request: Request) => {
    const typed = request.command.toLowerCase();
    return mind().commands.find(({ name, aliases = [] }) => name === typed || aliases.includes(typed));
  };

  return {
    get commands() {
      return mind().commands;
    },
    async answer(request) {
      const started = performance.now();
      const command = commandOf(request);
      const reply = await settled(command, readable(request), { mind, log, metrics, patience });
      const took = performance.now() - started;
      const ms = Math.round(took * 100) / 100;
      const { band, entry } = reply;
      const { adapter } = request.place;
      // Never a text and never a person; a command's name is logged only if it is one of ours.
      const name = command?.name ?? "unknown";
      log.info({ command: name, entry, band, adapter, ms }, "answered");
      metrics.answered({ adapter, command: name, band, seconds: took / 1_000 });
      return reply;
    },
    suggest(request) {
      try {
        return commandOf(request)?.suggest?.(readable(request)) ?? [];
      } catch (error) {
        log.error({ err: error }, "suggesting failed");
        return [];
      }
    },
    overhear(message: Message) {
      try {
        const { band } = mind().find(message.text.slice(0, longestText), { overheard: true });
        return band === "answer" ? { ...message, command: "ask" } : undefined;
      } catch (error) {
        log.error({ err: error }, "overhearing failed");
        return undefined;
      }
    },
    languageOf: (text) => mind().languageOf(text),
  };
}

function readable(request: Request): Request {
  return { ...request, text: request.text.slice(0, longestText) };
}

async function settled(
  command: Command | undefined,
  request: Request,
  { mind, log, metrics, patience }: Required<BotOptions> & { readonly mind: () => Mind; readonly log: Log },
): Promise<Reply> {
  if (command === undefined) return unknownCommand(request, mind().commands);
  if (request.text.trim() === "" && command.options.some(({ required }) => required))
    return usage(request, command);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, patience, "late");
  });
  try {
    const reply = await Promise.race([command.run(request), late]);
    if (reply !== "late") return reply;
    metrics.deadlineMissed();
    return failure(request, "slow", log, { command: command.name });
  } catch (error) {
    return failure(request, "bug", log, { command: command.name, err: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The code stands in the reply and in the log, so that a person's report leads to the line. */
function failure(request: Request, kind: "bug" | "slow", log: Log, facts: object): Reply {
  const code = randomBytes(2).toString("hex");
  log.error({ code, ...facts }, kind === "bug" ? "a command failed" : "a command took too long");
  const words = phrases[request.language].failure;
  return usageCard(request.language, words[kind], words.code(code), []);
}

function usage({ language }: Request, command: Command): Reply {
  const words = phrases[language].usage;
  const example = command.example[language];
  return usageCard(language, command.describe[language], words.text(usageOf(command)), [
    { label: words.example(`/${command.name} ${example}`), command: command.name, text: example },
  ]);
}

function unknownCommand({ command, language, text }: Request, commands: readonly Command[]): Reply {
  const words = phrases[language].failure;
  const near = new Fuse(commands, { keys: ["name"], threshold: 0.5 }).search(command.slice(0, 32));
  const offered = near.slice(0, mostNamesOffered).map(({ item }): Button => ({
    label: usageOf(item),
    command: item.name,
    text: text.length > longestButtonText ? "" : text,
  }));
  return usageCard(
    language,
    words.unknownCommand(command.slice(0, 32)),
    offered.length === 0 ? "" : words.unknownCommandText,
    [...offered, { label: "/help", command: "help", text: "" }],
  );
}
