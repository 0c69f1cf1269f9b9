import { InteractionResponseType, REST } from "discord.js";
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
  await sender.remove("1", { id: "2", token: "3", until: Infinity });
  expect(rest.options.globalRequestsPerSecond).toBe(part);
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
});

test.each([
  ["as long as there is time", 60_000, 2],
  ["but not when its time is over", -1, 1],
])("what failed on the way is sent once more, %s", async (_, left, tries) => {
  let tried = 0;
  const rest = new REST({
    retries: 0,
    async makeRequest() {
      tried += 1;
      throw new Error("reset");
    },
  });
  const sender = createSender(rest, { log: silentLog });
  const open = { id: "1", token: "2", until: performance.now() + left };
  expect(await sender.respond(open, { type: InteractionResponseType.DeferredMessageUpdate })).toBe("lost");
  expect(tried).toBe(tries);
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
});
