import type { Language, Reply } from "../chat.ts";
import { phrases } from "../phrases.ts";
import { reasons } from "../store/store.ts";
import { type Press, writePress } from "./press.ts";

/** A button that is not a question: it acts on the card that holds it. */
export interface Control {
  readonly kind: "share" | "helpful" | "unhelpful" | "delete" | "reason";
  readonly label: string;
  /** What the button carries; `readPress` reads it. */
  readonly code: string;
  /** Only this person needs to see it, where the platform can do that. */
  readonly visibleTo?: string;
}

/** What can be done with a reply: a private one can be shared, a public one deleted by whoever caused it. */
export function controlsOf(reply: Reply, person: string, shared: boolean): readonly Control[] {
  const words = phrases[reply.language].card;
  const control = (kind: Exclude<Control["kind"], "reason">, press: Press): Control => ({
    kind,
    label: words[kind],
    code: writePress(press),
  });
  // The button for the other language asks for this very card.
  const self = reply.next?.find(({ language }) => language !== undefined);
  const { entry, language } = reply;
  return [
    ...(reply.band === "answer" && reply.audience === "person" && shared && self !== undefined
      ? [
          control("share", {
            kind: "share",
            ask: { command: self.command, text: self.text },
            language,
          }),
        ]
      : []),
    ...(reply.band === "answer" && entry !== undefined
      ? [
          control("helpful", { kind: "vote", language, entry, verdict: "helpful" }),
          control("unhelpful", { kind: "vote", language, entry, verdict: "unhelpful" }),
        ]
      : []),
    ...(reply.audience === "everyone" && shared
      ? [{ ...control("delete", { kind: "delete", language, asker: person }), visibleTo: person }]
      : []),
  ];
}

/** Why an answer was not helpful: each counts on top. */
export function reasonsFor(entry: string, language: Language): readonly Control[] {
  return reasons.map((verdict) => ({
    kind: "reason",
    label: phrases[language].card.reasons[verdict],
    code: writePress({ kind: "vote", language, entry, verdict }),
  }));
}
