import type { Language } from "./chat.ts";
import { de } from "./phrases/de.ts";
import { en, type Phrases } from "./phrases/en.ts";

/** Every word of the interface that is not knowledge. */
export const phrases: Readonly<Record<Language, Phrases>> = { en, de };
