import { usageCard } from "../cards/usage.ts";
import type { Button, Language, Reply } from "../chat.ts";
import { phrases } from "../phrases.ts";
import { remember } from "../remember.ts";
import { type Control, controlsOf } from "./controls.ts";
import type { Form } from "./form.ts";

/** What an adapter draws. `reply.audience` says whether others may see it. */
export interface Card {
  readonly reply: Reply;
  readonly controls: readonly Control[];
  /** Small print: why this is here, and who brought it about. */
  readonly footer?: { readonly text: string; readonly person?: string };
  /** Opened instead, where what was done lets the platform open a window. */
  readonly form?: Form;
}

/** What nobody asked for is kept short; the rest is behind a button, and so is the wish not to get it. */
export function brief(reply: Reply, canDecline: boolean): Reply {
  const {
    band,
    entry,
    language,
    title,
    text,
    tone = "neutral",
    sources = [],
    asOf,
    next = [],
    audience,
  } = reply;
  // The button for the other language asks for this very card.
  const self = next.find((button) => button.language !== undefined);
  const more: readonly Button[] =
    self === undefined
      ? next
      : [{ label: phrases[language].card.more, command: self.command, text: self.text }, self];
  const decline = { label: phrases[language].settings.quiet.button, command: "settings", text: "quiet" };
  const rest = { ...(entry === undefined ? {} : { entry }), ...(asOf === undefined ? {} : { asOf }) };
  return {
    band,
    ...rest,
    language,
    title,
    text,
    tone,
    sources,
    next: canDecline ? [...more, decline] : more,
    audience,
  };
}

/** `shared`: others read along where it is shown. */
export function card(
  reply: Reply,
  { person, shared }: { readonly person: string; readonly shared: boolean },
): Card {
  return reply.audience === "person" && shared
    ? privateCard(reply)
    : { reply, controls: controlsOf(reply, person, shared) };
}

/** The same object for everyone who asks the same, so that adapters need to draw it only once. */
const privateCard = remember((reply: Reply): Card => ({ reply, controls: controlsOf(reply, "", true) }));

const audiences = remember((reply: Reply) => ({
  person: { ...reply, audience: "person" as const },
  everyone: { ...reply, audience: "everyone" as const },
}));

export function seenBy(reply: Reply, audience: Reply["audience"]): Reply {
  return audiences(reply)[audience];
}

export function notice(
  language: Language,
  which: "alreadyShared" | "busy" | "notYours" | "stale" | "thanks" | "whyNot",
): Reply {
  const { title, text } = phrases[language].card[which];
  return usageCard(language, title, text, []);
}
