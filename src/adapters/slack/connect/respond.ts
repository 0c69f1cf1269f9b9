import { parseUrl } from "../../../url.ts";
import { type Fault, faultOf, faultOfCode, faultOfStatus } from "./fault.ts";

const timeout = 5_000;

/** One attempt to answer through a `response_url`, which is good for five answers within half an hour. */
export async function respond(
  url: string,
  payload: object,
  apiUrl: string | undefined,
): Promise<Fault | undefined> {
  if (!isSlack(url) && !isBehind(url, apiUrl)) return { kind: "refused", code: "foreign_response_url" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    const said = await response.text();
    if (response.status === 429)
      return { kind: "wait", seconds: Number(response.headers.get("retry-after")) || 1 };
    if (response.status >= 500) return faultOfStatus(response.status);
    const code = codeIn(said);
    if (code !== undefined) return faultOfCode(code);
    return response.ok ? undefined : faultOfStatus(response.status);
  } catch (error) {
    return faultOf(error);
  }
}

/** Whoever stands in for Slack takes answers as well, at the very address that is configured. */
function isBehind(url: string, apiUrl: string | undefined): boolean {
  return apiUrl !== undefined && parseUrl(url)?.origin === new URL(apiUrl).origin;
}

/** Payloads are signed or come through our own socket; still, nothing that is received decides where answers go. */
function isSlack(url: string): boolean {
  return parseUrl(url) !== undefined && /^https:\/\/[\w.-]+\.(slack|slack-gov)\.com\//u.test(url);
}

/** Slack says "ok", a bare code, or JSON, without a rule for which. */
function codeIn(said: string): string | undefined {
  if (/^[a-z_]{3,80}$/u.test(said)) return said;
  try {
    const { ok, error }: { ok?: unknown; error?: unknown } = JSON.parse(said);
    return ok === false && typeof error === "string" ? error : undefined;
  } catch {
    return undefined;
  }
}
