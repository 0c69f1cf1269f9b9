import { randomBytes } from "node:crypto";
import { Client, Events, GatewayIntentBits } from "discord.js";

/** What discord.js costs by itself: answers every command with a constant, a word or a card. */
const { attachments = [], ...said } = JSON.parse(process.env["CONSTANT"] ?? `{"content":"pong"}`);
/** As large as the picture of one model, which a card's attachment is. */
const picture = randomBytes(21_000);
const constant = {
  ...said,
  files: attachments.map(({ filename: name }: { filename: string }) => ({ attachment: picture, name })),
};
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env["DISCORD_API_URL"] ?? "" },
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(constant);
});
client.once(Events.ClientReady, () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env["DISCORD_TOKEN"]);
