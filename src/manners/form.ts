import type { Language } from "../chat.ts";
import { phrases } from "../phrases.ts";
import { modes, type Mode, type Settings } from "../store/store.ts";
import { writePress } from "./press.ts";

/** Something to fill in, in a window of the platform's own. */
export interface Form {
  /** Comes back when it is filled in. */
  readonly code: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly fields: readonly Field[];
}

/** One thing to choose. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** Two to four. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** By the ids of its fields, what was chosen. */
export type Filled = Readonly<Record<string, string | undefined>>;

/** What stands for "as usual". */
const usual = "usual" as const;

interface Circumstances {
  readonly language: Language;
  /** Without one, the settings are for the whole community. */
  readonly channel: string | undefined;
  /** Whether questions can be heard at all. */
  readonly hears: boolean;
}

export function settingsForm(
  { mode, language: set, collect }: Settings,
  { language, channel, hears }: Circumstances,
): Form {
  const words = phrases[language].settings.form;
  const offered: readonly Mode[] = hears ? modes : modes.filter((one) => one !== "questions");
  const option = (value: string, label: string) => ({ value, label });
  return {
    code: writePress({ kind: "settings", language, channel: channel ?? "" }),
    title: words.title,
    submit: words.submit,
    cancel: words.cancel,
    fields: [
      ...(channel === undefined
        ? []
        : [
            {
              id: "where",
              label: words.where.label,
              options: [option("channel", words.where.channel), option("community", words.where.community)],
              chosen: "channel",
            },
          ]),
      {
        id: "mode",
        label: words.mode.label,
        options: [usual, ...offered].map((one) => option(one, words.mode[one])),
        chosen: mode !== undefined && offered.includes(mode) ? mode : usual,
      },
      {
        id: "language",
        label: words.language.label,
        options: ([usual, "en", "de"] as const).map((one) => option(one, words.language[one])),
        chosen: set ?? usual,
      },
      {
        id: "collect",
        label: words.collect.label,
        options: (["no", "yes"] as const).map((one) => option(one, words.collect[one])),
        chosen: collect === true ? "yes" : "no",
      },
    ],
  };
}

/** What was not among the choices counts as usual. */
export function settingsIn({ mode, language, collect }: Filled): Settings {
  const wanted = modes.find((one) => one === mode);
  return {
    ...(wanted === undefined ? {} : { mode: wanted }),
    ...(language === "en" || language === "de" ? { language } : {}),
    ...(collect === "yes" ? { collect: true } : collect === "no" ? { collect: false } : {}),
  };
}
