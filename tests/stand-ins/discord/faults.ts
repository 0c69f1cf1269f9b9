import type { ServerResponse } from "node:http";

export type Fault =
  /** Nothing comes back until `heal` or `stop`. */
  | "hang"
  /** The connection is reset before the request took effect, or after it. */
  | "reset"
  | "reset-after-apply"
  /** The connection is closed in order but without an answer: what undici calls "other side closed". */
  | "otherside"
  /** The page of a proxy in front of Discord. */
  | "502html"
  /** Taken, and no content: which calls itself JSON all the same. */
  | "204json"
  /** The interaction's answer has not been read yet. */
  | "unread"
  | { readonly delayMs: number }
  | { readonly status: 429; readonly retryAfter: number; readonly global?: boolean }
  | 401
  | 403
  | 404
  | 500;

export interface Outcome {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects travel as JSON, strings as HTML. */
  readonly body?: object | string;
}

export interface Faults {
  /** `match` is a part of, or a pattern for, "POST /channels/1/messages". */
  plan(match: string | RegExp, fault: Fault, times: number): void;
  /** Ends all planned faults and breaks what hangs. */
  readonly heal: () => void;
  /** Answers a request as planned, or as `apply` says; gives the status, or 0 when nothing was sent. */
  answer(call: string, response: ServerResponse, apply: () => Outcome): Promise<number>;
}

export function refusal(status: number, code: number, message: string): Outcome {
  return { status, body: { message, code } };
}

export function createFaults(): Faults {
  const planned: { readonly match: string | RegExp; readonly fault: Fault; left: number }[] = [];
  const hanging = new Set<ServerResponse>();

  const next = (call: string): Fault | undefined => {
    const plan = planned.find(({ match, left }) => {
      const fits = typeof match === "string" ? call.includes(match) : match.test(call);
      return left > 0 && fits;
    });
    if (plan !== undefined) plan.left -= 1;
    return plan?.fault;
  };
  return {
    plan(match, fault, times) {
      planned.push({ match, fault, left: times });
    },
    heal() {
      planned.length = 0;
      for (const response of hanging) response.socket?.resetAndDestroy();
      hanging.clear();
    },
    async answer(call, response, apply) {
      const fault = next(call);
      switch (fault) {
        case "hang":
          hanging.add(response);
          return 0;
        case "reset":
          response.socket?.resetAndDestroy();
          return 0;
        case "reset-after-apply":
          apply();
          response.socket?.resetAndDestroy();
          return 0;
        case "otherside":
          response.socket?.end();
          return 0;
        case undefined:
          return send(response, apply());
        case "502html":
          return send(response, { status: 502, body: "<html><title>502 Bad Gateway</title></html>" });
        case "204json":
          apply();
          return send(response, { status: 204, headers: { "content-type": "application/json" } });
        case "unread":
          return send(response, refusal(404, 10_015, "Unknown Webhook"));
        case 401:
          return send(response, refusal(401, 0, "401: Unauthorized"));
        case 403:
          return send(response, refusal(403, 50_013, "Missing Permissions"));
        case 404:
          return send(response, refusal(404, 0, "404: Not Found"));
        case 500:
          return send(response, refusal(500, 0, "500: Internal Server Error"));
        default:
          if ("status" in fault) return send(response, tooMany(fault));
          await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref());
          return send(response, apply());
      }
    },
  };
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function tooMany({ retryAfter, global = false }: Extract<Fault, { status: 429 }>): Outcome {
  const headers = {
    "retry-after": String(Math.ceil(retryAfter)),
    "x-ratelimit-scope": global ? "global" : "user",
    ...(global ? { "x-ratelimit-global": "true" } : { "x-ratelimit-reset-after": String(retryAfter) }),
  };
  const body = { message: "You are being rate limited.", retry_after: retryAfter, global };
  return { status: 429, headers, body };
}

function send(response: ServerResponse, { status, headers, body }: Outcome): number {
  const type = typeof body === "string" ? "text/html" : "application/json";
  response.writeHead(status, body === undefined ? { ...headers } : { "content-type": type, ...headers });
  response.end(typeof body === "string" || body === undefined ? body : JSON.stringify(body));
  return status;
}
