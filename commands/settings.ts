import { usageCard } from "../src/cards/usage.ts";
import type { Command } from "../src/chat.ts";
import { phrases } from "../src/phrases.ts";

/** What can be decided without the form: the first three for oneself, the last by whoever manages the place. */
const actions = ["quiet", "loud", "forget", "delete"] as const;

/** Where there is a server or a workspace, the manners answer in its place: settings are about how the bot behaves. */
export const settings: Command = {
  name: "settings",
  aliases: ["einstellungen"],
  describe: {
    en: "Decide when the bot speaks here, and in which language",
    de: "Entscheiden, wann der Bot hier spricht und in welcher Sprache",
  },
  example: { en: "", de: "" },
  restricted: true,
  options: [
    {
      name: "action",
      describe: {
        en: "Something to do at once, instead of opening the settings",
        de: "Etwas sofort tun, statt die Einstellungen zu öffnen",
      },
      required: false,
      choices: actions.map((value) => ({
        value,
        label: { en: phrases.en.settings[value].button, de: phrases.de.settings[value].button },
      })),
    },
  ],
  run({ language }) {
    const { title, text } = phrases[language].settings.nowhere;
    return usageCard(language, title, text, []);
  },
};
