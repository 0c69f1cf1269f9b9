import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";
import { InteractionResponseType } from "discord.js";
import { expect, test } from "vitest";
import { createHttpSender } from "../../../src/adapters/discord/http/sender.ts";
import { createRecorder } from "../../../src/adapters/discord/recorder.ts";
import { type Line, listeningLog } from "./connect.ts";

const open = { id: "1", token: "t", until: Infinity };
const update = { type: InteractionResponseType.DeferredMessageUpdate } as const;

/** A response that has not been sent, to a request that breaks off if told to, and what came of `use`. */
async function withResponse<T>(
  breaksOff: boolean,
  use: (response: ServerResponse) => Promise<T>,
): Promise<T> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const asked = request({ port, host: "127.0.0.1" }, (answer) => answer.resume()).on("error", () => {});
  asked.end();
  const response = await new Promise<ServerResponse>((resolve) => {
    server.once("request", (_, own) => resolve(own));
  });
  if (breaksOff) {
    asked.destroy();
    await once(response, "close");
  }
  const used = await use(response);
  server.close();
  server.closeAllConnections();
  return used;
}

test("a request is answered once, however fast the second answer comes", async () => {
  const lines: Line[] = [];
  const sent = await withResponse(false, (response) => {
    const sender = createHttpSender(response, createRecorder(), listeningLog(lines));
    return Promise.all([sender.respond(open, update), sender.respond(open, update)]);
  });
  expect(sent).toEqual(["sent", "lost"]);
  expect(lines).toHaveLength(1);
});

test("an answer to a request that was broken off is lost, and no cause for alarm", async () => {
  const lines: Line[] = [];
  let lost = 0;
  const sent = await withResponse(true, (response) => {
    const sender = createHttpSender(response, createRecorder(), listeningLog(lines), () => (lost += 1));
    return sender.respond(open, update);
  });
  expect([sent, lost]).toEqual(["lost", 1]);
  expect(lines).toEqual([
    { level: "info", facts: {}, message: "discord had given up waiting for an answer" },
  ]);
});
