import { createTerminal } from "../../../src/adapters/terminal/terminal.ts";
import { cannedBot } from "./canned-bot.ts";

// A program of its own, so that tests can give it a real terminal and real pipes.
const terminal = createTerminal({
  input: process.stdin,
  output: process.stdout,
  language: "en",
  env: process.env,
});
process.once("SIGTERM", () => void terminal.stop());
await terminal.start(cannedBot);
await terminal.done;
