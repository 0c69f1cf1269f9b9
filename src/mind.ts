import { createCommands } from "../commands/index.ts";
import type { Mind } from "./bot.ts";
import { catalogueOf } from "./cards/catalogue.ts";
import { openKnowledge } from "./knowledge/knowledge.ts";
import type { Library } from "./knowledge/schema.ts";
import { createComplete } from "./search/complete.ts";
import { createFind } from "./search/find.ts";
import { createLanguageOf } from "./search/language.ts";
import { createMentions } from "./search/mentions.ts";
import { spokenOf } from "./search/spoken.ts";
import { thresholdsFit } from "./search/thresholds.ts";

/** Makes everything the bot thinks with out of the checked records. */
export function createMind(library: Library, today: () => string = currentDay): Mind {
  const knowledge = openKnowledge(library);
  const find = createFind(knowledge);
  const commands = createCommands({
    knowledge,
    find,
    mentions: createMentions(knowledge),
    complete: createComplete(knowledge),
    today,
  });
  const { en, de } = knowledge.stopwords;
  return {
    commands,
    find,
    languageOf: createLanguageOf({ en: en.grammar, de: de.grammar }, () => spokenOf(knowledge, commands)),
    catalogue: (language) => catalogueOf({ knowledge, language, today: today() }),
    isCalibrated: () => thresholdsFit(knowledge),
  };
}

function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
