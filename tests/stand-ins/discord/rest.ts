import type { IncomingMessage, ServerResponse } from "node:http";
import { isBody, text } from "./body.ts";
import { refusal, type Faults, type Outcome } from "./faults.ts";
import type { Route } from "./routes.ts";

/** A REST call of the bot. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`, decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `performance.now()` at its arrival. */
  readonly at: number;
  /** 0 while it is under way, and when nothing was sent back. */
  status: number;
}

export interface RestOptions {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly limited: boolean;
  readonly calls: Call[];
  readonly changed: () => void;
}

/** https://docs.discord.com/developers/topics/rate-limits: messages of a channel, as observed; else a wide one. */
const windowMs = 5000;
const messagesPerWindow = 5;
const widePerWindow = 1000;

export function createRest({ token, routes, faults, limited, calls, changed }: RestOptions) {
  const used = new Map<string, { count: number; since: number }>();

  /** Headers of the bucket, and the refusal when it is empty. */
  const take = (bucket: string): { headers: Record<string, string>; refused: Outcome | undefined } => {
    const now = Date.now();
    const limit = limited && bucket.startsWith("POST /channels/") ? messagesPerWindow : widePerWindow;
    const before = used.get(bucket);
    const current =
      before === undefined || now - before.since >= windowMs ? { count: 0, since: now } : before;
    current.count += 1;
    used.set(bucket, current);
    const after = (current.since + windowMs - now) / 1000;
    const headers = {
      "x-ratelimit-limit": String(limit),
      // Unless asked for, limits are shown but never reached.
      "x-ratelimit-remaining": String(limited ? Math.max(limit - current.count, 0) : limit - 1),
      "x-ratelimit-reset": String((current.since + windowMs) / 1000),
      "x-ratelimit-reset-after": after.toFixed(3),
      "x-ratelimit-bucket": Buffer.from(bucket).toString("hex").slice(0, 32),
    };
    if (!limited || current.count <= limit) return { headers, refused: undefined };
    const body = { message: "You are being rate limited.", retry_after: after, global: false };
    const more = { "retry-after": String(Math.ceil(after)), "x-ratelimit-scope": "user" };
    return { headers, refused: { status: 429, headers: { ...headers, ...more }, body } };
  };

  function run(call: Call, request: IncomingMessage, query: URLSearchParams): Outcome {
    for (const { method, pattern, open, run: answer } of routes) {
      const args = method === call.method ? pattern.exec(call.path)?.slice(1) : undefined;
      if (args === undefined) continue;
      if (!open && request.headers.authorization !== `Bot ${token}`)
        return refusal(401, 0, "401: Unauthorized");
      const json = isBody(call.body) ? call.body : {};
      if (open) return answer(args, { body: call.body, json, query });
      const { headers, refused } = take(`${method} ${call.path}`);
      if (refused !== undefined) return refused;
      const outcome = answer(args, { body: call.body, json, query });
      return { ...outcome, headers: { ...headers, ...outcome.headers } };
    }
    return refusal(404, 0, "404: Not Found");
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now();
    const url = new URL(request.url ?? "/", "http://localhost");
    const raw = await collect(request);
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, "");
    const body = await parse(raw, request.headers["content-type"] ?? "");
    const query = Object.fromEntries(url.searchParams);
    const call: Call = { method: request.method ?? "GET", path, query, body, at, status: 0 };
    calls.push(call);
    call.status = await faults.answer(`${call.method} ${path}`, response, () => {
      if (!url.pathname.startsWith("/api/v10/")) return refusal(400, 50_041, "Invalid API version specified");
      if (body === undefined) return refusal(400, 50_109, "The request body contains invalid JSON.");
      return run(call, request, url.searchParams);
    });
    changed();
  };
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** JSON, or a form with files whose names are kept; undefined when it is neither. */
export async function parse(raw: Buffer, type: string): Promise<unknown> {
  if (raw.length === 0) return {};
  try {
    if (!type.startsWith("multipart/form-data")) return JSON.parse(raw.toString()) as unknown;
    const form = await new Response(raw, { headers: { "content-type": type } }).formData();
    const json: unknown = JSON.parse(text(form.get("payload_json")) || "{}");
    const files = [...form.values()].filter((value) => typeof value !== "string").map(({ name }) => name);
    return isBody(json) ? { ...json, files } : undefined;
  } catch {
    return undefined;
  }
}
