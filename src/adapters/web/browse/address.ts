import { modelFilters, type ModelFilter } from "../../../catalogue.ts";
import type { Ask, Language } from "../../../chat.ts";

/** What the models are narrowed to. */
export type Chosen = Readonly<Partial<Record<ModelFilter, string>>>;

/** Where the page answers a question. */
export function askAddress({ command, text }: Ask, language: Language): string {
  return `/?${new URLSearchParams({ q: `/${command} ${text}`.trim(), lang: language }).toString()}`;
}

/** The list of models, narrowed. */
export function modelsAddress(chosen: Chosen, language: Language): string {
  const query = new URLSearchParams({ lang: language });
  for (const filter of modelFilters) {
    const id = chosen[filter];
    if (id !== undefined) query.set(filter, id);
  }
  return `/browse?${query.toString()}#models`;
}
