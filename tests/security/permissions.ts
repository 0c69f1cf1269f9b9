import { phrases } from "../../src/phrases.ts";
import type { Community, Store } from "../../src/store/store.ts";

/** Everything that can be done about settings, on both platforms. */
export const actions = ["open", "save", "quiet", "loud", "forget", "delete", "delete now"] as const;
export type Action = (typeof actions)[number];

/** What comes of it: done, refused to this person, or nothing to set where it was tried. */
type Outcome = "done" | "refused" | "nowhere";

const words = phrases.en.settings;

/** What a person reads who was let through. */
const saidOf: Readonly<Record<Action, string>> = {
  open: words.form.title,
  save: words.saved,
  quiet: words.quiet.title,
  loud: words.loud.title,
  forget: words.forget.title,
  delete: words.delete.title,
  "delete now": words.delete.done,
};

/** Those who manage the place. */
export const everything: Readonly<Record<Action, Outcome>> = {
  open: "done",
  save: "done",
  quiet: "done",
  loud: "done",
  forget: "done",
  delete: "done",
  "delete now": "done",
};

/** Everybody else there: only what is about themselves. */
export const oneself: Readonly<Record<Action, Outcome>> = {
  open: "refused",
  save: "refused",
  quiet: "done",
  loud: "done",
  forget: "done",
  delete: "refused",
  "delete now": "refused",
};

/** Where the place is nobody's to manage, the bot's owner's included. */
export const nothing: Readonly<Record<Action, Outcome>> = {
  open: "nowhere",
  save: "nowhere",
  quiet: "nowhere",
  loud: "nowhere",
  forget: "nowhere",
  delete: "nowhere",
  "delete now": "nowhere",
};

/** What is chosen in a form that is saved. */
export const chosen = { where: "community", mode: "off", language: "usual", collect: "no" } as const;

interface Where {
  readonly store: Store;
  readonly community: Community;
  readonly person: string;
}

/** What was decided there before. */
export async function settle(action: Action, { store, community, person }: Where): Promise<void> {
  await store.change(community, undefined, { collect: true });
  await store.setQuiet(community, person, action === "loud" || action === "forget");
}

/** By what is kept afterwards and by what was said; both have to fit. */
export async function outcomeOf(action: Action, said: string, where: Where): Promise<string> {
  const { store, community, person } = where;
  const kept = JSON.stringify([await store.settings(community), await store.isQuiet(community, person)]);
  const before = JSON.stringify([{ collect: true }, action === "loud" || action === "forget"]);
  const after = JSON.stringify([
    action === "save" ? { mode: "off", collect: false } : action === "delete now" ? {} : { collect: true },
    action === "quiet",
  ]);
  if (said.includes(saidOf[action]) && kept === after) return "done";
  const { nowhere, notAllowed } = words;
  if (kept !== before) return `changed ${before} to ${kept}`;
  if (said.includes(notAllowed.title)) return "refused";
  return [nowhere.title, phrases.en.card.stale.title].some((title) => said.includes(title))
    ? "nowhere"
    : said.slice(0, 200);
}
