import { createPublicKey, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What a request claims about itself, in a form that can be checked. */
interface Claim {
  readonly signature: Buffer;
  readonly timestamp: string;
  /** Not too far from now to be taken. */
  readonly isTimely: boolean;
}

/** Checks requests by https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint. */
export interface Verifier {
  /** Nothing when a header is missing or malformed. `now` in milliseconds. */
  claimIn(headers: IncomingHttpHeaders, now: number): Claim | undefined;
  /** The signature is over the timestamp and the body as it came, byte by byte. */
  holds(claim: Claim, body: Buffer): boolean;
}

/** Milliseconds, either way. Discord names no limit; what it sends is seconds old. */
const tolerance = 300_000;

/** @param publicKey 64 hexadecimal digits, as the developer portal shows them. */
export function createVerifier(publicKey: string): Verifier {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return {
    claimIn(headers, now) {
      // A header that comes twice is joined with a comma, which neither form allows.
      const signature = String(headers["x-signature-ed25519"]);
      const timestamp = String(headers["x-signature-timestamp"]);
      if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return undefined;
      const isTimely = Math.abs(now - Number(timestamp) * 1_000) <= tolerance;
      return { signature: Buffer.from(signature, "hex"), timestamp, isTimely };
    },
    holds: ({ signature, timestamp }, body) =>
      verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, signature),
  };
}
