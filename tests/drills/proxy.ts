import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { After } from "./drill.ts";

/** Stands between the bot and its database. */
export interface Proxy {
  readonly port: number;
  /** Milliseconds by which everything that is asked is held back; `Infinity`: taken, and never passed on. */
  delay(ms: number): void;
}

export async function startProxy(
  target: { readonly host: string; readonly port: number },
  after: After,
): Promise<Proxy> {
  let delay = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(target.port, target.host);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
    client.on("data", (asked) => {
      if (delay === Infinity) return;
      setTimeout(() => {
        if (database.writable) database.write(asked);
      }, delay);
    });
    database.on("data", (answer) => client.write(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    delay(ms) {
      delay = ms;
    },
  };
}
