import "./bare-discord.ts";
import "./bare-slack.ts";
