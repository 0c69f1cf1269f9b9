import { REST } from "discord.js";
import { expect, test } from "vitest";
import { createSender } from "../../../src/adapters/discord/send.ts";
import { silentLog } from "../../chat.ts";

test.each([
  [1, 50],
  [3, 16],
  [200, 1],
])("of %i processes each takes its part of what Discord grants to the bot", async (count, part) => {
  const rest = new REST({ api: "http://127.0.0.1:1/api", timeout: 500, retries: 0 });
  const sender = createSender(rest, { token: "t", log: silentLog, processes: () => count });
  await sender.remove("1", { id: "2", token: "3" });
  expect(rest.options.globalRequestsPerSecond).toBe(part);
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
});
