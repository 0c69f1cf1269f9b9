import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below those that systems give to outgoing connections, one of which could take it before it is listened on. */
const [first, last] = [10_100, 32_000] as const;

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = randomInt(first, last);
  const server = createServer().listen(port, "127.0.0.1");
  const isFree = await once(server, "listening").then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, "close");
  return port;
}
