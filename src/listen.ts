import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { Socket } from "node:net";

export interface Listening {
  /** Takes no more connections, and resolves when all have ended: within 8 s, and at once those on which nothing is asked. */
  stop(): Promise<void>;
}

/** Milliseconds until somebody has to have sent all of a request. */
const patience = 5_000;
/** Between two looks at who takes longer than that; Node would look every half minute. */
const look = 1_000;
/**
 * For so many milliseconds, what is still sent after an answer is read away, as nginx does: closing at once would reset the
 * connection, and whoever still sends would never read the answer.
 */
const lingering = 1_000;
/** Milliseconds that the end of all connections may take. */
const longestEnd = 8_000;

/** @throws {Error} naming the variable to change when the port cannot be opened. */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  [portName, hostName]: readonly [port: string, host: string],
): Promise<Listening> {
  /** Connections, with the number of requests that are being answered. */
  const connections = new Map<Socket, number>();
  const count = (socket: Socket, change: 1 | -1) => {
    const before = connections.get(socket);
    if (before !== undefined) connections.set(socket, before + change);
  };
  const server = createServer(
    { headersTimeout: patience, requestTimeout: patience, connectionsCheckingInterval: look },
    (request, response) => {
      const { socket } = request;
      // It came behind the one whose answer has ended the connection.
      if (socket.writableEnded) return void request.resume();
      count(socket, 1);
      response.once("close", () => count(socket, -1));
      response.once("finish", () => readAway(request));
      listener(request, response);
    },
  );
  server.on("connection", (socket) => {
    connections.set(socket, 0);
    socket.once("close", () => connections.delete(socket));
    // With this, Node ends a connection behind its last answer.
    socket.destroySoon = () => linger(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        new Error(
          error.code === "EADDRINUSE"
            ? `${portName}: port ${port} is taken by another program; choose a free one.`
            : `${portName} and ${hostName}: cannot listen on ${host}, port ${port} (${error.code ?? error.message}).`,
          { cause: error },
        ),
      );
    });
    server.listen(port, host, resolve);
  });

  /** Node would wait for ever for who has not sent anything yet, or not all of a request's head. */
  function end(since: number): void {
    const isOver = performance.now() - since > longestEnd;
    for (const [socket, answering] of connections) if (isOver || answering === 0) socket.destroy();
  }

  return {
    stop: () =>
      new Promise((resolve) => {
        const ending = setInterval(end, lingering, performance.now());
        server.close(() => {
          clearInterval(ending);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** What was refused before all of it had come. */
function readAway(request: IncomingMessage): void {
  if (request.complete) return;
  destroyLater(request);
  request.resume();
}

function linger(socket: Socket): void {
  destroyLater(socket);
  socket.end();
}

/** Unless it is over by then. */
function destroyLater(stream: IncomingMessage | Socket): void {
  const late = setTimeout(() => stream.destroy(), lingering);
  stream.once("close", () => clearTimeout(late));
}
