import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { isBody, type Body } from "./body.ts";
import { parse } from "./rest.ts";

export interface SignedRequest {
  readonly body: string | Uint8Array;
  /** Left out, all of these are right. */
  readonly key?: KeyObject;
  readonly timestamp?: string;
  /** Over what is signed, if not over the timestamp and the body. */
  readonly signed?: string;
  readonly signature?: (right: string) => string;
  /** Those with an empty value are left out. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An interaction's HTTP response as it came. */
interface Received {
  readonly status: number;
  readonly type: string;
  /** A form's JSON, with the names of its files; nothing for no JSON. */
  readonly body: Body | undefined;
}

/** Interactions as an outgoing webhook: https://docs.discord.com/developers/interactions/overview */
export interface Endpoint {
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Where interactions go; as on Discord, they then no longer come over the gateway. */
  url: string | undefined;
  readonly received: readonly Received[];
  request(request: SignedRequest): Promise<Response>;
  /** What comes back within 3 s; nothing for an error. */
  deliver(interaction: Body): Promise<Body | undefined>;
}

export function createEndpoint(answerWithinMs: number): Endpoint {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const received: Received[] = [];
  const endpoint: Endpoint = {
    publicKey: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    url: undefined,
    received,
    async request({ body, key = privateKey, timestamp = seconds(), signed, signature = same, headers = {} }) {
      if (endpoint.url === undefined) throw new Error("the endpoint has no address yet");
      const bytes = Buffer.from(body);
      const right = sign(null, Buffer.from(signed ?? Buffer.concat([Buffer.from(timestamp), bytes])), key);
      const all = {
        "content-type": "application/json",
        "user-agent": "Discord-Interactions/1.0 (+https://discord.com)",
        "x-signature-ed25519": signature(right.toString("hex")),
        "x-signature-timestamp": timestamp,
        ...headers,
      };
      return fetch(endpoint.url, {
        method: "POST",
        body: bytes,
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")),
        signal: AbortSignal.timeout(answerWithinMs),
      });
    },
    async deliver(interaction) {
      const response = await endpoint.request({ body: JSON.stringify(interaction) }).catch(() => undefined);
      if (response === undefined) return undefined;
      const type = response.headers.get("content-type") ?? "";
      const raw = Buffer.from(await response.arrayBuffer());
      const body = raw.length === 0 ? undefined : await parse(raw, type);
      received.push({ status: response.status, type, body: isBody(body) ? body : undefined });
      return response.status === 200 && isBody(body) ? body : undefined;
    },
  };
  return endpoint;
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1_000));
}

function same(signature: string): string {
  return signature;
}
