import { usageCard } from "../../cards/usage.ts";
import type { Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import type { Card, Manners } from "../../manners/manners.ts";
import { phrases } from "../../phrases.ts";

/** The same manners, with an apology where a fault of ours would leave somebody who asked without an answer. */
export function createUnfailing(manners: Manners, language: Language, log: Log): Manners {
  const apology = (error: unknown): Card => {
    log.error({ adapter: "slack", err: error }, "an answer failed");
    return { reply: usageCard(language, phrases[language].failure.bug, "", []), controls: [] };
  };
  return {
    async hear(heard) {
      try {
        return await manners.hear(heard);
      } catch (error) {
        const card = apology(error);
        return heard.how === "overheard" ? undefined : card;
      }
    },
    async press(pressed) {
      try {
        return await manners.press(pressed);
      } catch (error) {
        return apology(error);
      }
    },
  };
}
