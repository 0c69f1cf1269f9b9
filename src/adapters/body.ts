import type { IncomingMessage } from "node:http";

/** The whole body; nothing when it has more bytes than we are ready to read: the server reads the rest away. */
export async function readBody(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  // Otherwise the connection would be gone before the refusal is sent.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > longest) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
