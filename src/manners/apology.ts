import { randomBytes } from "node:crypto";
import { usageCard } from "../cards/usage.ts";
import type { Language, Reply } from "../chat.ts";
import type { Log } from "../log.ts";
import { phrases } from "../phrases.ts";

/** For a bug of ours: its code stands in the log as well, so that what a person reports leads to the line. */
export function apologyFor(error: unknown, language: Language, log: Log): Reply {
  const code = randomBytes(2).toString("hex");
  log.error({ code, err: error }, "answering failed");
  const words = phrases[language].failure;
  return usageCard(language, words.bug, words.code(code), []);
}
