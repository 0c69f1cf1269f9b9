import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type APIInteraction, InteractionResponseType, InteractionType } from "discord.js";
import { readBody } from "../../body.ts";
import { endWith } from "../../end.ts";
import { patience } from "../answer.ts";
import { createVerifier, tolerance } from "./signature.ts";

/** What Discord's developer portal calls the Interactions Endpoint URL leads here. */
export const interactionsPath = "/discord/interactions";

/** An interaction carries one message at most, of 4,000 characters. */
const longestBody = 65_536;

const types = Object.values(InteractionType);

/**
 * Interactions as signed requests. `answer` may answer in the response, and resolves when all is done, with false when it
 * was given up. `onSkew` hears of those that Discord has signed, but at a time so many seconds away from ours.
 *
 * 200 an answer · 202 nothing to say, such as when the same came before · 400 no interaction, or of a kind that is not
 * known · 401 not signed by Discord, or not within five minutes · 413 longer than 64 KB · 503 no answer in time.
 */
export function createEndpoint(
  publicKey: string,
  answer: (interaction: APIInteraction, response: ServerResponse) => Promise<boolean>,
  onSkew: (seconds: number) => void,
): RequestListener {
  const verifier = createVerifier(publicKey);

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const claim = verifier.claimIn(request.headers, Date.now());
    if (claim === undefined) return endWith(response, 401);
    const body = await readBody(request, longestBody);
    if (body === undefined) return endWith(response, 413);
    if (!verifier.holds(claim, body)) return endWith(response, 401);
    if (Math.abs(claim.skew) > tolerance) {
      onSkew(claim.skew / 1_000);
      return endWith(response, 401);
    }
    const interaction = parse(body);
    if (!isInteraction(interaction)) return endWith(response, 400);
    if (interaction.type === InteractionType.Ping) return pong(response);
    endWith(response, (await answer(interaction, response)) ? 202 : 503);
  }

  return (request, response) => {
    const late = setTimeout(() => endWith(response, 503), patience);
    response.on("close", () => clearTimeout(late));
    receive(request, response).catch(() => endWith(response, 500));
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** What names it and what it is; the rest is read with the same care as what comes over the gateway. */
function isInteraction(value: unknown): value is APIInteraction {
  if (typeof value !== "object" || value === null) return false;
  const named = ["id", "token", "application_id"].every(
    (name) => typeof Reflect.get(value, name) === "string",
  );
  return named && types.includes(Reflect.get(value, "type"));
}

function pong(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ type: InteractionResponseType.Pong }));
}
