import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { parse } from "node:querystring";
import type { Logger, Receiver } from "@slack/bolt";
import { HTTPReceiver } from "./bolt.ts";

/** The path that the manifest names. */
export const eventsPath = "/slack/events";

/** Bolt would read 4 MB of anybody's; a shortcut carries the whole message twice, percent-encoded. */
const longestBody = 262_144;
/** Bolt refuses timestamps that are as old, but none from the future. In seconds. */
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
  /** Hears of each request that Slack has signed, but for another time. */
  readonly onSkewed: () => void;
}

/** Signed requests on our own server; Bolt checks the signature and reads what is in them. */
export function createHttpReceiver({ signingSecret, serve, logger, onSkewed }: HttpOptions): Receiver {
  // Answers are acknowledgements, so nothing is gained by holding them back until a listener has ended.
  const bolt = new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger,
    processBeforeResponse: false,
  });

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request);
    const [type] = (request.headers["content-type"] ?? "").split(";", 1);
    const time = Number(request.headers["x-slack-request-timestamp"]);
    // Bolt compares the type as a whole, but "; charset=utf-8" may follow.
    if (type !== undefined) request.headers["content-type"] = type;
    if (rawBody === undefined) end(response, 413);
    else if (Math.abs(time - Date.now() / 1_000) > tolerance) {
      if (isSigned(request, rawBody, signingSecret)) onSkewed();
      end(response, 401);
    } else if (holdsNoObject(rawBody.toString(), type === form)) end(response, 400);
    else bolt.requestListener(Object.assign(request, { rawBody }), response);
  }

  return {
    init: (app) => bolt.init(app),
    async start() {
      await serve(`POST ${eventsPath}`, (request, response) => {
        receive(request, response).catch(() => end(response, 500));
      });
    },
    async stop() {},
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack, for requests that are refused in any case. */
function isSigned({ headers }: IncomingMessage, body: Buffer, secret: string): boolean {
  const time = String(headers["x-slack-request-timestamp"]);
  const right = `v0=${createHmac("sha256", secret).update(`v0:${time}:`).update(body).digest("hex")}`;
  const given = Buffer.from(String(headers["x-slack-signature"]));
  return given.length === right.length && timingSafeEqual(given, Buffer.from(right));
}

/** Nothing when there is more than we are ready to read. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  // Otherwise the connection would be gone before the refusal is sent.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > longestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
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

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: "close" });
  response.end();
}
