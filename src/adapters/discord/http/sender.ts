import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { InteractionResponseType } from "discord.js";
import type { Log } from "../../../log.ts";
import { encode } from "../form.ts";
import { faultsOf } from "../limits.ts";
import type { Sender } from "../send.ts";

/**
 * Answers an interaction in the response to the request that brought it; all else goes the way of `sender`. `onLost` hears
 * of each answer that ended "lost".
 *
 * A picture travels in a form, as in a callback. Discord documents forms for callbacks only, but takes them here too:
 * discord/discord-api-docs discussion #6204; disgo (#122), slash-create and flask-discord-interactions (#104) answer so.
 */
export function createHttpSender(
  response: ServerResponse,
  sender: Sender,
  log: Log,
  onLost: () => void = () => {},
): Sender {
  return {
    ...sender,
    async respond(_, body, file) {
      // Discord does not say what it thinks of a response, so what it would refuse is refused here.
      const faults =
        body.type === InteractionResponseType.ChannelMessageWithSource ? faultsOf(body.data) : [];
      if (faults.length > 0) {
        log.error({ faults }, "discord would refuse an answer");
        return "refused";
      }
      if (response.headersSent || response.destroyed) {
        log.info({}, "discord had given up waiting for an answer");
        onLost();
        return "lost";
      }
      const { type, data } = encode(body, file);
      const closed = once(response, "close");
      response.writeHead(200, { "content-type": type, "content-length": data.length });
      response.end(data);
      // Whether it arrives, nobody tells.
      await closed;
      return "sent";
    },
  };
}
