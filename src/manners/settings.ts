import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import { usageCard } from "../cards/usage.ts";
import type { Button, Language, Reply } from "../chat.ts";
import { phrases } from "../phrases.ts";
import type { Community, Settings, Store } from "../store/store.ts";
import { type Filled, type Form, settingsForm, settingsIn } from "./form.ts";

/** Where somebody decides something. */
export interface Deciding {
  readonly community: Community;
  /** Nothing in places that belong to no channel, such as a page of the platform. */
  readonly channel: string | undefined;
  readonly person: string;
  readonly manages: () => boolean | Promise<boolean>;
}

/** What people decide about the bot, and what they get to see of that. */
export interface Deciders {
  /** Those in force; the last known ones while the store does not answer. */
  inForce(community: Community, channel: string | undefined): Promise<Settings>;
  /** Whether a person does not want to be answered unasked; not known counts as yes. */
  isQuiet(community: Community, person: string): Promise<boolean>;
  /** `action` is one of the settings command's, or nothing for its form. */
  decide(action: string, language: Language, where: Deciding): Promise<Reply | Form>;
  save(filled: Filled, language: Language, where: Deciding): Promise<Reply>;
}

const mostRemembered = 10_000;

export function createDeciders(store: Store, hears: boolean): Deciders {
  const known = new LRUCache<string, Settings>(atMost(mostRemembered));

  async function inForce(community: Community, channel: string | undefined): Promise<Settings> {
    const key = [community.adapter, community.id, channel ?? ""].join(" ");
    try {
      const settings = await store.settings(community, channel);
      known.set(key, settings);
      return settings;
    } catch {
      return known.get(key) ?? {};
    }
  }

  /** Something that is to be kept, and what is said when it is. */
  async function kept(language: Language, work: Promise<void>, said: () => Reply): Promise<Reply> {
    try {
      await work;
      return said();
    } catch {
      return notSaved(language);
    }
  }

  return {
    inForce,
    async isQuiet(community, person) {
      return store.isQuiet(community, person).catch(() => true);
    },

    async decide(action, language, { community, channel, person, manages }) {
      const words = phrases[language].settings;
      const own: readonly Button[] = [buttonFor("quiet", language), buttonFor("forget", language)];
      switch (action) {
        case "quiet":
        case "loud": {
          const { title, text } = words[action];
          const other = buttonFor(action === "quiet" ? "loud" : "quiet", language);
          const work = store.setQuiet(community, person, action === "quiet");
          return kept(language, work, () => usageCard(language, title, text, [other]));
        }
        case "forget": {
          const { title, text } = words.forget;
          return kept(language, store.forgetPerson(community.adapter, person), () =>
            usageCard(language, title, text, []),
          );
        }
      }
      if (!(await manages())) return usageCard(language, words.notAllowed.title, words.notAllowed.text, own);
      switch (action) {
        case "delete": {
          const { title, text, now } = words.delete;
          return usageCard(language, title, text, [{ label: now, command: "settings", text: "delete now" }]);
        }
        case "delete now":
          return kept(language, store.clear(community), () => usageCard(language, words.delete.done, "", []));
        default:
          return settingsForm(await inForce(community, channel), { language, channel, hears });
      }
    },

    async save(filled, language, { community, channel, manages }) {
      const words = phrases[language].settings;
      if (!(await manages())) return usageCard(language, words.notAllowed.title, words.notAllowed.text, []);
      const where = filled["where"] === "community" ? undefined : channel;
      return kept(language, store.change(community, where, settingsIn(filled)), () => {
        const { fields } = settingsForm(settingsIn(filled), { language, channel: where, hears });
        // Where it was not for the whole community, it was for the channel: that is what stands in the form.
        const lines = fields.map(({ label, options, chosen }) => {
          const text = options.find(({ value }) => value === chosen)?.label ?? chosen;
          return { lead: `${label}:`, text };
        });
        return {
          ...usageCard(language, words.saved, hears ? "" : words.deaf, [buttonFor("delete", language)]),
          sections: [{ lines }],
        };
      });
    },
  };
}

export function notSaved(language: Language): Reply {
  const { title, text } = phrases[language].card.notSaved;
  return usageCard(language, title, text, []);
}

function buttonFor(action: "quiet" | "loud" | "forget" | "delete", language: Language): Button {
  return { label: phrases[language].settings[action].button, command: "settings", text: action };
}
