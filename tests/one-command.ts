import type { Mind } from "../src/bot.ts";
import type { Command } from "../src/chat.ts";

/** A mind with one command of one's own, `/try`. */
export function mindWith(run: Command["run"]): () => Mind {
  const command: Command = {
    name: "try",
    describe: { en: "Try", de: "Versuche" },
    example: { en: "", de: "" },
    options: [],
    run,
    suggest: () => {
      throw new Error("no suggestions");
    },
  };
  return () => ({
    commands: [command],
    find: () => {
      throw new Error("no search");
    },
    languageOf: () => undefined,
    catalogue: () => {
      throw new Error("no catalogue");
    },
    isCalibrated: () => true,
  });
}
