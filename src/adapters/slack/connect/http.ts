import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { parse } from "node:querystring";
import type { App, Logger, Receiver, ReceiverEvent } from "@slack/bolt";
import { readBody } from "../../body.ts";
import { endWith } from "../../end.ts";
import { HTTPReceiver } from "./bolt.ts";

/** The path that the manifest names. */
export const eventsPath = "/slack/events";

/** Bolt would read 4 MB of anybody's; a shortcut carries the whole message twice, percent-encoded. */
const longestBody = 262_144;
/** Seconds, either way. Bolt refuses timestamps that are as old, but none from the future. */
const tolerance = 300;
const form = "application/x-www-form-urlencoded";

/** Our own public server, and what tells Slack's requests to it from others. */
export interface HttpDoor {
  readonly signingSecret: string;
  /**
   * Takes a listener for a method and path, and how long an answer may take, in milliseconds; resolves when it can be reached.
   */
  readonly serve: (route: string, listener: RequestListener, patience?: number) => Promise<void>;
}

interface HttpOptions extends HttpDoor {
  readonly logger: Logger;
  /** Slack has signed something, but its time is so many seconds away from ours. */
  readonly onSkew: (seconds: number) => void;
}

/** Signed requests on our own server; Bolt checks the signature and reads what is in them. */
export function createHttpReceiver({ signingSecret, serve, logger, onSkew }: HttpOptions): Receiver {
  // Answers are acknowledgements, so nothing is gained by holding them back until a listener has ended.
  const bolt = new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger,
    processBeforeResponse: false,
  });

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request, longestBody);
    const [type] = (request.headers["content-type"] ?? "").split(";", 1);
    const skew = Number(request.headers["x-slack-request-timestamp"]) - Date.now() / 1_000;
    // Bolt compares the type as a whole, but "; charset=utf-8" may follow.
    if (type !== undefined) request.headers["content-type"] = type;
    if (rawBody === undefined) endWith(response, 413);
    else if (Math.abs(skew) > tolerance) {
      if (isSigned(request, rawBody, signingSecret)) onSkew(skew);
      endWith(response, 401);
    } else if (holdsNoObject(rawBody.toString(), type === form)) endWith(response, 400);
    else bolt.requestListener(Object.assign(request, { rawBody }), response);
  }

  return {
    init: (app) => bolt.init(answering(app)),
    async start() {
      await serve(`POST ${eventsPath}`, (request, response) => {
        receive(request, response).catch(() => endWith(response, 500));
      });
    },
    async stop() {},
  };
}

/** Bolt neither listens to nor answers what is of a kind that it does not know; Slack would send it again and again. */
function answering(app: App): App {
  async function processEvent(event: ReceiverEvent): Promise<void> {
    let isAnswered = false;
    await app.processEvent({
      ...event,
      ack(...said) {
        isAnswered = true;
        return event.ack(...said);
      },
    });
    if (!isAnswered) await event.ack();
  }
  return Object.create(app, { processEvent: { value: processEvent } });
}

/** By https://docs.slack.dev/authentication/verifying-requests-from-slack, whenever that was. */
function isSigned({ headers }: IncomingMessage, rawBody: Buffer, secret: string): boolean {
  const hash = createHmac("sha256", secret)
    .update(`v0:${String(headers["x-slack-request-timestamp"])}:`)
    .update(rawBody)
    .digest("hex");
  const [right, given] = [Buffer.from(`v0=${hash}`), Buffer.from(String(headers["x-slack-signature"]))];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** `null`, a list or a number, on which Bolt would end the process. What is no JSON at all it refuses itself. */
function holdsNoObject(body: string, isForm: boolean): boolean {
  const { payload } = isForm ? parse(body) : { payload: body };
  if (typeof payload !== "string") return false;
  try {
    const read: unknown = JSON.parse(payload);
    return typeof read !== "object" || read === null || Array.isArray(read);
  } catch {
    return false;
  }
}
