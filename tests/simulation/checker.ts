import type { Store } from "../../src/store/store.ts";
import { channelsOf, communitiesOn, overheard, personsOn, platformNames, type PlatformName } from "./cast.ts";
import type { Delivery, Happening } from "./happenings.ts";
import { said } from "./said.ts";
import type { World } from "./world.ts";

/** Milliseconds for which somebody who was told to wait is not told again. */
const toldFor = 61_000;

/** Looks back at all that happened. */
export function check(world: World): void {
  for (const happening of world.happenings)
    for (const fault of [...answeredTwice(happening), ...unanswered(happening, world)])
      world.blame(happening, fault);
}

function answeredTwice({ deliveries, shown, place }: Happening): readonly string[] {
  const answering = deliveries.filter(({ offered }) => offered.length > 0);
  // What is gone can be deleted as often as one likes.
  const seen = shown.filter(({ what }) => what !== "deletion").length;
  const names = new Set(answering.map(({ process }) => process));
  const isUnclaimed = answering.some(({ missed }) => missed.has("claim"));
  // Slack has no key that would tell a repeated message from a new one.
  const repeated =
    place.platform === "slack"
      ? answering.flatMap(({ faults }) => faults.filter((fault) => fault === "taken")).length
      : 0;
  const most = repeated + (place.platform === "slack" && isUnclaimed ? Math.max(1, names.size) : 1);
  return [
    ...(names.size < answering.length ? ["is answered twice by one process"] : []),
    ...(names.size > 1 && !isUnclaimed ? ["is answered by two processes"] : []),
    ...(seen > most ? [`is shown ${seen} times`] : []),
  ];
}

function unanswered(happening: Happening, world: World): readonly string[] {
  const { deliveries, shown, kind } = happening;
  const isCut = deliveries.some(({ end }) => end === "crash");
  if (deliveries.length === 0 || isCut || shown.length > 0 || kind === "overheard") return [];
  const answering = deliveries.filter(({ offered }) => offered.length > 0);
  if (answering.length === 0)
    return isSilenceRight(happening, world) || deliveries.every((one) => outlastsStop(one))
      ? []
      : ["is neither answered nor told anything"];
  return answering.every((delivery) => isExcused(delivery)) ? [] : ["lost its answer for no good reason"];
}

/** Two tries that failed, or one after which there is no use in another. */
function isExcused(delivery: Delivery): boolean {
  const { happening, faults, began } = delivery;
  if (outlastsStop(delivery)) return true;
  const others = faults.filter((fault) => fault !== "late");
  // What is late already when it is delivered, or because somebody asked for it.
  const isSlow = happening.spell === "slow" || began - happening.at > 500;
  return (
    faults.includes("final") ||
    others.length >= 2 ||
    (faults.includes("late") && (others.length > 0 || isSlow))
  );
}

/** A stop waits for three seconds, Slack's limits may take half a minute, and its silence five seconds. */
function outlastsStop({ happening, faults, isStopping }: Delivery): boolean {
  return isStopping && happening.place.platform === "slack" && faults.includes("waits");
}

function isSilenceRight({ kind, person, place, at, deliveries }: Happening, { happenings }: World): boolean {
  if (kind !== "mention" && kind !== "direct") return false;
  // Without the store, a process goes by what was in force when it last heard of it.
  if (deliveries.some(({ mayBeSilent, missed }) => mayBeSilent || missed.has("settings"))) return true;
  return happenings.some(
    (other) =>
      other.person === person &&
      other.place.channel === place.channel &&
      Math.abs(at - other.at) < toldFor &&
      other.deliveries.some(({ offered }) => offered.some((payload) => said(payload, "busy"))),
  );
}

/** What decisions in force say about something that is about to happen. */
export function expectationOf(
  { kind, place, person }: Happening,
  { truth }: World,
): { readonly mustNot: boolean; readonly mayBeSilent: boolean } {
  const { platform, community, channel } = place;
  if (community === undefined || place.kind !== "channel") return { mustNot: false, mayBeSilent: false };
  const settings = truth.settings(platform, community, channel);
  if (kind === "mention")
    return {
      mustNot: settings?.mode === "off",
      mayBeSilent: settings === undefined || settings.mode === "off",
    };
  if (kind !== "overheard") return { mustNot: false, mayBeSilent: false };
  const usual = overheard(platform).includes(channel) ? "questions" : "mentions";
  const isClosed = settings !== undefined && (settings.mode ?? usual) !== "questions";
  return { mustNot: isClosed || truth.isQuiet(platform, community, person) === true, mayBeSilent: true };
}

/** What is in the store differs from what people were told. */
export async function checkKept({ truth, faults }: World, kept: Store): Promise<void> {
  for (const platform of platformNames)
    for (const community of communitiesOn(platform)) {
      for (const channel of channelsOf(platform, community)) {
        const known = truth.settings(platform, community, channel);
        const found = await kept.settings({ adapter: platform, id: community }, channel);
        if (known !== undefined && !isSame(known, found))
          faults.push(`${platform} ${channel}: ${JSON.stringify(found)} instead of ${JSON.stringify(known)}`);
      }
      for (const person of personsOn(platform)) {
        const known = truth.isQuiet(platform, community, person);
        const found = await kept.isQuiet({ adapter: platform, id: community }, person);
        if (known !== undefined && known !== found)
          faults.push(`${platform} ${community}: ${person} quiet is ${found} instead of ${known}`);
      }
    }
}

/** What is left of a community. */
export async function leftOf(
  platform: PlatformName,
  community: string,
  kept: Store,
): Promise<readonly string[]> {
  const left: string[] = [];
  const place = { adapter: platform, id: community };
  for (const channel of channelsOf(platform, community))
    if (Object.keys(await kept.settings(place, channel)).length > 0) left.push(`settings of ${channel}`);
  for (const person of personsOn(platform))
    if (await kept.isQuiet(place, person)) left.push(`the wish of ${person}`);
  return left;
}

const isSame = (one: object, other: object) => inOrder(one) === inOrder(other);
const inOrder = (one: object) => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));
