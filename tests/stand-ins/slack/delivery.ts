import { createHmac } from "node:crypto";
import { isBody, readJson, type Body } from "./workspace.ts";

/** What travels to the app, whichever way. */
export interface Envelope {
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Body;
  /** Whether the acknowledgement may carry an answer. */
  readonly accepts: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** Acknowledged within 3 s, sent in vain, or not even sent because nobody was connected. */
export interface Delivery {
  readonly outcome: "acked" | "unacked" | "undelivered";
  /** What the acknowledgement carried. */
  readonly payload: Body;
}

export interface SignedRequest {
  readonly body: string;
  readonly contentType?: string;
  /** Left out, they are right. */
  readonly secret?: string;
  readonly timestamp?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const form = "application/x-www-form-urlencoded";
/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const ackWithinMs = 3000;

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export async function postSigned(
  url: string,
  request: SignedRequest & { readonly secret: string },
): Promise<Response> {
  const { body, secret, contentType = form, timestamp = String(Math.floor(Date.now() / 1000)) } = request;
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  const headers = {
    "content-type": contentType,
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
    ...request.headers,
  };
  return fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(ackWithinMs) });
}

export async function deliverByHttp(url: string, secret: string, envelope: Envelope): Promise<Delivery> {
  let response: Response;
  try {
    response = await postSigned(url, { secret, ...requestOf(envelope) });
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return { outcome: late ? "unacked" : "undelivered", payload: {} };
  }
  const text = await response.text();
  if (!response.ok) return { outcome: "unacked", payload: {} };
  if (!envelope.accepts || text === "") return { outcome: "acked", payload: {} };
  const json = response.headers.get("content-type")?.includes("json") === true;
  const payload: unknown = json ? readJson(text) : { text };
  return { outcome: "acked", payload: isBody(payload) ? payload : {} };
}

function requestOf({ type, payload, retry }: Envelope): Omit<SignedRequest, "secret"> {
  switch (type) {
    case "events_api": {
      const headers =
        retry === undefined
          ? {}
          : { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason };
      return { body: JSON.stringify(payload), contentType: "application/json", headers };
    }
    case "slash_commands": {
      const fields = new URLSearchParams();
      for (const [name, value] of Object.entries(payload)) fields.set(name, String(value));
      return { body: fields.toString() };
    }
    case "interactive":
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  }
}
