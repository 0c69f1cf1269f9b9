import { createTerminal } from "./adapters/terminal/terminal.ts";
import { createBot } from "./bot.ts";
import { openEnvironment, secretsIn } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";

/**
 * `npm start`: builds the bot and starts the adapters that are configured; without any, a chat in the terminal.
 * `--watch-knowledge` takes over edits of knowledge/ while it runs.
 */
async function main(): Promise<void> {
  const env = await openEnvironment();
  // Lines of the log between the lines of a chat would be a nuisance, so only trouble is shown unless asked for.
  const log = createLog(env.LOG_LEVEL ?? "warn", process.stderr, secretsIn(process.env));
  let mind = createMind(openLibrary());
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    language: env.DEFAULT_LANGUAGE,
    env: process.env,
  });
  const stopWatching = process.argv.includes("--watch-knowledge")
    ? (await import("./knowledge/watch.ts")).watchKnowledge(
        (library) => {
          mind = createMind(library);
          console.error("knowledge: taken over");
        },
        (faults) => console.error(["knowledge: the last good state stays", ...faults].join("\n")),
      )
    : undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void terminal.stop());
  await terminal.start(createBot(() => mind, log));
  if (!mind.isCalibrated())
    log.warn(
      {},
      "the search was calibrated on other knowledge: run `npm run eval -- --calibrate` and build again",
    );
  await terminal.done;
  stopWatching?.();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
