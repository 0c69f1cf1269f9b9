export const knownIntents = 0x31_ffff | (3 << 24);

/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export const intents = {
  guilds: 1,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
  /** All that need no permission in the developer portal: without members, presences and message content. */
  unprivileged: knownIntents & ~(1 << 1) & ~(1 << 8) & ~(1 << 15),
} as const;
