import { manages, moderates } from "./cast.ts";
import type { Happening, Shown } from "./happenings.ts";
import { said } from "./said.ts";

/** What a person types where nobody else reads it. */
export const secretOf = (person: string) => `secret${person.toLowerCase()}`;
const secrets = /secret(u?\d+)/giu;
/** What the platforms take for a mention of somebody, of everybody or of a channel; with a backslash it is text. */
const pings = /(?<!\\)<[!@#][^<>]*>/gu;

/** What is wrong with something that came to stand before people's eyes, whatever else happens. */
export function faultsOfShown(happening: Happening, shown: Shown): readonly string[] {
  return [...wrongEyes(happening, shown), ...betrayed(happening, shown), ...wrongDeed(happening, shown)];
}

/** What is wrong with what is handed to a platform, even if it never arrives. */
export function faultsOfPayload(happening: Happening, payload: string): readonly string[] {
  const own = isShare(happening) ? `<@${happening.person}>` : undefined;
  const found = (payload.match(pings) ?? []).filter((ping) => ping !== own);
  return [
    ...found.map((ping) => `pings ${ping}`),
    ...(/"link_names"|"parse":(?!\[\])|"parse":\["/u.test(payload) ? ["lets mentions be read"] : []),
  ];
}

/** What is said to whoever wanted to share something, instead of sharing it. */
const notices = ["busy", "shared", "bug", "slow"] as const;

const isShare = ({ kind, text }: Happening) => kind === "press" && text.startsWith("1:share:");

function wrongEyes(happening: Happening, { only, payload, what }: Shown): readonly string[] {
  const { kind, person, place } = happening;
  if (what === "deletion") return [];
  if (only !== undefined && only !== person) return [`is shown to ${only}, who did not ask`];
  if (place.kind === "direct") return [];
  if (kind === "mention" || kind === "overheard")
    return only === undefined ? [] : ["is asked in public and answered in private"];
  const isNotice = notices.some((notice) => said(payload, notice));
  const isShared = isShare(happening) && !isNotice;
  if (only === undefined && !isShared) return ["is private and shown to everyone"];
  return only !== undefined && isShared ? ["is shared and shown to one"] : [];
}

function betrayed({ person, place, kind }: Happening, { only, payload }: Shown): readonly string[] {
  // What was said before everyone is no secret any more.
  if (kind === "mention" || kind === "overheard") return [];
  const isAlone = only !== undefined || place.kind === "direct";
  return [...payload.matchAll(secrets)]
    .filter(([, whose = ""]) => !isAlone || whose.toLowerCase() !== person.toLowerCase())
    .map(([secret]) => `betrays ${secret}`);
}

function wrongDeed({ kind, on, person }: Happening, { what, payload }: Shown): readonly string[] {
  const mayDelete = on === undefined || on.by === person || moderates(person);
  return [
    ...(what === "deletion" && !mayDelete ? ["deletes what is somebody else's"] : []),
    ...(kind === "submit" && said(payload, "saved") && !manages(person) ? ["saves for a stranger"] : []),
  ];
}
