/** JSON as it travels. */
export type Body = Readonly<Record<string, unknown>>;

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; of anything else, none. */
export function bodies(value: unknown): readonly Body[] {
  return Array.isArray(value) ? value.filter(isBody) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Snowflakes carry their time, and no two are the same: https://docs.discord.com/developers/reference#snowflakes */
export function createSnowflakes(): () => string {
  const discordEpoch = 1_420_070_400_000;
  let count = 0n;
  return () => {
    count += 1n;
    return String((BigInt(Date.now() - discordEpoch) << 22n) | (count & 0x3f_ffffn));
  };
}
