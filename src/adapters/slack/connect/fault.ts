import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";

/** Why a request to Slack failed: refused for a reason, asked to wait, or not reached (and perhaps carried out). */
export type Fault =
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "away"; readonly reason: string };

/** What an error thrown by Slack's libraries means. */
export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError) return { kind: "wait", seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) return faultOfCode(error.data.error);
  if (error instanceof WebAPIHTTPError) return faultOfStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) return { kind: "away", reason: reasonOf(error.original) };
  return { kind: "away", reason: reasonOf(error) };
}

/** A proxy's page of HTML can stand where Slack's code for an error would. */
export function faultOfCode(code: string): Fault {
  return /^\w{1,80}$/u.test(code)
    ? { kind: "refused", code }
    : { kind: "away", reason: "something else than Slack answers" };
}

export function faultOfStatus(status: number): Fault {
  return status >= 500
    ? { kind: "away", reason: `HTTP ${status}` }
    : { kind: "refused", code: `http_${status}` };
}

export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "refused":
      return fault.code;
    case "wait":
      return `Slack asks to wait ${fault.seconds} s`;
    case "away":
      return fault.reason;
  }
}

/** "ECONNREFUSED" rather than "fetch failed", which hides it in its cause. */
function reasonOf(error: unknown): string {
  // The socket library rejects with nothing when a connection closes before it is open.
  if (!(error instanceof Error)) return "the connection was closed";
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.name === "Error" ? error.message.slice(0, 80) : error.name;
}
