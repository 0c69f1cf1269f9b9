import { createTerminal } from "./adapters/terminal/terminal.ts";
import type { Environment } from "./env-schema.ts";
import { createPage, type PageParts } from "./page.ts";
import { createFront } from "./serve.ts";

/**
 * Answers in the terminal and, unless it is off, on the page. Whoever leaves a chat at a terminal ends both; when any other
 * input ends, the page goes on until `stopped`. False when it should go on and cannot.
 */
export async function runLocally(
  env: Environment,
  { bot, catalogue, log }: Pick<PageParts, "bot" | "catalogue" | "log">,
  prepare: () => void,
  stopped: AbortSignal,
): Promise<boolean> {
  const isChat = process.stdin.isTTY && process.stdout.isTTY;
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    language: env.DEFAULT_LANGUAGE,
    env: process.env,
  });
  const signal = new Promise<void>((resolve) => stopped.addEventListener("abort", () => resolve()));
  void signal.then(() => terminal.stop());
  const front = createFront({ host: env.HOST, port: env.PORT });
  // What is printed here would stand among the answers otherwise.
  const page = createPage(env, { bot, catalogue, log }, front, (line) => console.error(line));
  const opening =
    env.PAGE === "off"
      ? Promise.resolve("off" as const)
      : page.start(bot).then(() => "open" as const, sayWhyNot);
  if (isChat) await opening;
  prepare();
  await terminal.start(bot);
  await terminal.done;
  const state = await opening;
  if (state === "open" && !isChat) await signal;
  await Promise.all([page.stop(), front.stop()]);
  return isChat || state !== "failed";
}

function sayWhyNot(error: unknown): "failed" {
  console.error(`page: ${error instanceof Error ? error.message : String(error)} PAGE=off does without it.`);
  return "failed";
}
