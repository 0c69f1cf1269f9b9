import { createBot, type Mind } from "./bot.ts";
import type { Language } from "./chat.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMetrics, noMetrics } from "./metrics.ts";
import { createMind } from "./mind.ts";
import { createRedact } from "./redact.ts";

/** For what is printed instead of logged; knows the secrets as soon as they are read. */
let redact = createRedact();

/**
 * `npm start`: builds the bot and starts the platforms that are configured; without any, a chat in the terminal
 * and the page.
 * `--watch-knowledge` takes over edits of knowledge/ while it runs.
 */
async function main(): Promise<void> {
  // First, because to process 1 of a container a signal that nobody listens for means nothing. A second one ends it at once.
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const { env, secrets } = await openEnvironment((doubt) => console.error(doubt));
  redact = createRedact(secrets);
  const { DISCORD_TOKEN, DISCORD_PUBLIC_KEY, SLACK_BOT_TOKEN, SLACK_CLIENT_ID } = env;
  const isChat = [DISCORD_TOKEN, DISCORD_PUBLIC_KEY, SLACK_BOT_TOKEN, SLACK_CLIENT_ID].every(
    (one) => one === undefined,
  );
  // Lines of the log between the lines of a chat would be a nuisance, so only trouble is shown unless asked for.
  const log = createLog(env.LOG_LEVEL ?? (isChat ? "warn" : "info"), process.stderr, secrets);
  // Node would print all that the error carries along: what was sent, to whom, with which token.
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "a bug that nobody caught has ended the bot");
    process.exit(1);
  });
  let mind: Mind | undefined;
  const currentMind = () => (mind ??= createMind(openLibrary()));
  const metrics = env.HEALTH_PORT === undefined ? noMetrics : createMetrics();
  const bot = createBot(currentMind, log, { metrics });
  const catalogue = (language: Language) => currentMind().catalogue(language);
  const prepare = () => {
    if (!currentMind().isCalibrated())
      log.warn(
        {},
        "the search was calibrated on other knowledge: run `npm run eval -- --calibrate` and build again",
      );
  };
  const stopWatching = process.argv.includes("--watch-knowledge")
    ? (await import("./knowledge/watch.ts")).watchKnowledge(
        (library) => {
          mind = createMind(library);
          console.error("knowledge: taken over");
        },
        (faults) => console.error(["knowledge: the last good state stays", ...faults].join("\n")),
      )
    : undefined;
  const run = isChat
    ? (await import("./local.ts")).runLocally
    : (await import("./platforms.ts")).runPlatforms;
  process.exitCode = (await run(env, { bot, catalogue, log, metrics, redact }, prepare, stop.signal)) ? 0 : 1;
  stopWatching?.();
}

try {
  await main();
} catch (error) {
  console.error(redact(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
// The platforms' libraries keep connections open for a while that nobody needs any more.
process.exit();
