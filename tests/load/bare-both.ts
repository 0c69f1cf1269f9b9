/** Both libraries in one process. */
await Promise.all([import("./bare-discord.ts"), import("./bare-slack.ts")]);
