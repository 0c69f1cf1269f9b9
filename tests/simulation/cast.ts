/** Who and what there is on either platform. */
export type PlatformName = "discord" | "slack";
export const platformNames = ["discord", "slack"] as const;

export interface Place {
  readonly platform: PlatformName;
  /** The server or workspace. */
  readonly community: string | undefined;
  readonly channel: string;
  /** "between": the direct messages of two people, in which the bot is a guest. */
  readonly kind: "channel" | "direct" | "between";
}

/** The last one manages every community, the one before may delete what others wrote. */
const numbers = [9001, 9002, 9003, 9004] as const;
const manager = 9004;
const moderator = 9003;

const prefixed = (platform: PlatformName, letter: string, number: number) =>
  platform === "slack" ? `${letter}${number}` : String(number);

export const personsOn = (platform: PlatformName): readonly string[] =>
  numbers.map((number) => prefixed(platform, "U", number));

export const manages = (person: string) => person.endsWith(String(manager));
export const moderates = (person: string) => person.endsWith(String(moderator)) || manages(person);

export const communitiesOn = (platform: PlatformName): readonly string[] =>
  [100, 200].map((number) => prefixed(platform, "T", number));

/** In the first of them questions are answered unasked, as long as nobody decides otherwise. */
export const channelsOf = (platform: PlatformName, community: string): readonly [string, string] => {
  const base = Number(community.replace("T", "")) * 10;
  return [prefixed(platform, "C", base + 1), prefixed(platform, "C", base + 2)];
};

export const overheard = (platform: PlatformName): readonly string[] =>
  communitiesOn(platform).map((community) => channelsOf(platform, community)[0]);

/** With the bot. */
export const directOf = (platform: PlatformName, person: string): string =>
  prefixed(platform, "D", 50_000 + Number(person.replace("U", "")));

/** Of two people, one of whom has the bot with them. */
export const between = (platform: PlatformName): string => prefixed(platform, "D", 66_000);

/** The bot itself. */
export const self = { discord: "1001001", slack: "U1001001" } as const;
