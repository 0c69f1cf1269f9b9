import type { Language } from "./chat.ts";

/** Every word of the interface. The type of `de` is that of `en`, so neither language can lack a phrase. */
const en = {
  language: { self: "English", other: "Auf Deutsch" },
};

const de: typeof en = {
  language: { self: "Deutsch", other: "In English" },
};

export const phrases: Readonly<Record<Language, typeof en>> = { en, de };
