import type { ServerResponse } from "node:http";

/** A method of the Web API, `response_url`, or `ws-upgrade`. */
export type Target = string;

export type Fault =
  /** Nothing comes back until `heal` or `stop`. */
  | "hang"
  /** The connection breaks before the request took effect, or after it. */
  | "reset"
  | "reset-after-apply"
  | { readonly delayMs: number }
  /** HTTP 200 with `{ok: false, error}`. */
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number };

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects travel as JSON, strings as text. */
  readonly body: object | string;
}

export interface Faults {
  plan(target: Target, fault: Fault, times: number): void;
  next(target: Target): Fault | undefined;
  /** Ends all planned faults and breaks what hangs. */
  readonly heal: () => void;
  /** Answers a request as planned, or as `apply` says. */
  answer(target: Target, response: ServerResponse, apply: () => HttpAnswer): Promise<void>;
}

export function createFaults(): Faults {
  const planned = new Map<Target, { readonly fault: Fault; left: number }[]>();
  const hanging = new Set<ServerResponse>();

  const next = (target: Target): Fault | undefined => {
    const queue = planned.get(target);
    const [first] = queue ?? [];
    if (queue === undefined || first === undefined) return undefined;
    first.left -= 1;
    if (first.left <= 0) queue.shift();
    return first.fault;
  };
  return {
    plan(target, fault, times) {
      planned.set(target, [...(planned.get(target) ?? []), { fault, left: times }]);
    },
    next,
    heal() {
      planned.clear();
      for (const response of hanging) response.socket?.resetAndDestroy();
      hanging.clear();
    },
    async answer(target, response, apply) {
      const fault = next(target);
      if (fault === "hang") {
        hanging.add(response);
        return;
      }
      if (fault === "reset") {
        response.socket?.resetAndDestroy();
      } else if (fault === "reset-after-apply") {
        apply();
        response.socket?.resetAndDestroy();
      } else if (fault === undefined) {
        send(response, apply());
      } else if ("delayMs" in fault) {
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref());
        send(response, apply());
      } else {
        send(response, refusal(fault));
      }
    },
  };
}

function refusal(fault: Exclude<Fault, string | { readonly delayMs: number }>): HttpAnswer {
  if ("error" in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if (fault.status !== 429) return { status: fault.status, body: "the server is having a bad day" };
  const headers = { "retry-after": String(fault.retryAfter ?? 1) };
  return { status: 429, headers, body: { ok: false, error: "ratelimited" } };
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const text = typeof body === "string";
  response.writeHead(status, {
    "content-type": text ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
    ...headers,
  });
  response.end(text ? body : JSON.stringify(body));
}
