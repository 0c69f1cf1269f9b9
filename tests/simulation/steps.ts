import type { Filled } from "../../src/manners/form.ts";
import { secretOf } from "./arrival.ts";
import {
  between,
  channelsOf,
  communitiesOn,
  directOf,
  personsOn,
  type Place,
  platformNames,
  type PlatformName,
} from "./cast.ts";
import type { Happening, Post } from "./happenings.ts";
import type { Random } from "./random.ts";
import { memberOf, type World } from "./world.ts";

export type Deed = Pick<Happening, "kind" | "person" | "place" | "text" | "filled" | "on">;

const hostile = "@everyone @here <!channel> <@U9001> <@9001> <@&1> <#1> [x](https://x.example) grokk";

const commands = [
  [6, "/openness grok"],
  [4, "/define open-weights"],
  [4, "/ask is grok open source?"],
  [3, "/ask ist grok eigentlich open source?"],
  [2, "/ask how tall is mount everest"],
  [3, "/ask is SECRET open source?"],
  [2, "/openness SECRET"],
  [2, "/explain SECRET says Grok-1 has open weights under Apache 2.0"],
  [1, "/compare grok-1, olmo 2"],
  [1, "/claims licensing"],
  [1, "/timeline musk"],
  [1, "/help"],
  [1, "/help privacy"],
  [2, `/ask ${hostile}`],
  [2, `/openness ${hostile}`],
  [4, "/settings"],
  [3, "/settings quiet"],
  [1, "/settings loud"],
  [1, "/settings forget"],
  [1, "/settings delete"],
] as const;

const questions = [
  [6, "is grok open source?"],
  [4, "ist grok eigentlich open source?"],
  [4, "what are model weights?"],
  [2, "how tall is mount everest"],
  [2, "openwashing"],
  [1, ""],
  [1, "help"],
  [1, "/settings"],
  [2, hostile],
] as const;

/** What somebody does next; nothing when there is nobody to do it or nothing to do it on. */
export function nextDeed(world: World): Deed | undefined {
  const { random } = world;
  const make = random.weighed([
    [22, command],
    [28, speak],
    [3, home],
    [38, press],
    [9, fill],
  ] as const);
  return make(world);
}

function command(world: World): Deed | undefined {
  const { platform, person } = somebody(world.random);
  const place = somewhere(world, platform, person);
  if (place === undefined) return undefined;
  const text = world.random.weighed(commands).replace("SECRET", secretOf(person));
  return { kind: "command", person, place, text, filled: {}, on: undefined };
}

function speak(world: World): Deed | undefined {
  const { random } = world;
  const { platform, person } = somebody(random);
  const place = somewhere(world, platform, person);
  // The bot hears nothing of what two people say to each other.
  if (place === undefined || place.kind === "between") return undefined;
  const kind =
    place.kind === "direct"
      ? "direct"
      : random.weighed([
          [1, "mention"],
          [1, "overheard"],
        ] as const);
  return { kind, person, place, text: random.weighed(questions), filled: {}, on: undefined };
}

/** Only Slack has such a page. */
function home(world: World): Deed | undefined {
  const person = world.random.among(personsOn("slack")) ?? "";
  const community = homeOf(world, "slack");
  if (community === undefined) return undefined;
  const place: Place = { platform: "slack", community, channel: directOf("slack", person), kind: "direct" };
  return { kind: "home", person, place, text: "", filled: {}, on: undefined };
}

/** Any button that somebody can see, also an old one, also on what somebody else has asked. */
function press(world: World): Deed | undefined {
  const on = visible(world, ({ what }) => what !== "form");
  if (on === undefined) return undefined;
  const decisive = on.codes.filter((code) => /^1:(?:share|delete|ask:\w\w!?:settings)/u.test(code));
  const text = world.random.among(world.random.chance(0.4) && decisive.length > 0 ? decisive : on.codes);
  return text === undefined
    ? undefined
    : { kind: "press", person: whoSees(world.random, on), place: on.place, text, filled: {}, on };
}

function fill(world: World): Deed | undefined {
  const { random } = world;
  const on = visible(world, ({ what }) => what === "form");
  const [text] = on?.codes ?? [];
  if (on === undefined || text === undefined) return undefined;
  const filled: Filled = {
    where: random.pick(["channel", "community"]),
    mode: random.pick(["usual", "off", "off", "mentions", "questions"]),
    language: random.pick(["usual", "en", "de"]),
    collect: random.pick(["no", "yes"]),
  };
  // Whoever has opened it may have lost the right to, or somebody forges it.
  const person = whoSees(random, random.chance(0.15) ? { ...on, only: undefined } : on);
  return { kind: "submit", person, place: on.place, text, filled, on };
}

function visible({ posts, random, members }: World, fits: (post: Post) => boolean): Post | undefined {
  return random.among(
    [...posts.values()].filter(
      (post) =>
        fits(post) &&
        (post.place.community === undefined ||
          members.has(memberOf(post.place.platform, post.place.community))),
    ),
  );
}

function whoSees(random: Random, { only, place }: Post): string {
  return only ?? random.among(personsOn(place.platform)) ?? "";
}

function somebody(random: Random): { readonly platform: PlatformName; readonly person: string } {
  const platform = random.pick(platformNames);
  return { platform, person: random.among(personsOn(platform)) ?? "" };
}

/** One of the communities where the bot is. */
function homeOf({ random, members }: World, platform: PlatformName): string | undefined {
  return random.among(communitiesOn(platform).filter((one) => members.has(memberOf(platform, one))));
}

function somewhere(world: World, platform: PlatformName, person: string): Place | undefined {
  const { random } = world;
  const community = homeOf(world, platform);
  if (community === undefined) return undefined;
  const kind = random.weighed([
    [7, "channel"],
    [2, "direct"],
    [1, "between"],
  ] as const);
  const channel = {
    channel: () => random.pick(channelsOf(platform, community)),
    direct: () => directOf(platform, person),
    between: () => between(platform),
  };
  // Discord's direct messages belong to no server.
  const isNowhere = platform === "discord" && kind !== "channel";
  return { platform, community: isNowhere ? undefined : community, channel: channel[kind](), kind };
}
