import { modelFilters, type ModelFilter } from "../../../catalogue.ts";
import type { Ask } from "../../../chat.ts";
import { addressOf, type Question } from "../question.ts";

/** What the models are narrowed to. */
export type Chosen = Readonly<Partial<Record<ModelFilter, string>>>;

/** Where the page answers a question. */
export function askAddress({ command, text }: Ask, question: Question): string {
  return addressOf("/", { ...question, line: `/${command} ${text}`.trim() });
}

/** The reading room, with its models narrowed. */
export function browseAddress(chosen: Chosen, question: Question): string {
  const query = new URLSearchParams();
  for (const filter of modelFilters) {
    const id = chosen[filter];
    if (id !== undefined) query.set(filter, id);
  }
  return [addressOf("/browse", question), query.toString()].join("&").replace(/&$/u, "");
}

/** Its list of models. */
export function modelsAddress(chosen: Chosen, question: Question): string {
  return `${browseAddress(chosen, question)}#models`;
}
