import type { Settings } from "../../src/store/store.ts";
import { manages } from "./cast.ts";
import type { Delivery, Happening } from "./happenings.ts";
import { said, type Sentence } from "./said.ts";
import { change, type Change } from "./truth.ts";

/** What a person decides by what they do, and the sentence that says that it is kept. */
interface Decision {
  readonly changes: readonly Change[];
  readonly sentence: Sentence;
}

export function decisionIn({ kind, text, person, place, filled }: Happening): Decision | undefined {
  const { platform, community } = place;
  if (community === undefined) return undefined;
  if (kind === "submit") {
    if (!manages(person)) return undefined;
    const [, , , channel = "-"] = text.split(":");
    const where = filled["where"] === "community" || channel === "-" ? "" : channel;
    return { sentence: "saved", changes: [change.settings(platform, community, where, settingsOf(filled))] };
  }
  switch (actionIn(kind, text)) {
    case "quiet":
      return { sentence: "quiet", changes: [change.quiet(platform, community, person, true)] };
    case "loud":
      return { sentence: "loud", changes: [change.quiet(platform, community, person, false)] };
    case "forget":
      return { sentence: "forgotten", changes: [change.forgetPerson(platform, person)] };
    case "delete now":
      return manages(person)
        ? { sentence: "deleted", changes: change.clear(platform, community) }
        : undefined;
    case undefined:
    default:
      return undefined;
  }
}

/** Of a command "/settings quiet", or of a button for it. */
function actionIn(kind: Happening["kind"], text: string): string | undefined {
  const pattern = kind === "command" ? /^\/settings (.*)$/u : /^1:ask:\w\w!?:settings:(.*)$/u;
  return kind === "command" || kind === "press" ? pattern.exec(text)?.[1] : undefined;
}

function settingsOf({ mode, language, collect }: Happening["filled"]): Settings {
  return {
    ...(mode === "off" || mode === "mentions" || mode === "questions" ? { mode } : {}),
    ...(language === "en" || language === "de" ? { language } : {}),
    collect: collect === "yes",
  };
}

/** What is known of a decision after a delivery of it has ended. */
export function outcomeOf(
  { happening, offered, end }: Delivery,
  sentence: Sentence,
): "kept" | "unknown" | "nothing" {
  if (end === "done" && offered.length === 0) return "nothing";
  if (offered.some((payload) => said(payload, "notAllowed"))) return "nothing";
  return happening.shown.some(({ payload }) => said(payload, sentence)) ? "kept" : "unknown";
}
