import { createHmac } from "node:crypto";

/** What an id is kept as. Equal ids of different kinds differ, and without the secret nobody can try ids out. */
export type Digest = (kind: "person" | "community" | "channel" | "event", ...id: readonly string[]) => string;

/** 128 bits are enough that no two ids meet. */
const bytes = 16;

export function createDigest(secret: Buffer): Digest {
  return (kind, ...id) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([kind, ...id]))
      .digest()
      .subarray(0, bytes)
      .toString("base64url");
}
